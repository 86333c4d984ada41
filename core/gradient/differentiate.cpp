// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/differentiate.h"

#include "core/operations/operation.h"

#include <array>
#include <cmath>

namespace sluice {

namespace {

/// Which nodes from `by` on (at position 0) up to `of` a gradient can flow through, back to `by`.
std::vector<bool> nodesOnTheWay(const Graph& graph, NodeId of, NodeId by)
{
    std::vector<bool> onTheWay(index(of) - index(by) + 1, false);
    onTheWay[0] = true;
    for (std::size_t i = index(by) + 1; i <= index(of); ++i) {
        const Node& node = graph.nodes()[i];
        for (std::size_t k = 0; k < node.arity && !onTheWay[i - index(by)]; ++k) {
            const std::size_t operand = index(node.operandIds[k]);
            onTheWay[i - index(by)] = node.operation->gradients[k] != nullptr && operand >= index(by) &&
                                      onTheWay[operand - index(by)];
        }
    }
    return onTheWay;
}

LocalGradient localGradient(Graph& graph, NodeId node, NodeId upstream, const Semantics& semantics)
{
    LocalGradient local{
        .operands = {}, .result = {&graph, node}, .upstream = {&graph, upstream}, .semantics = semantics};
    const Node& at = graph[node];
    for (std::size_t k = 0; k < at.arity; ++k)
        local.operands[k] = {&graph, at.operandIds[k]};
    if (at.arity > 1) {
        const Node& second = graph[at.operandIds[1]];
        local.wholeNumberExponent =
            second.operation->role == Role::constant && second.constant == std::nearbyint(second.constant);
    }
    return local;
}

} // namespace

std::optional<NodeId> flowTo(Graph& graph, NodeId user, std::size_t operand, NodeId upstream,
                             const Semantics& semantics)
{
    const GradientRule rule = graph[user].operation->gradients[operand];
    const std::optional<Term> flow = rule(localGradient(graph, user, upstream, semantics));
    return flow ? std::optional(flow->node) : std::nullopt;
}

std::optional<NodeId> differentiate(Graph& graph, NodeId of, NodeId by, const Semantics& semantics,
                                    std::vector<GradientFlow>* flows)
{
    if (of < by)
        return std::nullopt;
    const std::vector<bool> onTheWay = nodesOnTheWay(graph, of, by);
    if (!onTheWay.back())
        return std::nullopt;
    std::vector<std::optional<NodeId>> upstream(onTheWay.size());
    upstream.back() = graph.appendConstant(1.0);
    for (std::size_t position = onTheWay.size() - 1; position > 0; --position) {
        if (!onTheWay[position] || !upstream[position])
            continue;
        const NodeId id{static_cast<std::uint32_t>(position + index(by))};
        const Node node = graph[id];
        const LocalGradient local = localGradient(graph, id, *upstream[position], semantics);
        for (std::size_t k = 0; k < node.arity; ++k) {
            const NodeId operand = node.operandIds[k];
            if (node.operation->gradients[k] == nullptr || operand < by ||
                !onTheWay[index(operand) - index(by)])
                continue;
            const std::optional<Term> flow = node.operation->gradients[k](local);
            if (!flow)
                continue;
            if (flows != nullptr)
                flows->push_back(
                    {.user = id, .operand = k, .upstream = *upstream[position], .flow = flow->node});
            auto& sum = upstream[index(operand) - index(by)];
            sum = sum ? (Term{&graph, *sum} + *flow).node : flow->node;
        }
    }
    return upstream[0];
}

ResolvedGraph resolveGradients(const Graph& graph, const Semantics& semantics)
{
    ResolvedGraph resolved;
    resolved.nodes.reserve(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Node& node = graph.nodes()[i];
        std::array<NodeId, Node::maximumArity> operands{};
        for (std::size_t k = 0; k < node.arity; ++k)
            operands[k] = resolved.nodes[index(node.operandIds[k])];
        if (node.operation->role == Role::gradient) {
            const auto gradient = differentiate(resolved.graph, operands[0], operands[1], semantics);
            resolved.nodes.push_back(gradient ? *gradient : resolved.graph.appendConstant(0.0));
        } else {
            resolved.nodes.push_back(resolved.graph.appendCopy(graph, NodeId(static_cast<std::uint32_t>(i)),
                                                               std::span(operands).first(node.arity)));
        }
    }
    return resolved;
}

} // namespace sluice
