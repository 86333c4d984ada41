// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/output_choice.h"

#include "core/operations/operation.h"
#include "core/operations/table.h"

#include <algorithm>
#include <cstddef>
#include <ranges>

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
                                         std::span<const GradientRequest> requests, std::span<const NodeId> assigned)
{
    const std::vector<bool> isUsed = usedNodes(graph);
    const auto isUnused = [&](NodeId node) { return !isUsed[index(node)]; };
    const auto isFinal = [&](const GradientRequest& request) { return std::ranges::all_of(request.results, isUnused); };
    const auto reversed = requests | std::views::reverse;
    const auto last = std::ranges::find_if(reversed, isFinal);
    const GradientRequest* request = last == reversed.end() ? nullptr : &*last;
    if (named) {
        // The last gradient of this very node says by what, else the last of any.
        auto asking = std::ranges::find(reversed, *named, &GradientRequest::value);
        if (asking == reversed.end())
            asking = reversed.begin();
        return OutputChoice{*named, asking == reversed.end() ? std::nullopt : asking->by, nullptr};
    }
    if (request)
        return OutputChoice{request->value, request->by, request};
    const auto isCandidate = [&](NodeId node) { return isUnused(node) && graph[node].operation->role != Role::variable; };
    const auto newestFirst = assigned | std::views::reverse;
    const auto output = std::ranges::find_if(newestFirst, isCandidate);
    if (output == newestFirst.end())
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
