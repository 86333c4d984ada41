// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/number_box.h"

#include "ui/local_number.h"
#include "ui/panels/panel.h"
#include "ui/workspace/literal_rewriting.h"

#include <QLineEdit>

namespace sluice {

QString numberText(double value)
{
    return QString::fromStdString(literalText(value));
}

NumberBox::NumberBox(QWidget* parent) : QAbstractSpinBox(parent)
{
    setButtonSymbols(NoButtons);
    setFont(monospaceFont());
    setAlignment(Qt::AlignRight);
    setKeyboardTracking(false);
    connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::commit);
    showValue();
}

void NumberBox::setValue(double value)
{
    if (value != m_value) {
        m_value = value;
        showValue();
    }
}

void NumberBox::showValue()
{
    lineEdit()->setText(localNumber(numberText(m_value)));
    lineEdit()->setCursorPosition(0);
}

void NumberBox::commit()
{
    const std::optional<double> typed = typedNumber(lineEdit()->text());
    if (!typed || *typed == m_value) {
        showValue();
        return;
    }
    setValue(*typed);
    emit edited(m_value);
}

void NumberBox::stepBy(int steps)
{
    commit();
    const double next = roundedToStep(m_value + steps * m_step, m_step);
    if (next != m_value) {
        setValue(next);
        emit edited(m_value);
    }
    selectAll();
}

QValidator::State NumberBox::validate(QString& input, int& /*position*/) const
{
    return typedNumber(input) ? QValidator::Acceptable : QValidator::Intermediate;
}

QSize NumberBox::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(QStringLiteral("-0.00000"));
    return {width + 12, QAbstractSpinBox::sizeHint().height()};
}

QSize NumberBox::minimumSizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(QStringLiteral("-0.000"));
    return {width + 10, QAbstractSpinBox::minimumSizeHint().height()};
}

} // namespace sluice
