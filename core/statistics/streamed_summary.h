// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/finite_samples.h"
#include "core/statistics/moments.h"
#include "core/statistics/quantile_sketch.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sluice {

/// The moments of a stream of blocks, merged in a tree that depends on nothing but the order of the blocks.
class MomentStream
{
public:
    void append(const Moments& block);
    [[nodiscard]] Moments total() const;

private:
    struct Node
    {
        Moments moments;
        std::uint32_t level = 0;
    };

    /// A binary counter, in falling levels.
    std::vector<Node> m_nodes;
};

/// What a stream needs to know of some of its samples. Blocks are independent of each other: each may be made
/// by another thread.
class SampleBlock
{
public:
    explicit SampleBlock(std::span<const double> samples);

private:
    friend class StreamedSummary;

    std::vector<double> m_sorted; ///< those that are finite
    NonFinite m_nonFinite;
    Moments m_moments;
};

/// The summary of samples that don't fit in memory. They come in blocks (of any size, but those of
/// blockSizeFor() are quickest), which are appended in the order of the samples; the same samples then give
/// the same bits, whoever made the blocks.
///
/// Everything is exact but the quantiles, which are those of a QuantileSketch, and its memory is all that
/// grows.
class StreamedSummary
{
public:
    static constexpr std::size_t largestBlockSize = QuantileSketch::defaultBufferSize;

    /// The size for so many samples: a block becomes a buffer of the sketch as it is. Of two sizes the
    /// smaller would leave gaps in the memory between the larger.
    [[nodiscard]] static std::size_t blockSizeFor(std::size_t samples)
    {
        return QuantileSketch::bufferSizeFor(samples);
    }

    /// For about so many samples: with more the quantiles stay right, but take more memory.
    explicit StreamedSummary(std::size_t samples) : m_sketch(blockSizeFor(samples)) {}

    void append(SampleBlock block);

    /// Of all samples so far; may be asked for at any time.
    [[nodiscard]] Summary summary() const;
    [[nodiscard]] Comparison compare(double target) const;
    /// As QuantileSketch::rankError.
    [[nodiscard]] double rankError() const { return m_sketch.rankError(); }

private:
    NonFinite m_nonFinite;
    MomentStream m_moments;
    QuantileSketch m_sketch;
};

} // namespace sluice
