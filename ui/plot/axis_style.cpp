// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_style.h"

#include "ui/local_number.h"

#include <qcustomplot.h>

namespace sluice {

namespace {

/// What numbers at an axis are written with.
struct DecimalSign
{
    QString sign = QStringLiteral(".");
};

/// Tick labels with a true minus sign.
template <class Ticker>
class NumberTicker : public Ticker, public DecimalSign
{
protected:
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar format, int precision) override
    {
        // Exponents are found in the label by the sign that they have in C's locale.
        QString label = Ticker::getTickLabel(tick, QLocale::c(), format, precision);
        label.replace(QLatin1Char('.'), sign);
        if (label.startsWith(QLatin1Char('-'))) {
            label[0] = QChar(0x2212);
        }
        return label;
    }
};

template <class Ticker>
QSharedPointer<QCPAxisTicker> numberTicker(const QString& sign)
{
    auto ticker = QSharedPointer<NumberTicker<Ticker>>::create();
    ticker->sign = sign;
    return ticker;
}

DecimalSign* decimalSignOf(const QCPAxis& axis)
{
    return dynamic_cast<DecimalSign*>(axis.ticker().data());
}

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
        axis->setTicker(numberTicker<QCPAxisTicker>(QStringLiteral(".")));
        axis->setNumberFormat(QStringLiteral("gbc"));
        axis->setNumberPrecision(6);
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelPadding(3);
        axis->setLabelPadding(4);
    }
}

void useLocalNumbers(QCPAxis& axis)
{
    axis.setTicker(numberTicker<QCPAxisTicker>(localNumber(QStringLiteral("."))));
}

void setScale(QCPAxis& axis, bool isLogarithmic)
{
    const DecimalSign* sign = decimalSignOf(axis);
    const QString written = sign != nullptr ? sign->sign : QStringLiteral(".");
    const int ticks = axis.ticker()->tickCount();
    axis.setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (isLogarithmic) {
        axis.setTicker(numberTicker<QCPAxisTickerLog>(written));
    } else {
        axis.setTicker(numberTicker<QCPAxisTicker>(written));
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
    if (DecimalSign* sign = decimalSignOf(axis)) {
        sign->sign = style.decimalSign();
    }
}

} // namespace sluice
