// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"
#include "core/operations/semantics.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sluice {

/// What flowed back through one use of a node.
struct GradientFlow
{
    NodeId user{};
    std::size_t operand = 0;
    /// The whole upstream gradient of the user, and what its rule made of it for this operand.
    NodeId upstream{};
    NodeId flow{};
};

/// Appends ∂of/∂by to the graph: reverse accumulation over the nodes between the two, each rule building
/// graph from graph, so that a gradient can be differentiated again. Nothing where no path carries a
/// gradient: disconnected. Symbolic gradients between the two must have been resolved before.
/// `flows` gets every flow on the way, from `of` to `by`.
/// @throws GraphTooLarge
[[nodiscard]] std::optional<NodeId> differentiate(Graph& graph, NodeId of, NodeId by,
                                                  const Semantics& semantics,
                                                  std::vector<GradientFlow>* flows = nullptr);

/// What a node's rule makes of an upstream gradient for one operand that has a rule; nothing where nothing
/// flows.
/// @throws GraphTooLarge
[[nodiscard]] std::optional<NodeId> flowTo(Graph& graph, NodeId user, std::size_t operand, NodeId upstream,
                                           const Semantics& semantics);

/// A graph without symbolic gradients, and where each node of the original went.
struct ResolvedGraph
{
    Graph graph;
    std::vector<NodeId> nodes;
};

/// Replaces every symbolic gradient by its expression, innermost first; a disconnected one by 0.
/// @throws GraphTooLarge
[[nodiscard]] ResolvedGraph resolveGradients(const Graph& graph, const Semantics& semantics);

} // namespace sluice
