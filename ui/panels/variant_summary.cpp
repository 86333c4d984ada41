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
    return localNumber(QString::number(value, 'g', 2));
}

} // namespace

double gradientSpread(const VariantCurves& curves)
{
    double squares = 0.0;
    std::size_t count = 0;
    for (const double deviation : curves.gradient.stddev) {
        if (std::isfinite(deviation)) {
            squares += deviation * deviation;
            ++count;
        }
    }
    return count > 0 ? std::sqrt(squares / static_cast<double>(count))
                     : std::numeric_limits<double>::quiet_NaN();
}

QString shortSummary(const VariantCurves& curves)
{
    if (curves.disconnected) {
        return VariantSummaryText::tr("disconnected");
    }
    const double spread = gradientSpread(curves);
    if (std::isnan(spread)) {
        return VariantSummaryText::tr("NaN");
    }
    return spread == 0.0 ? QStringLiteral("0") : QStringLiteral("±") + shortNumber(spread);
}

QString summarySentence(const VariantCurves& curves)
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
            "The gradient has no noise: its standard deviation is 0 at every point.");
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
