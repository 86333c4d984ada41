// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/row_probe.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sluice {

/// The ranks of the five quantiles that are read off samples.
inline constexpr std::array quantileRanks{0.05, 0.25, 0.50, 0.75, 0.95};

using Quantiles = std::array<double, quantileRanks.size()>;

/// The number at a share of the way between two order statistics, low <= high, as NumPy interpolates; a zero
/// has no sign.
[[nodiscard]] double between(double low, double high, double share);

/// Quantiles of numbers in ascending order, linear between order statistics: Hyndman and Fan's type 7,
/// NumPy's default.
[[nodiscard]] Quantiles quantilesOfSorted(std::span<const double> sorted);

/// Finds the quantiles of samples without sorting them all, to the same bits as if they were sorted. The
/// samples are thrown into equally wide buckets, about as many as there are samples, and only the buckets
/// that hold an asked-for order statistic are sorted. Some of the samples show beforehand whether that would
/// tell them apart: few values that repeat are counted instead, and where tails are too heavy or clusters
/// too far apart, the row is sorted. Keeps its memory from one call to the next.
class QuantileSelector
{
public:
    /// Of finite samples, at least one, the extremes of which are known.
    [[nodiscard]] Quantiles select(std::span<const double> samples, double lowest, double highest);

private:
    [[nodiscard]] Quantiles sortAll(std::span<const double> samples);

    [[nodiscard]] Quantiles selectAround(double prevailing, std::span<const double> samples);
    [[nodiscard]] Quantiles selectFromTies(std::span<const double> samples, std::span<const double> values);
    [[nodiscard]] Quantiles selectFromBuckets(std::span<const double> samples, BucketRange range);

    /// A word holds how many samples a bucket has and, in its lower half, the last of them; `previous` leads
    /// from each to the one before.
    template <class Index, class Word>
    [[nodiscard]] Quantiles selectFromBuckets(std::span<const double> samples, BucketRange range,
                                              std::vector<Word>& buckets, std::vector<Index>& previous);

    std::vector<double> m_sorted;
    std::vector<std::uint16_t> m_bucketOf;
    std::vector<std::uint32_t> m_buckets;
    std::vector<std::uint16_t> m_previous;
    std::vector<std::uint64_t> m_wideBuckets;
    std::vector<std::uint32_t> m_widePrevious;
};

} // namespace sluice
