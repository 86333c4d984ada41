// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/algebra_system.h"
#include "core/analysis/sweep_figures.h"
#include "core/analysis/verdict.h"
#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sluice {

/// Gates as text, as a variant has them.
using Gates = std::vector<std::string>;

/// What gates at one place, or at two, make of the gradient. The forward value is the same for all: where the
/// text takes gradients itself, a gate can change it, and such gates are no placements.
struct Placement : SweepFigures
{
    /// All gates of the variant, with those that were there before.
    Gates gates;
    /// Other placements with the very same gradient.
    std::vector<Gates> equivalents;

    bool isDisconnected = false;
    Certainty noiseFree = Certainty::no;
    /// Whether it equals the gradient of the noise-free counterpart.
    Certainty matchesNoiseFreeGradient = Certainty::no;
    /// What is proved by algebra does not hold where one of these formulas is 0.
    std::vector<std::string> exceptWhereZero;

    /// Every sample of the gradient is 0 at every point that counts.
    bool isZeroEverywhere = false;
    /// Nodes of value and gradient, equal ones shared, beyond those that the graph has without the gates that
    /// were added. A gate can save some, too.
    std::ptrdiff_t extraNodes = 0;

    /// Free of noise and the noise-free gradient: what the advisor looks for. 0 behind a stop is no cure.
    [[nodiscard]] bool isCure() const
    {
        return !isDisconnected && noiseFree != Certainty::no && matchesNoiseFreeGradient != Certainty::no;
    }
    /// A cure that one can train with: somewhere in the sweep its gradient is finite and not 0.
    [[nodiscard]] bool isUsefulCure() const { return isCure() && points > 0 && !isZeroEverywhere; }
};

/// A clean gate on a place that all paths from the input to the output pass, as the layers of a chain are.
struct DepthPoint
{
    std::string place;
    /// From 1, counted from the input on.
    std::size_t depth = 0;
    /// Which of the advice's placements it is.
    std::size_t placement = 0;
};

struct Advice
{
    std::string input;
    std::string output;
    /// Best first. One of them has no gates but those that were there before, and as its equivalents all
    /// placements that change nothing.
    std::vector<Placement> placements;
    std::size_t ungated = 0;
    /// How the gradient depends on the depth of a clean gate, from input to output.
    std::vector<DepthPoint> depths;
    /// The output's value is computed from noise, so that what is known of its mean is what samples show.
    bool isValueNoisy = true;
};

struct AdviceOptions
{
    /// Gates that stay, whatever is added.
    Gates kept;
    /// Whether the output itself may get a gate, which always cures: not where more is to follow it.
    bool withGatesOnOutput = true;
    /// Called now and then, from any thread, with the share done.
    std::function<void(double)> progress;
    /// Proves what samples have only shown.
    AlgebraSystem algebra = AlgebraSystem();
    /// For all proofs by algebra together; the best placements come first.
    std::chrono::milliseconds timeForAlgebra{1000};
};

/// Ranks every placement of one stop or clean gate, and those of two that cure where no single one does. The
/// experiment says what is sampled; its variants have no say.
/// @return nothing where it was stopped
/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] std::optional<Advice> advise(const Program& program, const Experiment& experiment,
                                           const AdviceOptions& options = {},
                                           const std::stop_token& stop = {});

} // namespace sluice
