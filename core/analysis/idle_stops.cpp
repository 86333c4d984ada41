// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/idle_stops.h"

#include "core/evaluation/shared_graph.h"
#include "core/gradient/hidden_ways.h"
#include "core/gradient/value_and_gradient.h"
#include "core/graph/dependants.h"
#include "core/operations/operation.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sluice {

namespace {

/// A stop's effect is found by differentiating without it.
constexpr std::size_t maximumTries = 8;
constexpr std::size_t maximumNodes = 20'000;

/// The same program with a stop_gradient that lets the gradient pass.
Program withoutStop(const Program& program, NodeId stop)
{
    Program result = program;
    Graph graph;
    for (std::size_t i = 0; i < program.graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = program.graph[id];
        if (id == stop)
            graph.append(operationNamed("identity"), node.operands());
        else
            graph.appendCopy(program.graph, id, node.operands());
    }
    result.graph = std::move(graph);
    return result;
}

/// Value and gradient under gates, equal expressions as equal nodes.
struct SharedRoots
{
    SharedGraph shared;
    NodeId by{};
    std::span<const BoundGate> gates;
    const Semantics* semantics = nullptr;

    struct Found
    {
        std::vector<NodeId> roots;
        bool isDisconnected = false;
        bool operator==(const Found&) const = default;
    };
    Found add(const Program& program, NodeId output)
    {
        const ValueAndGradient both = valueAndGradient(gated(program, output, gates), by, *semantics);
        return {shared.add(both.graph, std::array{both.value, both.gradient}), both.isDisconnected};
    }
};

} // namespace

std::vector<NodeId> idleStops(const Computation::Parts& prepared, std::span<const BoundGate> gates)
{
    const Program& program = prepared.program;
    const Graph& graph = program.graph;
    const NodeId by = *program.findVariable(prepared.input);
    const std::vector<bool> depends = dependantsOf(graph, by);
    std::vector<NodeId> idle;
    std::vector<bool> isUsed(graph.size(), false);
    isUsed[index(prepared.output)] = true;
    for (std::size_t i = graph.size(); i-- > 0;) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        if (!isUsed[i])
            continue;
        for (const NodeId operand : graph[id].operands())
            isUsed[index(operand)] = true;
        if (graph[id].operation->role == Role::stopGradient && !depends[i])
            idle.push_back(id);
    }
    if (idle.empty() || !hasHiddenWays(program))
        return idle;

    if (graph.size() > maximumNodes)
        return {};
    idle.resize(std::min(idle.size(), maximumTries));
    SharedRoots roots{
        .shared = {}, .by = by, .gates = gates, .semantics = &semanticsOf(prepared.experiment.semantics)};
    const SharedRoots::Found with = roots.add(program, prepared.output);
    std::erase_if(
        idle, [&](NodeId stop) { return roots.add(withoutStop(program, stop), prepared.output) != with; });
    return idle;
}

} // namespace sluice
