// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/formula_maker.h"

#include "core/graph/value_operands.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <map>

namespace sluice {

namespace {

/// Longer formulas name their parts.
constexpr std::uint32_t longest = 16;
constexpr std::uint32_t longestWhole = 40;
constexpr std::uint32_t tooLong = 1'000;

/// `z.div`: not a name that the text gives.
bool isOfOperation(const std::string& place)
{
    return place.find('.') != std::string::npos;
}

bool isOne(const Node& node)
{
    return node.operation->role == Role::constant && node.constant == 1.0;
}

bool isSource(const Operation& operation)
{
    return operation.role == Role::noise || operation.role == Role::variable || operation.role == Role::draw;
}

} // namespace

FormulaMaker::FormulaMaker(const Graph& graph, std::size_t size, const NodeNames& names)
    : m_graph(graph),
      m_size(size),
      m_names(names),
      m_sizes(graph.size(), 1),
      m_wholeSizes(graph.size(), 1),
      m_isNumber(graph.size())
{
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = graph[id];
        std::uint32_t sum = 1;
        std::uint32_t wholeSum = 1;
        for (const NodeId operand : valueOperands(node)) {
            sum += m_sizes[index(operand)];
            wholeSum += m_wholeSizes[index(operand)];
        }
        const auto origin = i < m_size ? names.originOf(id) : std::nullopt;
        m_isNumber[i] = node.operation->role == Role::constant ||
                        (node.arity > 0 && std::ranges::all_of(node.operands(), [&](NodeId o) {
                             return m_isNumber[index(o)];
                         }));
        const std::string place = i < m_size ? names.placeOf(id) : std::string();
        const bool isPlace = !place.empty() && !(m_isNumber[i] && isOfOperation(place));
        if (!isPlace || (origin && origin->isCounterpart))
            m_sizes[i] = std::min(sum, tooLong);
        if (!isSource(*node.operation))
            m_wholeSizes[i] = std::min(wholeSum, tooLong);
        if (isPlace && !(origin && origin->isCounterpart))
            m_isNoisy.try_emplace(place, names.isNoisy(id));
    }
}

Formula FormulaMaker::local(NodeId node, std::optional<NodeId> shown) const
{
    return simplified(made(node, shown, Extent::places));
}

Formula FormulaMaker::asComputed(NodeId node, std::optional<NodeId> shown,
                                 std::vector<std::pair<std::string, NodeId>>& leaves) const
{
    return made(node, shown, Extent::places, &leaves);
}

Formula FormulaMaker::whole(NodeId node) const
{
    if (m_wholeSizes[index(node)] <= longestWhole)
        return simplified(made(node, std::nullopt, Extent::sources));
    return simplified(made(node, node, Extent::places));
}

bool FormulaMaker::isNoisyName(const std::string& name) const
{
    if (name.starts_with(drawPrefix))
        return true;
    const auto found = m_isNoisy.find(name);
    return found != m_isNoisy.end() && found->second;
}

/// What a node is called where it isn't written out.
std::optional<std::string> FormulaMaker::leafName(NodeId node, std::optional<NodeId> shown,
                                                  Extent extent) const
{
    const Operation& operation = *m_graph[node].operation;
    if (operation.role == Role::draw)
        return std::string(drawPrefix) + m_graph.symbol(node);
    if (operation.role == Role::variable)
        return m_graph.symbol(node);
    if (operation.role == Role::constant || node == shown || index(node) >= m_size)
        return std::nullopt;
    if (extent == Extent::sources && operation.role != Role::noise)
        return std::nullopt;
    const auto origin = m_names.originOf(node);
    const std::string place = m_names.placeOf(node);
    if (m_isNumber[index(node)] && isOfOperation(place))
        return std::nullopt;
    if (place.empty())
        return m_sizes[index(node)] <= longest ? std::nullopt : std::optional(m_names.nameOf(node));
    if (!origin || !origin->isCounterpart)
        return place;
    return m_sizes[index(node)] <= longest ? std::nullopt
                                           : std::optional(std::string(noiseFreePrefix) + place);
}

Formula FormulaMaker::made(NodeId node, std::optional<NodeId> shown, Extent extent,
                           std::vector<std::pair<std::string, NodeId>>* leaves) const
{
    // Depth first, operands before their users.
    Formula formula;
    std::map<NodeId, NodeId> images;
    std::vector<NodeId> open{node};
    while (!open.empty()) {
        const NodeId id = open.back();
        if (images.contains(id)) {
            open.pop_back();
            continue;
        }
        if (const auto name = leafName(id, shown, extent)) {
            images[id] = formula.graph.appendVariable(*name);
            if (leaves != nullptr)
                leaves->emplace_back(*name, id);
            continue;
        }
        const Node& at = m_graph[id];
        std::array<NodeId, Node::maximumArity> operands{};
        std::size_t known = 0;
        for (const NodeId operand : valueOperands(at)) {
            const auto found = images.find(operand);
            if (found == images.end())
                open.push_back(operand);
            else
                operands.at(known++) = found->second;
        }
        const std::size_t needed = valueOperands(at).size();
        if (known < needed)
            continue;
        // The upstream gradient of a local derivative is 1, and times 1 is the same number.
        if (leaves != nullptr && at.operation->notation == Notation::product &&
            isOne(m_graph[at.operandIds[0]])) {
            images[id] = operands[1];
            continue;
        }
        const bool isPassedOn = isForwarding(*at.operation);
        images[id] = isPassedOn ? operands[0]
                                : formula.graph.appendCopy(m_graph, id, std::span(operands).first(needed));
    }
    formula.root = images.at(node);
    return formula;
}

} // namespace sluice
