// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/kernel_plan.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <numeric>

namespace sluice {

namespace {

Level ownLevel(const Operation& operation)
{
    switch (operation.role) {
    case Role::variable:
        return Level::point;
    case Role::draw:
        return Level::sample;
    default:
        return Level::once;
    }
}

/// A node that can be computed together with another one of the same operand.
struct Candidate
{
    NodeId operand{};
    std::size_t node = 0;
};

} // namespace

KernelPlan::KernelPlan(const Graph& graph, std::span<const NodeId> roots)
    : m_graph(graph),
      m_levels(graph.size()),
      m_positions(graph.size()),
      m_lastUses(graph.size(), 0),
      m_absorbed(graph.size(), none),
      m_pairNumbers(graph.size(), none),
      m_isReadAsDraw(graph.size(), false)
{
    std::iota(m_positions.begin(), m_positions.end(), std::size_t{0});
    findLevels();
    findPairs();
    const std::vector<std::uint32_t> uses = useCounts(roots);
    findFusions(uses);
    findReadAsDraws(uses);
    findLastUses(roots);
}

std::optional<std::size_t> KernelPlan::absorbed(std::size_t node) const
{
    return m_absorbed[node] == none ? std::nullopt : std::optional<std::size_t>(m_absorbed[node]);
}

const NodePair* KernelPlan::pairAt(std::size_t node) const
{
    return m_pairNumbers[node] == none ? nullptr : &m_pairs[m_pairNumbers[node]];
}

void KernelPlan::findLevels()
{
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        const Node& node = m_graph.nodes()[i];
        m_levels[i] = ownLevel(*node.operation);
        for (const NodeId operand : node.operands())
            m_levels[i] = std::max(m_levels[i], m_levels[index(operand)]);
    }
}

void KernelPlan::findPairs()
{
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        if (!m_graph.nodes()[i].operation->companion.empty() && m_levels[i] == Level::sample)
            candidates.push_back({.operand = m_graph.nodes()[i].operandIds[0], .node = i});
    std::ranges::stable_sort(candidates, {}, &Candidate::operand);
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        const Node& node = m_graph.nodes()[i];
        if (node.arity != 1)
            continue;
        const NodeId operand = node.operandIds[0];
        auto candidate = std::ranges::lower_bound(candidates, operand, {}, &Candidate::operand);
        for (; candidate != candidates.end() && candidate->operand == operand; ++candidate)
            if (m_graph.nodes()[candidate->node].operation->companion == node.operation->name)
                addPair({.first = i, .second = candidate->node});
    }
}

void KernelPlan::addPair(const NodePair& pair)
{
    // A graph may hold the same expression twice.
    if (m_positions[pair.first] != pair.first || m_positions[pair.second] != pair.second ||
        pairAt(pair.first) != nullptr || pairAt(pair.second) != nullptr)
        return;
    const std::size_t turn = std::min(pair.first, pair.second);
    m_positions[pair.first] = m_positions[pair.second] = turn;
    m_pairNumbers[turn] = static_cast<std::uint32_t>(m_pairs.size());
    m_pairs.push_back(pair);
}

std::vector<std::uint32_t> KernelPlan::useCounts(std::span<const NodeId> roots) const
{
    std::vector<std::uint32_t> counts(m_graph.size(), 0);
    for (const Node& node : m_graph.nodes())
        for (const NodeId operand : node.operands())
            ++counts[index(operand)];
    for (const NodeId root : roots)
        ++counts[index(root)];
    return counts;
}

/// An operand that nobody else needs is computed on the way, and never stored. The factors of a chain rule go
/// three at a time.
void KernelPlan::findFusions(std::span<const std::uint32_t> uses)
{
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        const Node& node = m_graph.nodes()[i];
        if (node.operation->arithmetic == Arithmetic::none || m_levels[i] != Level::sample)
            continue;
        const auto found = std::ranges::find_if(node.operands(), [&](NodeId operand) {
            return isSample(operand) && uses[index(operand)] == 1 && canBeAbsorbed(operand, node);
        });
        if (found == node.operands().end())
            continue;
        m_absorbed[i] = static_cast<std::uint32_t>(index(*found));
        m_positions[index(*found)] = i;
        if (const auto first = absorbed(index(*found)))
            m_positions[*first] = i;
    }
}

bool KernelPlan::canBeAbsorbed(NodeId operand, const Node& by) const
{
    const Arithmetic arithmetic = m_graph[operand].operation->arithmetic;
    const auto first = absorbed(index(operand));
    if (!first)
        return arithmetic != Arithmetic::none && arithmetic != Arithmetic::root;
    const Arithmetic ofFirst = m_graph.nodes()[*first].operation->arithmetic;
    return by.operation->arithmetic == Arithmetic::product && arithmetic == Arithmetic::product &&
           (ofFirst == Arithmetic::product || ofFirst == Arithmetic::quotient) && !absorbed(*first);
}

/// Shifting and scaling costs a reader less than storing the source and reading it again, as long as there
/// are few; a root is wanted as a tile anyway.
void KernelPlan::findReadAsDraws(std::span<const std::uint32_t> uses)
{
    constexpr std::uint32_t few = 3;
    std::vector<std::uint32_t> arithmeticUses(m_graph.size(), 0);
    for (const Node& node : m_graph.nodes())
        if (node.operation->arithmetic != Arithmetic::none)
            for (const NodeId operand : node.operands())
                ++arithmeticUses[index(operand)];
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        m_isReadAsDraw[i] =
            canBeReadAsDraw(m_graph.nodes()[i]) && uses[i] <= few && arithmeticUses[i] == uses[i];
}

bool KernelPlan::canBeReadAsDraw(const Node& node) const
{
    const std::span operands = node.operands();
    return node.operation->scaling != Scaling::none && m_graph[operands[0]].operation->role == Role::draw &&
           std::ranges::none_of(operands.subspan(1), [&](NodeId parameter) { return isSample(parameter); });
}

void KernelPlan::findLastUses(std::span<const NodeId> roots)
{
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        for (const NodeId operand : m_graph.nodes()[i].operands())
            m_lastUses[index(operand)] = std::max(m_lastUses[index(operand)], m_positions[i]);
    // Roots are read after the last instruction.
    for (const NodeId root : roots)
        m_lastUses[index(root)] = m_graph.size();
}

} // namespace sluice
