// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_style.h"

#include <qcustomplot.h>

namespace sluice {

namespace {

/// Tick labels with a true minus sign.
class NumberTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        QString label = QCPAxisTicker::getTickLabel(tick, locale, format, precision);
        if (label.startsWith(QLatin1Char('-'))) {
            label[0] = QChar(0x2212);
        }
        return label;
    }
};

} // namespace

std::array<QCPAxis*, 2> axesOf(const QCPAxisRect& rect)
{
    return {rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft)};
}

void prepareAxes(QCPAxisRect& rect)
{
    rect.removeAxis(rect.axis(QCPAxis::atTop));
    rect.removeAxis(rect.axis(QCPAxis::atRight));
    rect.setMinimumSize(20, 20);
    for (QCPAxis* axis : axesOf(rect)) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->setTicker(QSharedPointer<NumberTicker>::create());
        axis->setNumberFormat(QStringLiteral("gbc"));
        axis->setNumberPrecision(6);
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelPadding(3);
        axis->setLabelPadding(4);
    }
}

void setScale(QCPAxis& axis, bool isLogarithmic)
{
    const int ticks = axis.ticker()->tickCount();
    axis.setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (isLogarithmic) {
        axis.setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    } else {
        axis.setTicker(QSharedPointer<NumberTicker>::create());
    }
    axis.ticker()->setTickCount(ticks);
}

void styleAxis(QCPAxis& axis, const FigureStyle& style)
{
    const Theme& theme = *style.theme;
    const QPen axisPen(withOpacity(theme.secondaryText, 0.7), 1.0);
    axis.setBasePen(axisPen);
    axis.setTickPen(axisPen);
    axis.setTickLabelColor(theme.secondaryText);
    axis.setTickLabelFont(style.smallFont());
    axis.setLabelColor(theme.text);
    axis.setLabelFont(style.font());
    axis.grid()->setPen(QPen(theme.grid, 1.0));
    axis.grid()->setZeroLinePen(QPen(theme.line, 1.0));
}

} // namespace sluice
