// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sluice {

/// An estimated share of a variance, with a confidence interval of 95 %: an estimate may lie outside of 0
/// to 1.
struct Share
{
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// How much of the gradient's variance one noise source causes.
struct SourceShare
{
    std::string source;
    /// Whether the shares can be told: not where few samples decide the variance (heavy tails), or where the
    /// estimates contradict one another, which is another sign of it.
    bool isTold = true;
    /// By itself: Var(E[g | source]) / Var(g).
    Share firstOrder;
    /// Together with all others: E[Var(g | all others)] / Var(g).
    Share total;
    /// The same at each point of `Attribution::x`.
    std::vector<Share> firstOrderAt;
    std::vector<Share> totalAt;
};

struct Attribution
{
    /// The points that were sampled, of those of the sweep.
    std::vector<double> x;
    /// How many samples were taken at each; fewer than the experiment's where all would take too long.
    std::size_t samples = 0;
    /// Var(g) at each.
    std::vector<double> variance;
    /// The sources that reach the gradient, largest total share first. None where it is free of noise.
    std::vector<SourceShare> sources;
};

struct AttributionOptions
{
    /// The gates of the gradient.
    std::vector<std::string> gates;
    /// At most so many points, evenly chosen from those of the sweep; 0 for all. Fewer points and samples are
    /// taken where all of them would take more than seconds.
    std::size_t points = 41;
    std::function<void(double)> progress;
};

/// Shares of the gradient's variance by pick-freeze on two streams of draws: first-order shares by Saltelli
/// et al. (2010), total ones by Jansen (1999). Over the sweep, the points' variances are summed. Points at
/// which a sample is not finite have no shares (NaN), and no part in the sums; where there is no other point
/// with a variance, there are no sources.
/// @return nothing where it was stopped
/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] std::optional<Attribution> attribute(const Program& program, const Experiment& experiment,
                                                   const AttributionOptions& options = {},
                                                   const std::stop_token& stop = {});

} // namespace sluice
