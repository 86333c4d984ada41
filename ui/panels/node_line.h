// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/node_reading.h"

#include <QString>
#include <QWidget>

class QLabel;

namespace sluice {

/// A node's value and the gradient that reaches it at a point, on one line: means, and standard deviations
/// where there is noise.
[[nodiscard]] QString nodeReadingText(const NodeReading& reading, double spacing);

/// Two lines on what is selected in the graph: its formula, and its numbers at the crosshair. Where there is
/// too little room they end in an ellipsis; the tool tip has them whole.
class NodeLine : public QWidget
{
    Q_OBJECT

public:
    explicit NodeLine(QWidget* parent = nullptr);

    void setTexts(const QString& formula, const QString& numbers);
    [[nodiscard]] const QString& formula() const { return m_formulaText; }
    [[nodiscard]] const QString& numbers() const { return m_numbersText; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    QString m_formulaText;
    QString m_numbersText;
    QLabel* m_formula = nullptr;
    QLabel* m_numbers = nullptr;
};

} // namespace sluice
