// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/target_bias.h"

#include "core/statistics/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

constexpr double square(double v)
{
    return v * v;
}

} // namespace

Bias biasOf(const PointBias& point)
{
    const double half = reachOf95Percent * point.standardError + point.allowance;
    return {.value = point.difference, .low = point.difference - half, .high = point.difference + half};
}

Bias biasOf(const VariantCurves& variant, const VariantCurves& ungated, GradientTarget target,
            std::size_t point)
{
    const double mean = variant.gradient.mean[point];
    const double error = variant.gradient.meanError[point];
    const GradientComparison& comparison = variant.comparison;
    switch (target) {
    case GradientTarget::noiseFree:
        return biasOf({.difference = mean - comparison.noiseFree[point], .standardError = error});
    case GradientTarget::gradientOfMean:
        if (comparison.gradientOfMean.empty())
            return biasOf({.difference = notANumber});
        return biasOf({.difference = mean - comparison.gradientOfMean[point],
                       .standardError = error + comparison.gradientOfMeanError[point]});
    case GradientTarget::pathwise:
        break;
    }
    if (&variant == &ungated)
        return biasOf({.difference = mean - mean});
    return biasOf({.difference = mean - ungated.gradient.mean[point],
                   .standardError = error + ungated.gradient.meanError[point]});
}

void RmsBias::add(const PointBias& point)
{
    const double difference = std::abs(point.difference);
    const bool isKnown = std::isfinite(point.standardError);
    const double noise = isKnown ? square(point.standardError) : 0.0;
    m_isUnknown = m_isUnknown || !isKnown;
    ++m_points;
    m_square += square(difference) - noise;
    m_leastSquare += square(std::max(0.0, difference - point.allowance)) - noise;
    m_mostSquare += square(difference + point.allowance) - noise;
    const double variance = noise * (2.0 * noise + 4.0 * std::max(0.0, square(difference) - noise));
    m_variance += variance;
    m_deviation += std::sqrt(variance);
}

Bias RmsBias::result() const
{
    if (m_points == 0)
        return {.value = notANumber, .low = notANumber, .high = notANumber, .points = 0};
    const auto n = static_cast<double>(m_points);
    const double half = reachOf95Percent * (m_errors == Errors::shared ? m_deviation : std::sqrt(m_variance));
    const auto root = [n](double sum) { return std::sqrt(std::max(0.0, sum / n)); };
    if (m_isUnknown)
        return {.value = root(m_square),
                .low = 0.0,
                .high = std::numeric_limits<double>::infinity(),
                .points = m_points};
    return {.value = root(m_square),
            .low = root(m_leastSquare - half),
            .high = root(m_mostSquare + half),
            .points = m_points};
}

} // namespace sluice
