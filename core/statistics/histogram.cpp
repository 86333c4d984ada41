// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/histogram.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace sluice {

namespace {

struct Spread
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double binWidth = std::numeric_limits<double>::infinity();

    void include(double from, double to)
    {
        low = std::min(low, from);
        high = std::max(high, to);
    }
};

std::vector<double> sortedFinite(const std::vector<double>& samples)
{
    std::vector<double> finite;
    std::ranges::copy_if(samples, std::back_inserter(finite), [](double x) { return std::isfinite(x); });
    std::ranges::sort(finite);
    return finite;
}

/// Of a sorted set.
double rankedAt(const std::vector<double>& sorted, double share)
{
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

std::optional<double> constantOf(const std::vector<double>& sorted)
{
    constexpr double rounding = 1e-12;
    if (sorted.empty())
        return std::nullopt;
    const double scale = std::max(std::abs(sorted.front()), std::abs(sorted.back()));
    return sorted.back() - sorted.front() <= rounding * scale ? std::optional(rankedAt(sorted, 0.5))
                                                              : std::nullopt;
}

void include(Spread& spread, const std::vector<double>& sorted)
{
    constexpr double outermost = 0.005;
    constexpr double farOut = 5.0;
    const double inner = rankedAt(sorted, outermost);
    const double outer = rankedAt(sorted, 1.0 - outermost);
    const bool isFarOut = sorted.back() - sorted.front() > farOut * (outer - inner) && outer > inner;
    spread.include(isFarOut ? inner : sorted.front(), isFarOut ? outer : sorted.back());
    const double quartiles = rankedAt(sorted, 0.75) - rankedAt(sorted, 0.25);
    if (quartiles > 0.0) {
        const double width = 2.0 * quartiles / std::cbrt(static_cast<double>(sorted.size()));
        spread.binWidth = std::min(spread.binWidth, width);
    }
}

std::size_t binCount(const Spread& spread)
{
    constexpr double fewest = 8.0;
    constexpr double most = 60.0;
    const double wanted = std::ceil((spread.high - spread.low) / spread.binWidth);
    return static_cast<std::size_t>(std::isfinite(wanted) ? std::clamp(wanted, fewest, most) : most);
}

std::vector<double> sharesOf(const std::vector<double>& sorted, const Spread& spread, std::size_t bins,
                             std::size_t all)
{
    std::vector<double> shares(bins, 0.0);
    for (const double sample : sorted) {
        // Halves, since the whole width of the largest numbers is infinite.
        const double position = (sample / 2 - spread.low / 2) / (spread.high / 2 - spread.low / 2);
        if (position >= 0.0 && position <= 1.0) {
            const auto bin = static_cast<std::size_t>(position * static_cast<double>(bins));
            shares[std::min(bin, bins - 1)] += 1.0;
        }
    }
    for (double& share : shares)
        share /= static_cast<double>(all);
    return shares;
}

} // namespace

std::vector<Histogram> histogramsOf(std::span<const std::vector<double>> sets)
{
    std::vector<std::vector<double>> sorted;
    std::vector<Histogram> histograms;
    Spread spread;
    for (const std::vector<double>& set : sets) {
        sorted.push_back(sortedFinite(set));
        histograms.push_back({.constant = constantOf(sorted.back())});
        if (histograms.back().constant)
            spread.include(*histograms.back().constant, *histograms.back().constant);
        else if (!sorted.back().empty())
            include(spread, sorted.back());
    }
    if (spread.low == spread.high) {
        const double around = spread.low == 0.0 ? 1.0 : std::abs(spread.low) / 2;
        spread.include(spread.low - around, spread.high + around);
    }
    const std::size_t bins = binCount(spread);
    for (std::size_t i = 0; i < histograms.size(); ++i) {
        histograms[i].low = spread.low;
        histograms[i].high = spread.high;
        if (!histograms[i].constant && !sorted[i].empty())
            histograms[i].shares = sharesOf(sorted[i], spread, bins, sets[i].size());
    }
    return histograms;
}

} // namespace sluice
