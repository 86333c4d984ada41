// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/quantiles.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sluice {

/// Quantiles of more samples than fit in memory, after Agarwal, Cormode, Huang, Phillips, Wei and Yi,
/// "Mergeable summaries" (2013), section 3.2. Sorted buffers of k samples stand in a binary counter. Two of a
/// level merge into one of the next, in which each sample stands for two: of the merged order every other one
/// is kept, those in odd places or those in even ones by the toss of a coin. The coin is a hash of which
/// merge it is: the same samples in the same order give the same bits.
///
/// Memory: k·log2(n/k) samples.
///
/// The error of a quantile's rank: a merge of buffers of weight w changes how many samples are taken to lie
/// below a given number by -w, 0 or w, by 0 on average, and surely by 0 where that many are even. There are
/// n/2kw such merges, w = 1, 2, 4, …, so the variance of the rank is at most n/2k·Σw < n²/2k²: the standard
/// deviation is below 1/(√2·k) of all samples, and near 1/2k where half of the numbers are even. Besides, a
/// quantile falls between buffered samples, which adds at most half of the largest weight: 1/2k.
class QuantileSketch
{
public:
    static constexpr std::size_t defaultBufferSize = 65'536;

    /// The default, or as much less as keeps the memory for so many samples to that for ten million.
    [[nodiscard]] static std::size_t bufferSizeFor(std::size_t samples);

    /// k, which must be even.
    explicit QuantileSketch(std::size_t bufferSize = defaultBufferSize);

    /// Takes finite samples in ascending order; quickest where there are k of them.
    void append(std::vector<double> sorted);

    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    /// NaN where there is no sample.
    [[nodiscard]] Quantiles quantiles() const;
    /// The error of the rank of a quantile, as a share of all samples: the bound of its standard deviation,
    /// plus half of the largest weight. 0 where the quantiles are exact, as those of fewer than 2k samples
    /// are.
    [[nodiscard]] double rankError() const;

private:
    struct Buffer
    {
        std::vector<double> sorted;
        std::uint32_t level = 0;
    };

    void carry(std::vector<double> sorted);
    [[nodiscard]] bool coin(std::uint32_t level) const;

    std::size_t m_bufferSize;
    std::size_t m_count = 0;
    /// In falling levels.
    std::vector<Buffer> m_buffers;
    /// Those that don't fill a buffer yet.
    std::vector<double> m_pending;
    /// How many buffers have been filled.
    std::uint64_t m_filled = 0;
    /// Of how many samples are taken to lie below a number; an upper bound.
    double m_rankVariance = 0.0;
};

} // namespace sluice
