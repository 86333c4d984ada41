// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A sum in a fixed tree of lanes: the same bits always, fast, and with a smaller error than one by one.
template <class Term>
double sum(std::span<const double> values, Term term)
{
    constexpr std::size_t lanes = 8;
    std::array<double, lanes> partial{};
    std::size_t i = 0;
    for (; i + lanes <= values.size(); i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            partial[lane] += term(values[i + lane]);
    for (std::size_t lane = 0; i < values.size(); ++i, ++lane)
        partial[lane] += term(values[i]);
    return ((partial[0] + partial[1]) + (partial[2] + partial[3])) +
           ((partial[4] + partial[5]) + (partial[6] + partial[7]));
}

/// Shifted by the first value, so that equal values have exactly their own mean and a deviation of exactly 0.
double meanOf(std::span<const double> values)
{
    const double shift = values.front();
    const double mean =
        shift + sum(values, [=](double v) { return v - shift; }) / static_cast<double>(values.size());
    if (std::isfinite(mean))
        return mean;
    // Differences or their sum have overflowed.
    const auto count = static_cast<double>(values.size());
    return sum(values, [=](double v) { return v / count; });
}

struct Spread
{
    double stddev = notANumber;
    double stddevError = notANumber;
};

Spread spreadOf(std::span<const double> values, double mean)
{
    const auto n = static_cast<double>(values.size());
    if (values.size() < 2)
        return {};
    const double second = sum(values, [=](double v) { return (v - mean) * (v - mean); });
    const double stddev = std::sqrt(second / (n - 1.0));
    if (stddev == 0.0)
        return {.stddev = 0.0, .stddevError = 0.0};
    // In units of stddev, so that a fourth power neither overflows nor vanishes.
    const double fourth = sum(values,
                              [=](double v) {
                                  const double square = (v - mean) / stddev * ((v - mean) / stddev);
                                  return square * square;
                              }) /
                          n;
    const double varianceOfVariance = std::max(0.0, fourth - (n - 3.0) / (n - 1.0)) / n;
    return {.stddev = stddev, .stddevError = stddev * std::sqrt(varianceOfVariance) / 2.0};
}

/// NumPy's interpolation, which is symmetric in its ends.
double between(double low, double high, double share)
{
    const double width = high - low;
    return share < 0.5 ? low + width * share : high - width * (1.0 - share);
}

/// Selects from the middle outwards, so that every further selection has only a half, then a quarter to look
/// at.
std::array<double, quantileRanks.size()> quantilesOf(std::span<double> values)
{
    constexpr std::size_t count = quantileRanks.size();
    std::array<double, count> positions{};
    std::array<std::span<double>::iterator, count> below;
    for (std::size_t q = 0; q < count; ++q) {
        positions[q] = quantileRanks[q] * static_cast<double>(values.size() - 1);
        below[q] = values.begin() + static_cast<std::ptrdiff_t>(positions[q]);
    }
    // An empty stretch is one whose quantile has been put in place as a neighbour's.
    const auto select = [](auto begin, auto nth, auto end) {
        if (begin <= nth && nth < end)
            std::nth_element(begin, nth, end);
    };
    select(values.begin(), below[2], values.end());
    select(values.begin(), below[1], below[2]);
    select(below[2] + 1, below[3], values.end());
    select(values.begin(), below[0], below[1]);
    select(below[3] + 1, below[4], values.end());

    std::array<double, count> quantiles{};
    for (std::size_t q = 0; q < count; ++q) {
        const auto end = q + 1 < count && below[q + 1] > below[q] ? below[q + 1] + 1 : values.end();
        const bool isLast = below[q] + 1 == values.end();
        const double above = isLast ? *below[q] : *std::min_element(below[q] + 1, end);
        quantiles[q] = between(*below[q], above, positions[q] - std::floor(positions[q]));
    }
    return quantiles;
}

int signOf(double v)
{
    return v > 0.0 ? 1 : v < 0.0 ? -1 : 0;
}

} // namespace

void Summariser::keepFinite(std::span<const double> samples)
{
    m_finite.resize(samples.size());
    const auto kept =
        std::ranges::copy_if(samples, m_finite.begin(), [](double v) { return std::isfinite(v); });
    m_finite.erase(kept.out, m_finite.end());
}

Summary Summariser::summarise(std::span<const double> samples)
{
    keepFinite(samples);
    Summary summary;
    const auto all = static_cast<double>(samples.size());
    const auto nans = std::ranges::count_if(samples, [](double v) { return std::isnan(v); });
    summary.nanFraction = static_cast<double>(nans) / all;
    summary.infFraction = (all - static_cast<double>(m_finite.size()) - static_cast<double>(nans)) / all;
    if (m_finite.empty()) {
        summary.mean = summary.stddev = summary.meanError = summary.stddevError = notANumber;
        summary.quantiles.fill(notANumber);
        return summary;
    }
    summary.mean = meanOf(m_finite);
    const Spread spread = spreadOf(m_finite, summary.mean);
    summary.stddev = spread.stddev;
    summary.stddevError = spread.stddevError;
    summary.meanError = spread.stddev / std::sqrt(static_cast<double>(m_finite.size()));
    if (spread.stddev == 0.0) {
        summary.quantiles.fill(m_finite.front());
        return summary;
    }
    m_sorted = m_finite;
    summary.quantiles = quantilesOf(m_sorted);
    return summary;
}

Comparison Summariser::compare(const Summary& summary, double target) const
{
    Comparison comparison;
    comparison.bias = summary.mean - target;
    comparison.snr = std::abs(summary.mean) / summary.stddev;
    if (m_finite.empty() || std::isnan(target)) {
        comparison.rmse = comparison.signAgreement = notANumber;
        return comparison;
    }
    const auto n = static_cast<double>(m_finite.size());
    comparison.rmse = std::sqrt(sum(m_finite, [=](double v) { return (v - target) * (v - target); }) / n);
    const int sign = signOf(target);
    comparison.signAgreement = sum(m_finite, [=](double v) { return signOf(v) == sign ? 1.0 : 0.0; }) / n;
    return comparison;
}

Estimate Summariser::difference(std::span<const double> above, std::span<const double> below, double width)
{
    m_finite.clear();
    for (std::size_t i = 0; i < above.size(); ++i)
        if (std::isfinite(above[i]) && std::isfinite(below[i]))
            m_finite.push_back((above[i] - below[i]) / width);
    if (m_finite.empty())
        return {.value = notANumber, .error = notANumber};
    const double mean = meanOf(m_finite);
    return {.value = mean,
            .error = spreadOf(m_finite, mean).stddev / std::sqrt(static_cast<double>(m_finite.size()))};
}

} // namespace sluice
