// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sampling.h"
#include "core/analysis/sweep_figures.h"
#include "core/experiment/computation_parts.h"
#include "core/gradient/value_and_gradient.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace sluice {

/// What a sweep tells of one gradient, and how much its samples differ.
struct GradientFigures : SweepFigures
{
    /// The largest deviation of a sample from the first of its point, and from the noise-free gradient, in
    /// units of the larger of the two: 0 to rounding where samples don't differ.
    double largestDeviation = 0.0;
    double largestError = 0.0;
    /// Every sample at every point that counts is 0.
    bool isZero = true;
};

/// Samples gradients of one program under several gatings, at the sweep's points, all on the same draws. The
/// same bits with any number of threads.
class GradientSampling
{
public:
    /// `prepared` and `ungated`, which the pathwise target is taken from, must outlive it.
    GradientSampling(const Computation::Parts& prepared, const ValueAndGradient& ungated)
        : m_prepared(prepared), m_ungated(ungated)
    {
    }

    /// How many gradients are sampled at once at best.
    [[nodiscard]] std::size_t batchSize() const;
    /// One a gradient, in their order; nothing where it was stopped.
    /// @throws GraphTooLarge, ExperimentError where the samples don't fit in memory
    [[nodiscard]] std::optional<std::vector<GradientFigures>>
    sample(std::span<const ValueAndGradient> gradients, Progress& progress,
           const std::stop_token& stop) const;

private:
    const Computation::Parts& m_prepared;
    const ValueAndGradient& m_ungated;
};

} // namespace sluice
