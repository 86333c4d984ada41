// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/shared_graph.h"

#include "core/graph/value_operands.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace sluice {

namespace {

/// `1*v` and `v/1` are v, exactly.
std::optional<NodeId> withoutNeutralOperand(const Graph& graph, const Operation& operation,
                                            std::span<const NodeId> operands)
{
    for (std::size_t k = 0; k < operands.size(); ++k) {
        const Node& operand = graph[operands[k]];
        if (operation.neutral[k] && operand.operation->role == Role::constant &&
            operand.constant == *operation.neutral[k])
            return operands[k == 0 ? 1 : 0];
    }
    return std::nullopt;
}

} // namespace

std::size_t SharedGraph::KeyHash::operator()(const Key& key) const noexcept
{
    auto hash = std::bit_cast<std::size_t>(key.operation);
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x9e3779b97f4a7c15U; };
    for (const NodeId operand : key.operands)
        mix(index(operand) + 1);
    mix(key.constantBits);
    return hash ^ hash >> 32;
}

std::vector<NodeId> SharedGraph::add(const Graph& graph, std::span<const NodeId> roots)
{
    const std::vector<bool> isNeeded = valueAncestors(graph, roots);
    std::vector<NodeId> nodes(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        if (!isNeeded[i])
            continue;
        const Node& node = graph.nodes()[i];
        std::array<NodeId, Node::maximumArity> operands{};
        std::ranges::transform(node.operands(), operands.begin(), [&](NodeId o) { return nodes[index(o)]; });
        nodes[i] =
            addNode(graph, NodeId(static_cast<std::uint32_t>(i)), std::span(operands).first(node.arity));
    }
    std::vector<NodeId> found;
    std::ranges::transform(roots, std::back_inserter(found), [&](NodeId root) { return nodes[index(root)]; });
    return found;
}

NodeId SharedGraph::addNode(const Graph& graph, NodeId original, std::span<const NodeId> operands)
{
    const Node& node = graph[original];
    if (node.operation->role == Role::variable || node.operation->role == Role::draw)
        return addLeaf(graph, original);
    if (isForwarding(*node.operation))
        return operands[0];
    if (const auto other = withoutNeutralOperand(m_graph, *node.operation, operands))
        return *other;

    Key key{.operation = node.operation,
            .operands = {},
            .constantBits = std::bit_cast<std::uint64_t>(node.constant)};
    std::ranges::copy(operands, key.operands.begin());
    const auto [entry, isNew] = m_shared.try_emplace(key);
    if (isNew)
        entry->second = m_graph.appendCopy(graph, original, operands);
    return entry->second;
}

NodeId SharedGraph::addLeaf(const Graph& graph, NodeId original)
{
    const std::string key = std::string(graph[original].operation->name) + ' ' + graph.symbol(original);
    const auto [entry, isNew] = m_leaves.try_emplace(key);
    if (isNew)
        entry->second = m_graph.appendCopy(graph, original, {});
    return entry->second;
}

} // namespace sluice
