// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/differentiate.h"
#include "core/gradient/rewrite.h"
#include "core/graph/graph.h"
#include "core/operations/semantics.h"

#include <vector>

namespace sluice {

/// A graph with its output's value and gradient, free of symbolic gradients, and where each node of the
/// program went.
struct ValueAndGradient
{
    Graph graph;
    std::vector<NodeId> nodes;
    NodeId value{};
    /// The constant 0 where no path carries a gradient.
    NodeId gradient{};
    bool isDisconnected = false;
    /// The variable that the output is differentiated by.
    NodeId by{};
    /// Where each node's noise-free counterpart went; the node itself where it has none.
    std::vector<NodeId> counterparts;
    /// What gates became: a stop_gradient or a surrogate each.
    std::vector<InsertedGate> gates;
    /// What flowed back where, from the output to `by`.
    std::vector<GradientFlow> flows;
};

/// Resolves the gradients inside a rewritten graph, then differentiates its output by the program's node
/// `by`.
/// @throws GraphTooLarge
[[nodiscard]] ValueAndGradient valueAndGradient(const RewrittenGraph& rewritten, NodeId by,
                                                const Semantics& semantics);

} // namespace sluice
