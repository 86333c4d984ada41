// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/algebra_system.h"
#include "core/analysis/ranges.h"
#include "core/graph/graph.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// Larger graphs are not worth the try.
inline constexpr std::size_t maximumAlgebraNodes = 600;

/// Asks whether a node's value is free of noise. Nothing where it can't be asked: the graph is too large, or
/// has a constant that is not finite. The graph is a shared one, with the ranges of its nodes.
[[nodiscard]] std::optional<AlgebraQuestion> questionFree(const Graph& graph, NodeId root,
                                                          std::span<const Range> ranges);
/// Asks whether two nodes have equal values.
[[nodiscard]] std::optional<AlgebraQuestion> questionEqual(const Graph& graph, NodeId a, NodeId b,
                                                           std::span<const Range> ranges);

/// The nodes at whose zeros the unsimplified expressions are singular, in the order of the graph, without
/// those that the ranges keep away from 0. An algebra system cancels silently, so a proof holds except there.
[[nodiscard]] std::vector<NodeId> singularNodes(const Graph& graph, std::span<const NodeId> roots,
                                                std::span<const Range> ranges);

} // namespace sluice
