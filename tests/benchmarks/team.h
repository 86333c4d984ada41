// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/workload_constants.h"

#include <cstddef>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace sluice::benchmarks {

/// So many threads, which share the points of a sweep among them.
class Team
{
public:
    explicit Team(std::size_t threads) : m_threads(threads), m_arena(static_cast<int>(threads)) {}

    /// One thread works without a scheduler.
    template <class ComputePoint>
    void forAllPoints(const ComputePoint& computePoint)
    {
        const auto computeRange = [&](std::size_t begin, std::size_t end) {
            for (std::size_t point = begin; point < end; ++point)
                computePoint(point);
        };
        if (m_threads == 1)
            computeRange(0, points);
        else
            m_arena.execute([&] {
                tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points, 4),
                                  [&](const auto& range) { computeRange(range.begin(), range.end()); });
            });
    }

private:
    std::size_t m_threads;
    tbb::task_arena m_arena;
};

} // namespace sluice::benchmarks
