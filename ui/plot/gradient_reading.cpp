// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/gradient_reading.h"

#include "core/analysis/target_bias.h"
#include "core/statistics/confidence.h"
#include "ui/plot/readout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

struct ReadingText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::ReadingText)
};

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

Reading95 deviationAt(const Statistics& of, std::size_t point)
{
    const double deviation = of.stddev[point];
    const double half = reachOf95Percent * of.stddevError[point];
    // A deviation that is seen at all is not 0, however few samples show it.
    const double low = deviation - half;
    return {.value = deviation, .low = low < 0.0 ? 0.0 : low, .high = deviation + half, .isTold = true};
}

Reading95 biasAt(const FigureContent& content, std::size_t variant, std::size_t point)
{
    const std::vector<VariantCurves>& variants = content.curves->variants;
    const GradientTarget target = content.view.target;
    const std::size_t ungated = variant < content.variants.size()
                                    ? content.variants[variant].ungated.value_or(variants.size())
                                    : variants.size();
    if (target == GradientTarget::pathwise && ungated >= variants.size()) {
        return {.value = notANumber, .low = notANumber, .high = notANumber};
    }
    const Bias bias =
        biasOf(variants[variant], variants[ungated < variants.size() ? ungated : 0], target, point);
    return {.value = bias.value, .low = bias.low, .high = bias.high, .isTold = bias.isTold()};
}

} // namespace

Reading95 readingAt(const FigureContent& content, std::size_t variant, std::size_t point)
{
    if (content.view.reading == GradientReading::deviation) {
        return deviationAt(content.curves->variants[variant].gradient, point);
    }
    return biasAt(content, variant, point);
}

Statistics readingOf(const FigureContent& content, std::size_t variant)
{
    const Statistics& gradient = content.curves->variants[variant].gradient;
    Statistics reading;
    for (std::size_t point = 0; point < gradient.mean.size(); ++point) {
        Reading95 at = readingAt(content, variant, point);
        if (content.view.reading == GradientReading::logBias && !std::isnan(at.value)) {
            const double far = std::max(std::abs(at.low), std::abs(at.high));
            const double near = at.isTold ? std::min(std::abs(at.low), std::abs(at.high)) : 0.0;
            at = {.value = std::abs(at.value), .low = near, .high = far, .isTold = at.isTold};
        }
        // A bias of exactly 0 without any error is told.
        const bool isShown = at.isTold || at.low == at.high;
        reading.mean.push_back(isShown ? at.value : notANumber);
        reading.q05.push_back(at.low);
        reading.q95.push_back(at.high);
    }
    reading.nanFraction = gradient.nanFraction;
    reading.infFraction = gradient.infFraction;
    return reading;
}

QString readingText(const Reading95& reading, GradientReading kind)
{
    if (std::isnan(reading.value)) {
        return QStringLiteral("NaN");
    }
    const double error = (reading.high - reading.low) / 2 / reachOf95Percent;
    if (!std::isfinite(error)) {
        return ReadingText::tr("%1, of unknown error").arg(significantText(reading.value, 0.0));
    }
    if (error == 0.0) {
        return significantText(reading.value, 0.0);
    }
    const QString interval = QStringLiteral("%1 … %2").arg(significantText(reading.low, error),
                                                           significantText(reading.high, error));
    if (kind != GradientReading::deviation && !reading.isTold) {
        return ReadingText::tr("can’t tell (%1)").arg(interval);
    }
    return QStringLiteral("%1 (%2)").arg(significantText(reading.value, error), interval);
}

QString targetName(GradientTarget target, const QString& input, const QString& output)
{
    switch (target) {
    case GradientTarget::noiseFree:
        return ReadingText::tr("the noise-free gradient");
    case GradientTarget::gradientOfMean:
        return QStringLiteral("d/d%1 E[%2]").arg(input, output);
    case GradientTarget::pathwise:
        break;
    }
    return ReadingText::tr("the mean gradient without gates");
}

} // namespace sluice
