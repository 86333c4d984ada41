// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/value_and_gradient.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sluice {

ValueAndGradient valueAndGradient(const RewrittenGraph& rewritten, NodeId by, const Semantics& semantics)
{
    ResolvedGraph resolved = resolveGradients(rewritten.graph, semantics);
    const auto resolvedNode = [&](NodeId node) { return resolved.nodes[index(node)]; };
    const NodeId value = resolvedNode(rewritten.output);
    ValueAndGradient result;
    result.by = resolvedNode(rewritten.nodes[index(by)]);
    const std::optional<NodeId> gradient =
        differentiate(resolved.graph, value, result.by, semantics, &result.flows);
    result.value = value;
    result.isDisconnected = !gradient;
    result.gradient = gradient ? *gradient : resolved.graph.appendConstant(0.0);
    result.nodes.reserve(rewritten.nodes.size());
    std::ranges::transform(rewritten.nodes, std::back_inserter(result.nodes), resolvedNode);
    result.counterparts.reserve(rewritten.counterparts.size());
    std::ranges::transform(rewritten.counterparts, std::back_inserter(result.counterparts), resolvedNode);
    for (const InsertedGate& gate : rewritten.gates)
        result.gates.push_back({.node = resolvedNode(gate.node), .gate = gate.gate});
    result.graph = std::move(resolved.graph);
    return result;
}

} // namespace sluice
