// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/noise_reach.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <set>

namespace sluice {

namespace {

/// 256 MiB of sets at most; beyond, each question walks the graph.
constexpr std::size_t maximumWords = std::size_t{1} << 25;
constexpr std::size_t bits = 64;

} // namespace

NoiseReach::NoiseReach(const Graph& graph, const Program& program) : m_graph(graph), m_isNoisy(graph.size())
{
    for (const NoiseSource& source : program.sources) {
        m_numbers.try_emplace(source.name, m_sources.size());
        m_sources.push_back(source.name);
    }
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Node& node = graph.nodes()[i];
        m_isNoisy[i] = node.operation->role == Role::draw ||
                       std::ranges::any_of(node.operands(), [&](NodeId o) { return m_isNoisy[index(o)]; });
    }
    m_words = (m_sources.size() + bits - 1) / bits;
    if (m_words * graph.size() <= maximumWords)
        collectSets();
}

void NoiseReach::collectSets()
{
    m_sets.assign(m_words * m_graph.size(), 0);
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        if (!m_isNoisy[i])
            continue;
        const NodeId id{static_cast<std::uint32_t>(i)};
        if (m_graph[id].operation->role == Role::draw) {
            const std::size_t source = m_numbers.at(m_graph.symbol(id));
            m_sets[i * m_words + source / bits] |= std::uint64_t{1} << source % bits;
        }
        for (const NodeId operand : m_graph[id].operands())
            for (std::size_t w = 0; w < m_words; ++w)
                m_sets[i * m_words + w] |= m_sets[index(operand) * m_words + w];
    }
}

std::vector<std::string> NoiseReach::sourcesOf(NodeId node) const
{
    if (!m_isNoisy[index(node)])
        return {};
    if (m_sets.empty())
        return walkedSources(node);
    std::vector<std::string> found;
    for (std::size_t source = 0; source < m_sources.size(); ++source)
        if ((m_sets[index(node) * m_words + source / bits] >> source % bits & 1U) != 0)
            found.push_back(m_sources[source]);
    return found;
}

std::vector<std::string> NoiseReach::walkedSources(NodeId node) const
{
    std::set<std::size_t> found;
    std::vector<NodeId> open{node};
    std::vector<bool> isSeen(index(node) + 1, false);
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        if (m_graph[id].operation->role == Role::draw)
            found.insert(m_numbers.at(m_graph.symbol(id)));
        for (const NodeId operand : m_graph[id].operands()) {
            if (m_isNoisy[index(operand)] && !isSeen[index(operand)]) {
                isSeen[index(operand)] = true;
                open.push_back(operand);
            }
        }
    }
    std::vector<std::string> names;
    names.reserve(found.size());
    for (const std::size_t source : found)
        names.push_back(m_sources[source]);
    return names;
}

} // namespace sluice
