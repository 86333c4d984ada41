// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/conventions.h"

#include "core/gradient/differentiate.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace sluice {

namespace {

/// The same node alone: constants stay what they are, all else becomes a variable.
struct Alone
{
    Graph graph;
    std::vector<NodeId> operands;
    NodeId result{};
};

Alone alone(const Graph& from, NodeId original)
{
    Alone copy;
    for (const NodeId operand : from[original].operands()) {
        const Node& node = from[operand];
        copy.operands.push_back(node.operation->role == Role::constant
                                    ? copy.graph.appendConstant(node.constant)
                                    : copy.graph.appendVariable("v" + std::to_string(copy.operands.size())));
    }
    copy.result = copy.graph.append(*from[original].operation, copy.operands);
    return copy;
}

bool isSame(const Graph& a, const Graph& b)
{
    return std::ranges::equal(a.nodes(), b.nodes(), [](const Node& one, const Node& other) {
        return one.operation == other.operation && one.constant == other.constant &&
               std::ranges::equal(one.operands(), other.operands());
    });
}

bool derivativesDiffer(const Graph& graph, NodeId node, const Semantics& one, const Semantics& other)
{
    const Alone original = alone(graph, node);
    return std::ranges::any_of(original.operands, [&](NodeId operand) {
        if (original.graph[operand].operation->role == Role::constant)
            return false;
        Alone first = original;
        Alone second = original;
        const auto gradient = differentiate(first.graph, original.result, operand, one);
        const auto otherGradient = differentiate(second.graph, original.result, operand, other);
        return gradient.has_value() != otherGradient.has_value() || !isSame(first.graph, second.graph);
    });
}

/// What the derivative of a node depends on: its row, and which of its operands are which constants.
using Shape = std::pair<const Operation*, std::vector<std::optional<std::uint64_t>>>;

Shape shapeOf(const Graph& graph, NodeId node)
{
    Shape shape{graph[node].operation, {}};
    for (const NodeId operand : graph[node].operands()) {
        const bool isConstant = graph[operand].operation->role == Role::constant;
        shape.second.push_back(
            isConstant ? std::optional(std::bit_cast<std::uint64_t>(graph[operand].constant)) : std::nullopt);
    }
    return shape;
}

} // namespace

std::vector<std::string_view> operationsOfOtherConvention(const CodeGraph& code,
                                                          std::span<const Framework> frameworks)
{
    std::set<std::string_view> names;
    std::set<Shape> seen;
    for (std::size_t i = 0; i < code.graph.size(); ++i) {
        const NodeId node{static_cast<std::uint32_t>(i)};
        const Operation& row = *code.graph[node].operation;
        if (!code.isNeeded[i] || row.role != Role::elementwise || names.contains(row.name) ||
            !seen.insert(shapeOf(code.graph, node)).second)
            continue;
        const auto isOther = [&](Framework framework) {
            return framework != code.semantics &&
                   derivativesDiffer(code.graph, node, semanticsOf(code.semantics), semanticsOf(framework));
        };
        if (std::ranges::any_of(frameworks, isOther))
            names.insert(row.name);
    }
    return {names.begin(), names.end()};
}

} // namespace sluice
