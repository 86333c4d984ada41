// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace sluice {

/// A typed real number of any size, shown with the fewest digits that read back to it, with the decimal sign
/// of the window's language. Up and Down step it.
class NumberBox : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit NumberBox(QWidget* parent = nullptr);

    [[nodiscard]] double value() const { return m_value; }
    /// Emits nothing, and leaves alone what is being typed where the number is the same.
    void setValue(double value);
    void setStep(double step) { m_step = step; }

    void stepBy(int steps) override;
    QValidator::State validate(QString& input, int& position) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user has typed or stepped to another number.
    void edited(double value);

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }

private:
    void commit();
    void showValue();

    double m_value = 0.0;
    double m_step = 0.01;
};

/// The number as people and Python write it; nothing typed is no number.
[[nodiscard]] QString numberText(double value);

} // namespace sluice
