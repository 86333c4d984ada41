// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/literal_row.h"

#include "ui/panels/number_box.h"
#include "ui/panels/panel.h"
#include "ui/panels/range_slider.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace sluice {

LiteralRow::LiteralRow(const NoiseRow& row, QWidget* parent)
    : QWidget(parent), m_row(row), m_name(new QLabel), m_high(new NumberBox)
{
    m_name->setText(fullName());
    m_name->setFont(monospaceFont());
    m_name->setToolTip(row.toolTip);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_name);
    if (row.kind == NoiseRow::Kind::pair) {
        buildPair();
    } else {
        buildSingle();
    }
    nameControls();
    const SliderLimits limits = limitsAround(m_row);
    m_slider->setLimits(limits.low, limits.high);
    setRow(row);

    connect(m_slider, &RangeSlider::gestureStarted, this, &LiteralRow::gestureStarted);
    connect(m_slider, &RangeSlider::dragged, this, &LiteralRow::dragged);
    connect(m_slider, &RangeSlider::moved, this,
            [this](double low, double high) { emit moved(valuesOf(low, high)); });
    connect(m_high, &NumberBox::edited, this, &LiteralRow::typeHigh);
}

void LiteralRow::buildPair()
{
    m_slider = new RangeSlider(RangeSlider::Handles::two);
    m_low = new NumberBox;
    connect(m_low, &NumberBox::edited, this, &LiteralRow::typeLow);
    layout()->addWidget(m_low);
    layout()->addWidget(m_slider);
    layout()->addWidget(m_high);
}

void LiteralRow::buildSingle()
{
    m_slider = new RangeSlider(RangeSlider::Handles::one);
    layout()->addWidget(m_slider);
    layout()->addWidget(m_high);
}

void LiteralRow::nameControls()
{
    const QString name = fullName();
    m_slider->setAccessibleName(name);
    m_slider->setToolTip(m_row.toolTip);
    m_slider->setObjectName(QStringLiteral("slider:") + name);
    if (m_low != nullptr) {
        m_low->setAccessibleName(tr("%1, low").arg(name));
        m_high->setAccessibleName(tr("%1, high").arg(name));
    } else {
        m_high->setAccessibleName(name);
    }
}

void LiteralRow::setRow(const NoiseRow& row)
{
    m_row = row;
    keepWithinLimits();
    m_slider->setValues(row.values.front().value, row.values.back().value);
    if (m_low != nullptr) {
        m_low->setValue(row.values.front().value);
    }
    m_high->setValue(row.values.back().value);
}

void LiteralRow::keepWithinLimits()
{
    const double low = m_row.values.front().value;
    const double high = m_row.values.back().value;
    if (low < m_slider->minimum() || high > m_slider->maximum()) {
        const SliderLimits limits = limitsAround(m_row);
        m_slider->setLimits(std::min(m_slider->minimum(), limits.low),
                            std::max(m_slider->maximum(), limits.high));
    }
    for (NumberBox* box : {m_low, m_high}) {
        if (box != nullptr) {
            box->setStep(m_slider->step());
        }
    }
}

void LiteralRow::setTheme(const Theme& theme)
{
    m_slider->setAccent(m_row.isNoise ? theme.noise : theme.accent);
    // A palette would be overruled by the style sheet of the application.
    const QColor color = m_row.isNoise ? theme.noise : theme.text;
    m_name->setStyleSheet(QStringLiteral("QLabel { color: %1; }").arg(color.name()));
}

void LiteralRow::setNameWidth(int width)
{
    m_name->setFixedWidth(width);
    // Beginning and end tell apart what shares the rest.
    m_name->setText(m_name->fontMetrics().elidedText(fullName(), Qt::ElideMiddle, width));
}

int LiteralRow::nameWidth() const
{
    return m_name->sizeHint().width();
}

QString LiteralRow::fullName() const
{
    return m_row.argument.isEmpty() ? m_row.name : m_row.name + QLatin1Char(' ') + m_row.argument;
}

std::vector<LiteralValue> LiteralRow::valuesOf(double low, double high) const
{
    std::vector<LiteralValue> values = m_row.values;
    values.front().value = low;
    values.back().value = high;
    return values;
}

void LiteralRow::typeLow(double low)
{
    emit typed(valuesOf(low, std::max(low, m_high->value())));
}

void LiteralRow::typeHigh(double high)
{
    const double bounded =
        std::min(std::max(high, m_row.minimum.value_or(high)), m_row.maximum.value_or(high));
    m_high->setValue(bounded);
    if (bounded != m_row.values.back().value) {
        emit typed(valuesOf(m_low != nullptr ? std::min(m_low->value(), bounded) : bounded, bounded));
    }
}

} // namespace sluice
