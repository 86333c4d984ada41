// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/node_line.h"

#include "ui/panels/panel.h"
#include "ui/plot/readout.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace sluice {

namespace {

struct NodeText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::NodeText)
};

/// Six digits at most: it is one line.
QString percentOfSamples(double fraction)
{
    return significantText(std::round(fraction * 1000.0) / 10.0, 0.0);
}

/// The mean of the finite samples, their deviation where there is one, and how many are not finite.
QString summaryText(const Summary& of)
{
    if (of.nanFraction >= 1.0) {
        return QStringLiteral("NaN");
    }
    if (of.infFraction >= 1.0) {
        return NodeText::tr("infinite");
    }
    QString text = std::isnan(of.mean) ? NodeText::tr("not finite") : significantText(of.mean, of.meanError);
    if (of.stddev > 0.0) {
        text += NodeText::tr(", sd %1").arg(significantText(of.stddev, of.stddevError));
    }
    if (of.nanFraction > 0.0) {
        text += NodeText::tr(", %1 % NaN").arg(percentOfSamples(of.nanFraction));
    }
    if (of.infFraction > 0.0) {
        text += NodeText::tr(", %1 % infinite").arg(percentOfSamples(of.infFraction));
    }
    return text;
}

} // namespace

QString nodeReadingText(const NodeReading& reading, double spacing)
{
    const QString gradient =
        reading.isDisconnected ? NodeText::tr("disconnected: 0") : summaryText(reading.upstream);
    return NodeText::tr("%1 = %2: value %3 · ∂%4/∂%5 %6")
        .arg(QString::fromStdString(reading.input), positionText(reading.at, spacing),
             summaryText(reading.value), QString::fromStdString(reading.output),
             QString::fromStdString(reading.name), gradient);
}

NodeLine::NodeLine(QWidget* parent) : QWidget(parent), m_formula(new QLabel), m_numbers(new QLabel)
{
    m_formula->setAccessibleName(tr("What is selected in the graph"));
    m_numbers->setAccessibleName(tr("Its value and the gradient that reaches it at the crosshair"));
    m_formula->setFont(smaller(monospaceFont()));
    m_numbers->setFont(smaller(font()));
    m_numbers->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(panelMargin, 4, panelMargin, 6);
    layout->setSpacing(2);
    for (QLabel* label : {m_formula, m_numbers}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        // As high without text: the graph would jump with every selection.
        label->setFixedHeight(label->fontMetrics().height());
        layout->addWidget(label);
    }
}

void NodeLine::setTexts(const QString& formula, const QString& numbers)
{
    m_formulaText = formula;
    m_numbersText = numbers;
    const QString whole = numbers.isEmpty() ? formula : formula + QLatin1Char('\n') + numbers;
    m_formula->setToolTip(whole);
    m_numbers->setToolTip(whole);
    m_formula->setAccessibleDescription(formula);
    m_numbers->setAccessibleDescription(numbers);
    elide();
}

void NodeLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    elide();
}

void NodeLine::elide()
{
    const int width = contentsRect().width() - 2 * panelMargin;
    m_formula->setText(m_formula->fontMetrics().elidedText(m_formulaText, Qt::ElideRight, width));
    m_numbers->setText(m_numbers->fontMetrics().elidedText(m_numbersText, Qt::ElideRight, width));
}

} // namespace sluice
