// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"
#include "core/language/program.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice {

/// Which noise sources the values of a graph's nodes are computed from. The graph is a shared one, without
/// control nodes, and outlives it.
class NoiseReach
{
public:
    NoiseReach(const Graph& graph, const Program& program);

    [[nodiscard]] bool isNoisy(NodeId node) const { return m_isNoisy[index(node)]; }
    /// In the order of the text.
    [[nodiscard]] std::vector<std::string> sourcesOf(NodeId node) const;

private:
    void collectSets();
    [[nodiscard]] std::vector<std::string> walkedSources(NodeId node) const;

    const Graph& m_graph;
    std::vector<std::string> m_sources;
    std::unordered_map<std::string, std::size_t> m_numbers;
    std::vector<bool> m_isNoisy;
    /// A set of sources for each node, as words of bits; empty where that would take too much memory.
    std::vector<std::uint64_t> m_sets;
    std::size_t m_words = 0;
};

} // namespace sluice
