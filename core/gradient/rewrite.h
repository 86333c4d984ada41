// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/gate.h"
#include "core/graph/graph.h"
#include "core/language/program.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// A gate bound to the graph of its program: to a node, or to one use of it.
struct BoundGate
{
    NodeId node{};
    /// For a gate on an edge: the node that uses it, and as which operand.
    std::optional<NodeId> user;
    std::size_t operand = 0;
    GateKind kind = GateKind::stop;
};

/// All nodes or uses that a gate names (several for `h#*`, or where one place uses another twice); none where
/// the program has no such place or use.
[[nodiscard]] std::vector<BoundGate> bind(const Gate& gate, const Program& program);

/// A node that a gate became.
struct InsertedGate
{
    NodeId node{};
    BoundGate gate;
};

/// A graph made from a program's, and where each node of the original went.
struct RewrittenGraph
{
    Graph graph;
    std::vector<NodeId> nodes;
    NodeId output{};
    /// Where each node's noise-free counterpart went; the node itself where it has none.
    std::vector<NodeId> counterparts;
    /// What gates became: a stop_gradient or a surrogate each.
    std::vector<InsertedGate> gates;
};

/// The program's graph with gates: every gated use of a node goes through a stop_gradient, or through a
/// surrogate whose backward side is the node's noise-free counterpart (with the gates before it kept). A gate
/// on the output acts on the output itself too. Gradients stay symbolic: they are of the gated graph.
/// @throws GraphTooLarge
[[nodiscard]] RewrittenGraph gated(const Program& program, NodeId output, std::span<const BoundGate> gates);

/// The same graph with every noise source at its nominal value; everything else of the text is kept.
/// @throws GraphTooLarge
[[nodiscard]] RewrittenGraph noiseFreeCounterpart(const Program& program, NodeId output);

} // namespace sluice
