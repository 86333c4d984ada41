// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/node_names.h"

#include "core/graph/value_operands.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <map>

namespace sluice {

namespace {

bool isNameless(const Node& node)
{
    return node.operation->role != Role::constant && node.operation->role != Role::variable &&
           node.operation->role != Role::draw;
}

} // namespace

NodeNames::NodeNames(const Program& program, const ValueAndGradient& variant)
    : m_program(program), m_variant(variant), m_isNoisy(variant.graph.size())
{
    const auto idOf = [](std::size_t i) { return NodeId(static_cast<std::uint32_t>(i)); };
    for (std::size_t i = 0; i < variant.nodes.size(); ++i)
        m_origins.try_emplace(variant.nodes[i], Origin{.node = idOf(i), .isCounterpart = false});
    for (std::size_t i = 0; i < variant.counterparts.size(); ++i)
        m_origins.try_emplace(variant.counterparts[i], Origin{.node = idOf(i), .isCounterpart = true});
    for (std::size_t i = 0; i < variant.gates.size(); ++i)
        m_gates.try_emplace(variant.gates[i].node, i);

    std::map<const Operation*, std::size_t> counts;
    for (std::size_t i = 0; i < variant.graph.size(); ++i) {
        const Node& node = variant.graph.nodes()[i];
        m_isNoisy[i] =
            node.operation->role == Role::draw ||
            std::ranges::any_of(valueOperands(node), [&](NodeId o) { return m_isNoisy[index(o)]; });
        if (isNameless(node) && !m_gates.contains(idOf(i)) && placeOf(idOf(i)).empty())
            m_nameless.try_emplace(idOf(i), ++counts[node.operation]);
    }
}

std::optional<NodeNames::Origin> NodeNames::originOf(NodeId node) const
{
    const auto found = m_origins.find(node);
    return found == m_origins.end() ? std::nullopt : std::optional(found->second);
}

std::string NodeNames::placeOf(NodeId node) const
{
    if (m_variant.graph[node].operation->role == Role::variable)
        return m_variant.graph.symbol(node);
    const auto origin = originOf(node);
    return origin ? std::string(m_program.placeName(origin->node)) : std::string();
}

std::string NodeNames::nameOf(NodeId node) const
{
    std::string place = placeOf(node);
    for (; place.empty() && m_gates.contains(node); place = placeOf(node))
        node = m_variant.graph[node].operandIds[0];
    if (!place.empty())
        return place;
    const Node& at = m_variant.graph[node];
    const auto number = m_nameless.find(node);
    if (number == m_nameless.end())
        return std::string(at.operation->name);
    std::string name = "grad." + std::string(at.operation->name) + "#" + std::to_string(number->second);
    std::ranges::replace(name, ' ', '_');
    return name;
}

std::optional<std::string> NodeNames::gateOf(NodeId node) const
{
    const auto found = m_gates.find(node);
    return found == m_gates.end() ? std::nullopt : std::optional(textOf(m_variant.gates[found->second].gate));
}

NodeId NodeNames::behindGates(NodeId node) const
{
    while (m_gates.contains(node))
        node = m_variant.graph[node].operandIds[0];
    return node;
}

std::string NodeNames::textOf(const BoundGate& gate) const
{
    Gate named{
        .place = std::string(m_program.placeName(gate.node)), .user = {}, .operand = {}, .kind = gate.kind};
    if (gate.user) {
        named.user = std::string(m_program.placeName(*gate.user));
        const std::vector<Use> uses = usesOf(m_program.graph, *gate.user);
        const auto use = std::ranges::find(uses, gate.operand, &Use::operand);
        if (use != uses.end() && std::ranges::count(uses, gate.node, &Use::node) > 1)
            named.operand = use->number;
    }
    return toString(named);
}

} // namespace sluice
