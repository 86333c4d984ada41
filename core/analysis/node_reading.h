// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>

namespace sluice {

/// What the samples show of one node at one point of the sweep.
struct NodeReading
{
    /// The name of its place, and the expression as it stands in the text.
    std::string name;
    std::string expression;
    std::string input;
    double at = 0.0;
    std::string output;
    Summary value;
    /// ∂output/∂node: the sum of what flows back to it from its uses. Where a gate puts the node's noise-free
    /// counterpart in its place, what flows back to that.
    Summary upstream;
    /// Nothing flows back to it.
    bool isDisconnected = false;
};

/// Reads the node with this name in a variant of the experiment, at the point x, whose draws are those of the
/// sweep's point with this number. Nothing where it was stopped, or the program has no such node.
/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] std::optional<NodeReading> readNode(const Program& program, const Experiment& experiment,
                                                  std::size_t variant, const std::string& name, double x,
                                                  std::size_t point, const std::stop_token& stop = {});

} // namespace sluice
