// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/local_derivatives.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace sluice {

namespace {

enum class Dependence
{
    none,
    linear,
    other
};

Dependence product(Dependence a, Dependence b)
{
    if (a == Dependence::none)
        return b;
    return b == Dependence::none ? a : Dependence::other;
}

/// How a node depends on a placeholder, given how its operands do. Every operation that is not known to be
/// linear counts as not linear.
Dependence dependenceOf(const Graph& graph, const Node& node, const auto& ofOperand)
{
    const auto isZero = [&](std::size_t k) {
        const Node& operand = graph[node.operandIds[k]];
        return operand.operation->role == Role::constant && operand.constant == 0.0;
    };
    const auto either = [&](std::size_t j, std::size_t k) {
        const Dependence a = ofOperand(j);
        const Dependence b = ofOperand(k);
        if (a == b)
            return a;
        return (a == Dependence::linear && isZero(k)) || (b == Dependence::linear && isZero(j))
                   ? Dependence::linear
                   : Dependence::other;
    };
    switch (node.operation->role) {
    case Role::stopGradient:
    case Role::surrogate:
    case Role::customGradient:
        return ofOperand(0);
    default:
        break;
    }
    switch (node.operation->notation) {
    case Notation::sum:
    case Notation::difference:
        return either(0, 1);
    case Notation::negative:
        return ofOperand(0);
    case Notation::product:
        return product(ofOperand(0), ofOperand(1));
    case Notation::fraction:
        return ofOperand(1) == Dependence::none ? ofOperand(0) : Dependence::other;
    case Notation::cases:
        return ofOperand(0) == Dependence::none ? either(1, 2) : Dependence::other;
    default:
        break;
    }
    for (std::size_t k = 0; k < node.arity; ++k)
        if (ofOperand(k) != Dependence::none)
            return Dependence::other;
    return Dependence::none;
}

/// Whether the rule of a custom gradient is a multiple of the upstream gradient.
bool hasLinearRule(const Graph& graph, const Node& custom)
{
    const NodeId rule = custom.operandIds[1];
    const NodeId placeholder = custom.operandIds[2];
    if (rule < placeholder)
        return false;
    // The placeholder stands right before what uses it.
    std::vector<Dependence> dependence(index(rule) - index(placeholder) + 1, Dependence::none);
    dependence[0] = Dependence::linear;
    for (std::size_t i = 1; i < dependence.size(); ++i) {
        const Node& node = graph.nodes()[index(placeholder) + i];
        const auto ofOperand = [&](std::size_t k) {
            const NodeId operand = node.operandIds[k];
            return operand < placeholder ? Dependence::none : dependence[index(operand) - index(placeholder)];
        };
        dependence[i] = dependenceOf(graph, node, ofOperand);
    }
    return dependence.back() == Dependence::linear;
}

} // namespace

LocalDerivatives localDerivatives(const ValueAndGradient& variant, const Semantics& semantics)
{
    LocalDerivatives result;
    result.graph = variant.graph;
    result.edges.reserve(variant.flows.size());
    const NodeId one = result.graph.appendConstant(1.0);
    for (const GradientFlow& flow : variant.flows) {
        const Node node = result.graph[flow.user];
        LocalDerivative edge{.user = flow.user,
                             .operand = flow.operand,
                             .operandNode = node.operandIds[flow.operand],
                             .local = flow.flow,
                             .beginsAnew = node.operation->role == Role::customGradient &&
                                           !hasLinearRule(result.graph, node),
                             .flow = flow};
        if (!edge.beginsAnew)
            if (const auto local = flowTo(result.graph, flow.user, flow.operand, one, semantics))
                edge.local = *local;
        result.edges.push_back(edge);
    }
    return result;
}

NodeId appendPathMagnitude(LocalDerivatives& derivatives, const ValueAndGradient& variant)
{
    Graph& graph = derivatives.graph;
    std::unordered_map<NodeId, Term> magnitudes;
    magnitudes[variant.value] = {&graph, graph.appendConstant(1.0)};
    for (const LocalDerivative& edge : derivatives.edges) {
        Term passed = apply("abs", {Term{&graph, edge.local}});
        if (!edge.beginsAnew)
            passed = magnitudes.at(edge.user) * passed;
        const auto [entry, isNew] = magnitudes.try_emplace(edge.operandNode, passed);
        if (!isNew)
            entry->second = entry->second + passed;
    }
    const auto found = magnitudes.find(variant.by);
    return found == magnitudes.end() ? graph.appendConstant(0.0) : found->second.node;
}

} // namespace sluice
