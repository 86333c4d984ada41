// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/summary.h"

#include <cmath>
#include <limits>
#include <optional>

namespace sluice {

namespace {

constexpr double undefinedQuantile = std::numeric_limits<double>::quiet_NaN();

} // namespace

Summary summaryOf(const Moments& moments, const Quantiles& quantiles, NonFinite nonFinite)
{
    const auto all = static_cast<double>(moments.count() + nonFinite.nans + nonFinite.infinities);
    return {.mean = moments.mean(),
            .stddev = moments.stddev(),
            .quantiles = quantiles,
            .nanFraction = static_cast<double>(nonFinite.nans) / all,
            .infFraction = static_cast<double>(nonFinite.infinities) / all,
            .meanError = moments.meanError(),
            .stddevError = moments.stddevError()};
}

Comparison comparisonOf(const Moments& moments, double target)
{
    const double mean = moments.mean();
    return {.bias = mean - target,
            .rmse = moments.rootMeanSquareAbout(target),
            .snr = std::abs(mean) / moments.stddev(),
            .signAgreement = moments.signAgreement(target)};
}

Estimate estimateOf(const Moments& moments)
{
    return {.value = moments.mean(), .error = moments.meanError()};
}

Summary Summariser::summarise(std::span<const double> samples)
{
    NonFinite nonFinite;
    std::span<const double> finite = samples;
    std::optional<Moments> moments = Moments::of(samples);
    if (!moments) {
        nonFinite = keepFinite(samples, m_finite);
        finite = m_finite;
        moments = Moments::of(finite);
    }
    m_moments = *moments;
    Quantiles quantiles{};
    if (finite.empty())
        quantiles.fill(undefinedQuantile);
    else
        quantiles = m_selector.select(finite, m_moments.lowest(), m_moments.highest());
    return summaryOf(m_moments, quantiles, nonFinite);
}

Summary Summariser::summarise(std::span<const float> samples)
{
    m_widened.assign(samples.begin(), samples.end());
    return summarise(m_widened);
}

Comparison Summariser::compare(const Summary& /*summary*/, double target) const
{
    return comparisonOf(m_moments, target);
}

Moments Summariser::differenceMoments(std::span<const double> above, std::span<const double> below,
                                      double width)
{
    findDifferences(above, below, width, m_finite);
    if (const std::optional<Moments> moments = Moments::of(m_finite))
        return *moments;
    findFiniteDifferences(above, below, width, m_finite);
    const std::optional<Moments> moments = Moments::of(m_finite);
    return moments ? *moments : Moments::ofOverflow(m_finite);
}

Estimate Summariser::difference(std::span<const double> above, std::span<const double> below, double width)
{
    return estimateOf(differenceMoments(above, below, width));
}

} // namespace sluice
