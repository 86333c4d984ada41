// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gated_gradient.h"

#include "core/evaluation/shared_graph.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace sluice {

namespace {

bool readsDraws(const Graph& graph, NodeId root)
{
    std::vector<bool> isNeeded(index(root) + 1);
    isNeeded[index(root)] = true;
    for (std::size_t i = isNeeded.size(); i-- > 0;) {
        if (!isNeeded[i])
            continue;
        const Node& node = graph.nodes()[i];
        if (node.operation->role == Role::draw)
            return true;
        for (const NodeId operand : node.operands())
            isNeeded[index(operand)] = true;
    }
    return false;
}

} // namespace

GatedGradients::GatedGradients(const Computation::Parts& prepared, std::vector<BoundGate> kept)
    : m_prepared(prepared), m_kept(std::move(kept)), m_by(*prepared.program.findVariable(prepared.input))
{
}

ValueAndGradient GatedGradients::graphWith(std::span<const BoundGate> added) const
{
    std::vector<BoundGate> gates = m_kept;
    std::ranges::copy(added, std::back_inserter(gates));
    return valueAndGradient(gated(m_prepared.program, m_prepared.output, gates), m_by,
                            semanticsOf(m_prepared.experiment.semantics));
}

GradientSketch sketchOf(const ValueAndGradient& graph)
{
    SharedGraph shared;
    const std::vector<NodeId> roots = shared.add(graph.graph, std::array{graph.value, graph.gradient});
    const NodeId gradient = roots[1];
    return {.value = fingerprintOf(shared.graph(), roots[0]),
            .gradient = fingerprintOf(shared.graph(), gradient),
            .isDisconnected = graph.isDisconnected,
            .isWithoutDraws = !readsDraws(shared.graph(), gradient),
            .nodes = shared.graph().size()};
}

} // namespace sluice
