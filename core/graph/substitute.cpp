// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/substitute.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace sluice {

namespace {

/// Which nodes from `first` on (at position 0) up to `expression` it is made of.
std::vector<bool> partsOf(const Graph& graph, NodeId expression, NodeId first)
{
    std::vector<bool> isPart(index(expression) - index(first) + 1, false);
    isPart.back() = true;
    for (std::size_t position = isPart.size(); position-- > 0;)
        if (isPart[position])
            for (const NodeId operand : graph.nodes()[index(first) + position].operands())
                if (operand >= first)
                    isPart[index(operand) - index(first)] = true;
    return isPart;
}

} // namespace

NodeId substituted(Graph& graph, NodeId expression, NodeId leaf, NodeId replacement)
{
    if (expression < leaf)
        return expression;
    const std::vector<bool> isPart = partsOf(graph, expression, leaf);
    std::vector<std::optional<NodeId>> copies(isPart.size());
    copies.front() = replacement;
    const auto copyOf = [&](NodeId node) {
        return node >= leaf ? copies[index(node) - index(leaf)] : std::nullopt;
    };
    for (std::size_t position = 1; position < isPart.size(); ++position) {
        const NodeId original{static_cast<std::uint32_t>(index(leaf) + position)};
        const Node node = graph[original];
        // The leaves of nested rules are copied too: each copy of a rule stays beside its own.
        const bool isChanged =
            node.operation->role == Role::upstream ||
            std::ranges::any_of(node.operands(), [&](NodeId operand) { return copyOf(operand).has_value(); });
        if (!isPart[position] || !isChanged)
            continue;
        std::array<NodeId, Node::maximumArity> operands{};
        std::ranges::transform(node.operands(), operands.begin(),
                               [&](NodeId operand) { return copyOf(operand).value_or(operand); });
        copies[position] = graph.appendCopy(graph, original, std::span(operands).first(node.arity));
    }
    return copyOf(expression).value_or(expression);
}

} // namespace sluice
