// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation_parts.h"
#include "core/statistics/curves.h"
#include "core/statistics/streamed_summary.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace sluice {

/// The rows of one point whose samples are more than fit in memory: they come in blocks, which may be
/// summarised by any thread, and are appended in their order. So the bits are the same with any number of
/// threads.
class StreamedPoint
{
public:
    /// What is kept of one block.
    struct Block
    {
        std::vector<SampleBlock> rows;
        std::vector<Moments> differences;
        double noiseFreeValue = 0.0;
        /// One a variant.
        std::vector<double> targets;
    };
    using Row = std::function<std::span<const double>(std::size_t)>;
    using FirstOfRow = std::function<double(std::size_t)>;

    StreamedPoint(const Computation::Parts& parts, std::size_t samples);

    /// Of samples that were just computed; `above` and `below` are empty where no differences are wanted.
    [[nodiscard]] Block summarised(const Row& row, const FirstOfRow& first, const Row& above,
                                   const Row& below) const;
    void append(Block block);
    void store(Curves& curves, std::size_t point) const;
    /// As QuantileSketch::rankError.
    [[nodiscard]] double rankError() const;

private:
    [[nodiscard]] const StreamedSummary& streamOf(std::size_t row) const;

    const Computation::Parts& m_parts;
    /// The rows that are summarised, each once, and their streams.
    std::vector<std::size_t> m_rows;
    std::vector<StreamedSummary> m_streams;
    std::vector<MomentStream> m_differences;
    double m_noiseFreeValue = 0.0;
    std::vector<double> m_targets;
};

} // namespace sluice
