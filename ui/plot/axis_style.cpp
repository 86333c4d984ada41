// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_style.h"

#include "ui/local_number.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

/// What numbers at an axis are written with.
struct DecimalSign
{
    QString sign = QStringLiteral(".");
};

/// Ticks that give a scale: the usual step, unless fewer than two of its ticks are in the range or their
/// labels overlap.
class ScaleTicker : public QCPAxisTicker
{
public:
    double labelShare = 0.0;

protected:
    double getTickStep(const QCPRange& range) override
    {
        const double usual = QCPAxisTicker::getTickStep(range);
        if (!(usual > 0.0) || !std::isfinite(usual) || givesScale(usual, range)) {
            return usual;
        }
        constexpr std::array mantissas{1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0};
        const double decade = std::pow(10.0, std::floor(std::log10(usual)));
        double best = usual;
        double leastRatio = std::numeric_limits<double>::infinity();
        for (const double power : {0.1, 1.0, 10.0}) {
            for (const double mantissa : mantissas) {
                const double step = mantissa * power * decade;
                const double ratio = std::max(step / usual, usual / step);
                if (ratio < leastRatio && givesScale(step, range)) {
                    best = step;
                    leastRatio = ratio;
                }
            }
        }
        return best;
    }

private:
    [[nodiscard]] bool givesScale(double step, const QCPRange& range) const
    {
        constexpr double rounding = 1e-9;
        const double first = std::ceil((range.lower - tickOrigin()) / step - rounding);
        const double last = std::floor((range.upper - tickOrigin()) / step + rounding);
        return last - first >= 1.0 && step >= labelShare * range.size();
    }
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
        axis->setTicker(numberTicker<ScaleTicker>(QStringLiteral(".")));
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
    axis.setTicker(numberTicker<ScaleTicker>(localNumber(QStringLiteral("."))));
}

void setScale(QCPAxis& axis, bool isLogarithmic)
{
    const DecimalSign* sign = decimalSignOf(axis);
    const QString written = sign != nullptr ? sign->sign : QStringLiteral(".");
    const int ticks = axis.ticker()->tickCount();
    const auto* scale = dynamic_cast<const ScaleTicker*>(axis.ticker().data());
    const double share = scale != nullptr ? scale->labelShare : 0.0;
    axis.setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (isLogarithmic) {
        axis.setTicker(numberTicker<QCPAxisTickerLog>(written));
    } else {
        axis.setTicker(numberTicker<ScaleTicker>(written));
    }
    axis.ticker()->setTickCount(ticks);
    setLabelShare(axis, share);
}

void setLabelShare(QCPAxis& axis, double share)
{
    if (auto* ticker = dynamic_cast<ScaleTicker*>(axis.ticker().data())) {
        ticker->labelShare = share;
    }
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
