// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"
#include "core/experiment/computation_parts.h"

#include <span>
#include <stop_token>
#include <vector>

namespace sluice {

/// Which nodes of a graph vary with the noise in the samples at points of the sweep, by more than rounding
/// can; so may those that are finite for some draws only, or at no point. Those that no noise reaches don't.
[[nodiscard]] std::vector<bool> varyInSamples(const Computation::Parts& prepared, const Graph& graph,
                                              std::span<const NodeId> nodes, const std::stop_token& stop);

/// Marks the factors and the edges of a derivation that noise reaches, and that don't vary with it in any
/// sample.
void markWhatDoesNotVary(Derivation& derivation, const Computation::Parts& prepared,
                         const std::stop_token& stop = {});

} // namespace sluice
