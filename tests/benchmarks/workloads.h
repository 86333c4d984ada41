// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluator.h"
#include "core/evaluation/shared_graph.h"
#include "core/gradient/value_and_gradient.h"
#include "core/language/program.h"
#include "tests/benchmarks/workload_constants.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sluice::benchmarks {

/// A program whose speed is measured.
struct Workload
{
    std::string name;
    std::string text;
    std::size_t sources = 0;
};

/// origin: a few exact operations, bound by memory. deep: 24 noisy layers of tanh. trans: two sources in
/// exponentials, a sine and a logarithm.
[[nodiscard]] const std::array<Workload, 3>& workloads();

/// The points of the sweep, from -2 to 2.
[[nodiscard]] std::vector<double> sweepPoints();

/// The seed of all noise.
inline constexpr std::uint64_t seed = 1;

/// A workload as the project computes it.
struct CompiledWorkload
{
    explicit CompiledWorkload(const Workload& workload);

    Program program;
    /// Roots: value, gradient.
    Kernel kernel;
    /// Roots: the scaled noise of each source, in the order of the text.
    Kernel noiseKernel;
};

/// Roots: value, gradient.
[[nodiscard]] Kernel valueAndGradientKernel(const Program& program,
                                            InstructionSet instructionSet = bestInstructionSet());

/// The noise of all sources as the graph sees it, scaled: source by source, within it point by point.
[[nodiscard]] std::vector<double> scaledNoise(const CompiledWorkload& workload);

/// The numbers that every contender must arrive at.
struct Outcome
{
    std::vector<double> value;
    std::vector<double> gradient;
};
[[nodiscard]] Outcome outcome(const CompiledWorkload& workload);

/// The greatest difference relative to max(1, |expected|); infinity where one is no number and the other is.
[[nodiscard]] double greatestDifference(std::span<const double> found, std::span<const double> expected);

} // namespace sluice::benchmarks
