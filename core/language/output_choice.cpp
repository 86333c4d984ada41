// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/output_choice.h"

#include "core/operations/operation.h"
#include "core/operations/table.h"

#include <algorithm>
#include <cstddef>

namespace sluice {

namespace {

/// By what a gradient is taken is no use of it.
std::vector<bool> usedNodes(const Graph& graph)
{
    std::vector<bool> isUsed(graph.size(), false);
    for (const Node& node : graph.nodes()) {
        const std::size_t uses = node.operation->role == Role::gradient ? 1 : node.arity;
        for (std::size_t i = 0; i < uses; ++i)
            isUsed[index(node.operandIds[i])] = true;
    }
    return isUsed;
}

} // namespace

std::optional<OutputChoice> chooseOutput(const Graph& graph, std::optional<NodeId> named,
                                         std::span<const GradientRequest> requests,
                                         std::span<const NodeId> assigned)
{
    const std::vector<bool> isUsed = usedNodes(graph);
    const auto isUnused = [&](NodeId node) { return !isUsed[index(node)]; };
    const auto isFinal = [&](const GradientRequest& request) {
        return std::ranges::all_of(request.results, isUnused);
    };
    const auto last = std::find_if(requests.rbegin(), requests.rend(), isFinal);
    const GradientRequest* request = last == requests.rend() ? nullptr : &*last;
    if (named) {
        // The last gradient of this very node says by what, else the last of any.
        const auto isOfNamed = [&](const GradientRequest& each) { return each.value == *named; };
        auto asking = std::find_if(requests.rbegin(), requests.rend(), isOfNamed);
        if (asking == requests.rend())
            asking = requests.rbegin();
        return OutputChoice{*named, asking == requests.rend() ? std::nullopt : asking->by, nullptr};
    }
    if (request)
        return OutputChoice{request->value, request->by, request};
    const auto isCandidate = [&](NodeId node) {
        return isUnused(node) && graph[node].operation->role != Role::variable;
    };
    const auto output = std::find_if(assigned.rbegin(), assigned.rend(), isCandidate);
    if (output == assigned.rend())
        return std::nullopt;
    return OutputChoice{*output, std::nullopt, nullptr};
}

NodeId withoutIdentities(const Graph& graph, NodeId node)
{
    static const Operation* const identity = &operationNamed("identity");
    while (graph[node].operation == identity)
        node = graph[node].operandIds[0];
    return node;
}

} // namespace sluice
