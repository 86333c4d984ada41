// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_options_form.h"

#include "ui/local_number.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr int dotsForPrint = 300;

/// Takes a point for the decimal sign of the window's language as well.
class LocalNumberBox : public QDoubleSpinBox
{
public:
    [[nodiscard]] QValidator::State validate(QString& input, int& position) const override
    {
        input = localNumber(input);
        return QDoubleSpinBox::validate(input, position);
    }
};

QDoubleSpinBox* numberBox(const QString& name, const char* objectName, double from, double to)
{
    auto* box = new LocalNumberBox;
    box->setObjectName(QLatin1String(objectName));
    box->setRange(from, to);
    box->setAccessibleName(name);
    // The preview follows a number that is whole, not each of its digits.
    box->setKeyboardTracking(false);
    return box;
}

bool isWhole(double length)
{
    return length == std::round(length);
}

/// What only an experiment has, and curves alone have not.
constexpr FigureParts partsBeyondCurves =
    FigureParts(FigurePart::graph) | FigurePart::histogram | FigurePart::derivation;

} // namespace

FigureOptionsForm::FigureOptionsForm(QWidget* parent) : QWidget(parent)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    addSize(*form);
    addLooks(*form);
    addParts(*form);
    followUnit();
    connectControls();
}

void FigureOptionsForm::addSize(QFormLayout& form)
{
    m_width = numberBox(tr("Width"), "width", 1.0, 20'000.0);
    m_height = numberBox(tr("Height"), "height", 1.0, 20'000.0);
    m_unit = new QComboBox;
    m_unit->setObjectName(QStringLiteral("unit"));
    m_unit->setAccessibleName(tr("Unit of width and height"));
    m_unit->addItems({tr("Pixels"), tr("Millimetres"), tr("Inches")});
    m_scale = numberBox(tr("Scale"), "scale", 0.1, 100.0);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(2);
    m_scale->setPrefix(QStringLiteral("× "));
    m_dpi = new QSpinBox;
    m_dpi->setObjectName(QStringLiteral("dpi"));
    m_dpi->setAccessibleName(tr("Dots per inch"));
    m_dpi->setRange(0, 9'999);
    m_dpi->setKeyboardTracking(false);
    form.addRow(tr("&Width"), m_width);
    form.addRow(tr("&Height"), m_height);
    form.addRow(tr("&Unit"), m_unit);
    form.addRow(tr("&Scale"), m_scale);
    form.addRow(tr("&Dots per inch"), m_dpi);
}

void FigureOptionsForm::addLooks(QFormLayout& form)
{
    m_theme = new QComboBox;
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->setAccessibleName(tr("Colours"));
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_transparent = new QCheckBox(tr("&Transparent background"));
    m_transparent->setObjectName(QStringLiteral("transparent"));
    form.addRow(tr("C&olours"), m_theme);
    form.addRow(m_transparent);
}

void FigureOptionsForm::addParts(QFormLayout& form)
{
    const QList<std::pair<FigurePart, QString>> names{
        {FigurePart::title, tr("T&itle")},           {FigurePart::legend, tr("&Legend")},
        {FigurePart::forward, tr("&Forward plot")},  {FigurePart::gradient, tr("&Gradient plot")},
        {FigurePart::graph, tr("G&raph")},           {FigurePart::histogram, tr("Histo&grams")},
        {FigurePart::derivation, tr("D&erivation")}, {FigurePart::caption, tr("C&aption")}};
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(4);
    for (const auto& [part, name] : names) {
        auto* box = new QCheckBox(name);
        box->setChecked(usualParts.testFlag(part));
        box->setEnabled(!partsBeyondCurves.testFlag(part));
        grid->addWidget(box, static_cast<int>(m_parts.size()) / 2, static_cast<int>(m_parts.size()) % 2);
        m_parts << std::pair(part, box);
    }
    m_histogramAt = numberBox(tr("Point of the histograms"), "histogramAt", -1e9, 1e9);
    m_histogramAt->setDecimals(4);
    m_histogramAt->setEnabled(false);
    form.addRow(tr("Shows"), grid);
    form.addRow(tr("Histograms at"), m_histogramAt);
}

void FigureOptionsForm::connectControls()
{
    for (QDoubleSpinBox* box : {m_width, m_height, m_scale}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &FigureOptionsForm::changed);
    }
    connect(m_dpi, &QSpinBox::valueChanged, this, [this] {
        followUnit();
        emit changed();
    });
    connect(m_unit, &QComboBox::currentIndexChanged, this, &FigureOptionsForm::changeUnit);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &FigureOptionsForm::changed);
    connect(m_transparent, &QCheckBox::toggled, this, &FigureOptionsForm::changed);
    for (const auto& [part, box] : std::as_const(m_parts)) {
        connect(box, &QCheckBox::toggled, this, [this] {
            m_histogramAt->setEnabled(m_hasSweep && parts().testFlag(FigurePart::histogram));
            emit changed();
        });
    }
    connect(m_histogramAt, &QDoubleSpinBox::valueChanged, this, [this] {
        m_isHistogramPointChosen = true;
        emit changed();
    });
}

FigureOptionsForm::Unit FigureOptionsForm::unit() const
{
    return static_cast<Unit>(m_unit->currentIndex());
}

double FigureOptionsForm::pixelsPerUnit() const
{
    switch (m_shownUnit) {
    case Unit::millimetres:
        return logicalDpi / millimetresPerInch;
    case Unit::inches:
        return logicalDpi;
    case Unit::pixels:
        break;
    }
    return 1.0;
}

FigureParts FigureOptionsForm::parts() const
{
    FigureParts chosen;
    for (const auto& [part, box] : m_parts) {
        chosen.setFlag(part, box->isChecked());
    }
    return chosen;
}

FigureOptions FigureOptionsForm::options() const
{
    FigureOptions options{.width = m_width->value() * pixelsPerUnit(),
                          .height = m_height->value() * pixelsPerUnit(),
                          .scale = m_scale->value(),
                          .dpi = m_dpi->value() > 0 ? std::optional<double>(m_dpi->value()) : std::nullopt,
                          .dark = m_theme->currentIndex() == 1,
                          .transparent = m_transparent->isChecked(),
                          .parts = parts()};
    if (m_shownUnit != Unit::pixels) {
        options.scale = m_dpi->value() / logicalDpi;
    }
    if (m_isHistogramPointChosen) {
        options.histogramAt = m_histogramAt->value();
    }
    return options;
}

void FigureOptionsForm::setOptions(const FigureOptions& options)
{
    {
        const QSignalBlocker blocker(this);
        const bool isOnPaper = options.dpi && options.scale == *options.dpi / logicalDpi &&
                               !(isWhole(options.width) && isWhole(options.height));
        m_dpi->setValue(qRound(options.dpi.value_or(0.0)));
        m_unit->setCurrentIndex(static_cast<int>(isOnPaper ? Unit::millimetres : Unit::pixels));
        m_shownUnit = unit();
        followUnit();
        showLengths(options.width, options.height);
        if (!isOnPaper) {
            m_scale->setValue(options.scale);
        }
        m_theme->setCurrentIndex(options.dark ? 1 : 0);
        m_transparent->setChecked(options.transparent);
        for (const auto& [part, box] : std::as_const(m_parts)) {
            box->setChecked(options.parts.testFlag(part));
        }
        if (options.histogramAt) {
            m_histogramAt->setValue(*options.histogramAt);
        }
        m_isHistogramPointChosen = options.histogramAt.has_value();
    }
    emit changed();
}

void FigureOptionsForm::setSweep(double from, double to, double usualPoint)
{
    const QSignalBlocker blocker(m_histogramAt);
    m_hasSweep = true;
    m_histogramAt->setRange(std::min(from, to), std::max(from, to));
    if (!m_isHistogramPointChosen) {
        m_histogramAt->setValue(usualPoint);
    }
    m_histogramAt->setSingleStep(std::abs(to - from) / 20);
    m_histogramAt->setEnabled(parts().testFlag(FigurePart::histogram));
    for (const auto& [part, box] : std::as_const(m_parts)) {
        box->setEnabled(true);
    }
}

void FigureOptionsForm::changeUnit()
{
    {
        const QSignalBlocker blocker(this);
        const double width = m_width->value() * pixelsPerUnit();
        const double height = m_height->value() * pixelsPerUnit();
        m_shownUnit = unit();
        if (m_shownUnit != Unit::pixels && m_dpi->value() == 0) {
            m_dpi->setValue(dotsForPrint);
        }
        followUnit();
        showLengths(width, height);
    }
    emit changed();
}

void FigureOptionsForm::followUnit()
{
    const bool isOnPaper = m_shownUnit != Unit::pixels;
    const QString suffix = m_shownUnit == Unit::pixels        ? tr(" px")
                           : m_shownUnit == Unit::millimetres ? tr(" mm")
                                                              : tr(" in");
    for (QDoubleSpinBox* box : {m_width, m_height}) {
        box->setDecimals(m_shownUnit == Unit::pixels ? 0 : m_shownUnit == Unit::millimetres ? 1 : 3);
        box->setSingleStep(m_shownUnit == Unit::pixels        ? 50.0
                           : m_shownUnit == Unit::millimetres ? 5.0
                                                              : 0.25);
        box->setSuffix(suffix);
    }
    m_dpi->setMinimum(isOnPaper ? 1 : 0);
    m_dpi->setSpecialValueText(isOnPaper ? QString() : tr("automatic"));
    m_scale->setEnabled(!isOnPaper);
    if (isOnPaper) {
        const QSignalBlocker blocker(m_scale);
        m_scale->setValue(m_dpi->value() / logicalDpi);
    }
}

void FigureOptionsForm::showLengths(double width, double height)
{
    m_width->setValue(width / pixelsPerUnit());
    m_height->setValue(height / pixelsPerUnit());
}

} // namespace sluice
