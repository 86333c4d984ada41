// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// How often a node must be computed.
enum class Level : std::uint8_t
{
    once,
    point,
    sample
};

/// Two nodes of the same operand that one instruction computes.
struct NodePair
{
    std::size_t first = 0;
    std::size_t second = 0;
};

/// What is decided of a graph before its instructions are written: how often each node is computed, which
/// nodes are computed together, and until when each is needed.
class KernelPlan
{
public:
    KernelPlan(const Graph& graph, std::span<const NodeId> roots);

    [[nodiscard]] Level level(NodeId node) const { return m_levels[index(node)]; }
    [[nodiscard]] bool isSample(NodeId node) const { return level(node) == Level::sample; }
    /// At which node's turn this one is computed.
    [[nodiscard]] std::size_t position(std::size_t node) const { return m_positions[node]; }
    /// The turn after which nobody reads it; the graph's size for a root.
    [[nodiscard]] std::size_t lastUse(NodeId node) const { return m_lastUses[index(node)]; }
    /// A noise source whose few readers shift and scale its draw themselves, so that it needs no tile.
    [[nodiscard]] bool isReadAsDraw(NodeId node) const { return m_isReadAsDraw[index(node)]; }
    /// The operand that is computed inside this node's instruction; it may have absorbed one itself.
    [[nodiscard]] std::optional<std::size_t> absorbed(std::size_t node) const;
    /// The pair whose turn it is at this node.
    [[nodiscard]] const NodePair* pairAt(std::size_t node) const;

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    void findLevels();
    void findPairs();
    void addPair(const NodePair& pair);
    void findFusions(std::span<const std::uint32_t> uses);
    void findReadAsDraws(std::span<const std::uint32_t> uses);
    [[nodiscard]] bool canBeReadAsDraw(const Node& node) const;
    [[nodiscard]] bool canBeAbsorbed(NodeId operand, const Node& by) const;
    void findLastUses(std::span<const NodeId> roots);
    [[nodiscard]] std::vector<std::uint32_t> useCounts(std::span<const NodeId> roots) const;

    const Graph& m_graph;
    std::vector<Level> m_levels;
    std::vector<std::size_t> m_positions;
    std::vector<std::size_t> m_lastUses;
    /// By node: the number of the operand that it absorbs, or none; of its pair.
    std::vector<std::uint32_t> m_absorbed;
    std::vector<std::uint32_t> m_pairNumbers;
    std::vector<NodePair> m_pairs;
    std::vector<bool> m_isReadAsDraw;
};

} // namespace sluice
