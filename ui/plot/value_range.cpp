// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/value_range.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sluice {

namespace {

/// Axes can't be drawn for numbers near the limits of double.
constexpr double largestShown = 1e150;

struct Extent
{
    double low = 0.0;
    double high = 0.0;
    bool found = false;

    void include(double value)
    {
        if (!std::isfinite(value)) {
            return;
        }
        value = std::clamp(value, -largestShown, largestShown);
        low = found ? std::min(low, value) : value;
        high = found ? std::max(high, value) : value;
        found = true;
    }
};

ValueRange padded(double low, double high, double share)
{
    const double magnitude = std::max(std::abs(low), std::abs(high));
    const double width = high - low;
    if (width > 1e-11 * magnitude && width > 1e-150) {
        return {low - share * width, high + share * width};
    }
    const double middle = low + width / 2;
    const double half = magnitude > 1e-150 ? magnitude / 2 : 1.0;
    return {middle - half, middle + half};
}

double valueAtRank(std::vector<double> values, std::size_t rank)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank), values.end());
    return values[rank];
}

/// How far from the middle the curves may be shown: all of it, unless at most a handful of isolated points
/// makes up most of the range, as beside a pole. A narrow but smooth peak has more points in its upper half
/// than that.
double readableDeviation(const std::vector<double>& deviations)
{
    constexpr double shareThatMayExplode = 0.025;
    constexpr double explosion = 4.0;
    constexpr std::ptrdiff_t isolated = 4;

    const double largest = *std::ranges::max_element(deviations);
    const auto tail = static_cast<std::size_t>(shareThatMayExplode * static_cast<double>(deviations.size()));
    const double usual = valueAtRank(deviations, deviations.size() - 1 - tail);
    const auto inUpperHalf =
        std::ranges::count_if(deviations, [&](double deviation) { return deviation > largest / 2; });
    return usual > 0.0 && largest > explosion * usual && inUpperHalf <= isolated ? usual : largest;
}

} // namespace

ValueRange readableRange(std::span<const std::span<const double>> curves)
{
    Extent all;
    std::vector<Extent> atPoint;
    std::vector<double> values;
    for (const std::span<const double> curve : curves) {
        atPoint.resize(std::max(atPoint.size(), curve.size()));
        for (std::size_t i = 0; i < curve.size(); ++i) {
            atPoint[i].include(curve[i]);
            all.include(curve[i]);
            if (std::isfinite(curve[i])) {
                values.push_back(std::clamp(curve[i], -largestShown, largestShown));
            }
        }
    }
    if (!all.found) {
        return {};
    }
    const double median = valueAtRank(values, values.size() / 2);
    std::vector<double> deviations;
    for (const Extent& extent : atPoint) {
        if (extent.found) {
            deviations.push_back(std::max(extent.high - median, median - extent.low));
        }
    }
    const double deviation = readableDeviation(deviations);
    return padded(std::max(all.low, median - deviation), std::min(all.high, median + deviation), 0.06);
}

ValueRange readableDecades(std::span<const std::span<const double>> curves)
{
    // What lies further below is rounding.
    constexpr double mostDecades = 12.0;
    Extent positive;
    bool hasZero = false;
    for (const std::span<const double> curve : curves) {
        for (const double value : curve) {
            hasZero = hasZero || value == 0.0;
            if (value > 0.0) {
                positive.include(value);
            }
        }
    }
    if (!positive.found) {
        return {1e-3, 1.0};
    }
    const double high = std::max(-150.0, std::ceil(std::log10(positive.high)));
    double low = std::max(std::floor(std::log10(positive.low)), high - mostDecades);
    if (low == high) {
        low -= 1.0;
    }
    if (hasZero) {
        low -= 1.0;
    }
    return {std::pow(10.0, low), std::pow(10.0, high)};
}

ValueRange rangeOfPoints(std::span<const double> points)
{
    Extent extent;
    for (const double point : points) {
        extent.include(point);
    }
    return extent.found ? padded(extent.low, extent.high, 0.0) : ValueRange{};
}

} // namespace sluice
