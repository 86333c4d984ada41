// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice {

/// Several graphs laid into one in which equal expressions are one node. Only rewriting that leaves every
/// IEEE result as it is: equal pure expressions, `1*v`, and control nodes, whose forward value is their first
/// operand. So two expressions with the same node here have the same values for all inputs and draws.
class SharedGraph
{
public:
    /// The nodes that these roots became. Leaves are the same where their names are.
    /// @throws GraphTooLarge
    std::vector<NodeId> add(const Graph& graph, std::span<const NodeId> roots);

    [[nodiscard]] const Graph& graph() const noexcept { return m_graph; }

private:
    struct Key
    {
        const Operation* operation = nullptr;
        std::array<NodeId, Node::maximumArity> operands{};
        std::uint64_t constantBits = 0;

        bool operator==(const Key&) const = default;
    };
    struct KeyHash
    {
        std::size_t operator()(const Key& key) const noexcept;
    };

    NodeId addNode(const Graph& graph, NodeId original, std::span<const NodeId> operands);
    NodeId addLeaf(const Graph& graph, NodeId original);

    Graph m_graph;
    std::unordered_map<Key, NodeId, KeyHash> m_shared;
    std::unordered_map<std::string, NodeId> m_leaves;
};

} // namespace sluice
