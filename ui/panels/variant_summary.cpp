// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/variant_summary.h"

#include "ui/local_number.h"
#include "ui/phrase_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <limits>

namespace sluice {

namespace {

struct VariantSummaryText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::VariantSummaryText)
};

QString shortNumber(double value)
{
    return readableNumber(value, 2);
}

/// Of those that are finite; NaN where none is.
double rootMeanSquare(std::span<const double> numbers)
{
    double squares = 0.0;
    std::size_t count = 0;
    for (const double number : numbers) {
        if (std::isfinite(number)) {
            squares += number * number;
            ++count;
        }
    }
    return count > 0 ? std::sqrt(squares / static_cast<double>(count))
                     : std::numeric_limits<double>::quiet_NaN();
}

/// Whether the samples of the gradient differ by no more than the last bits of their mean.
bool isRounding(const VariantCurves& curves, Precision precision)
{
    constexpr double lastBits = 8.0;
    const double epsilon = precision == Precision::float32 ? std::numeric_limits<float>::epsilon()
                                                           : std::numeric_limits<double>::epsilon();
    return gradientSpread(curves) <= lastBits * epsilon * rootMeanSquare(curves.gradient.mean);
}

} // namespace

double gradientSpread(const VariantCurves& curves)
{
    return rootMeanSquare(curves.gradient.stddev);
}

QString shortSummary(const VariantCurves& curves, Precision precision)
{
    if (curves.disconnected) {
        return VariantSummaryText::tr("disconnected");
    }
    const double spread = gradientSpread(curves);
    if (std::isnan(spread)) {
        return VariantSummaryText::tr("NaN");
    }
    return isRounding(curves, precision) ? QStringLiteral("0") : QStringLiteral("±") + shortNumber(spread);
}

QString summarySentence(const VariantCurves& curves, Precision precision)
{
    if (curves.disconnected) {
        return VariantSummaryText::tr("The gradient is disconnected: no path leads back to the input.");
    }
    const double spread = gradientSpread(curves);
    if (std::isnan(spread)) {
        return VariantSummaryText::tr(
            "The gradient has no finite value on the sweep, or there is one sample only.");
    }
    if (spread == 0.0) {
        return VariantSummaryText::tr(
            "No sample shows noise in the gradient: its standard deviation is 0 at every point.");
    }
    if (isRounding(curves, precision)) {
        return VariantSummaryText::tr("No sample shows more than rounding in the gradient: its standard "
                                      "deviation is %1 (root mean square over the sweep).")
            .arg(shortNumber(spread));
    }
    return VariantSummaryText::tr(
               "The gradient is noisy: its standard deviation is %1 (root mean square over the sweep).")
        .arg(shortNumber(spread));
}

QStringList remarksOn(std::span<const GateEffect> effects)
{
    QStringList remarks;
    for (const GateEffect& effect : effects) {
        const QString gate = QString::fromStdString(effect.gate);
        const QString reason = translated(effect.reason);
        if (effect.notFound) {
            remarks << (reason.isEmpty() ? VariantSummaryText::tr("%1 is not in the expression").arg(gate)
                                         : VariantSummaryText::tr("%1 is not found: %2").arg(gate, reason));
        } else if (effect.changesNothing) {
            remarks << (reason.isEmpty()
                            ? VariantSummaryText::tr("%1 changes nothing").arg(gate)
                            : VariantSummaryText::tr("%1 changes nothing: %2").arg(gate, reason));
        }
    }
    return remarks;
}

} // namespace sluice
