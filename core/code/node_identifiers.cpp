// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/node_identifiers.h"

#include "core/operations/operation.h"

#include <cstdint>

namespace sluice {

NodeIdentifiers::NodeIdentifiers(const CodeGraph& code) : m_code(code), m_given(code.graph.size())
{
    of(m_code.by);
    for (std::size_t i = 0; i < m_code.names.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const bool isVariable = m_code.graph[id].operation->role == Role::variable;
        if (m_code.isNeeded[i] && (m_code.names[i].isDefined || isVariable))
            of(id);
    }
}

const std::string& NodeIdentifiers::of(NodeId id)
{
    std::string& name = m_given[index(id)];
    if (name.empty())
        name = m_names.give(wantedName(id));
    return name;
}

std::string NodeIdentifiers::wantedName(NodeId id)
{
    const Role role = m_code.graph[id].operation->role;
    if (id == m_code.by)
        return m_code.byName;
    if (role == Role::variable)
        return m_code.graph.symbol(id);
    if (role == Role::draw)
        return m_code.graph.symbol(id) + "_draw";
    if (role == Role::upstream)
        return "gradient";
    if (const CodeGraph::Name& name = m_code.names[index(id)]; !name.text.empty())
        return name.text;
    return "step_" + std::to_string(++m_steps);
}

} // namespace sluice
