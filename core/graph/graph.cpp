// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/graph.h"

#include "core/operations/table.h"

#include <algorithm>
#include <cassert>

namespace sluice {

GraphTooLarge::GraphTooLarge(std::size_t limit)
    : PhrasedError(Phrase::of("the graph has more than %1 nodes", {std::to_string(limit)})), m_limit(limit)
{
}

NodeId Graph::push(Node node)
{
    if (m_nodes.size() >= maximumSize)
        throw GraphTooLarge(maximumSize);
    m_nodes.push_back(node);
    return NodeId(static_cast<std::uint32_t>(m_nodes.size() - 1));
}

std::uint32_t Graph::intern(const std::string& name)
{
    const auto [entry, isNew] =
        m_symbolNumbers.try_emplace(name, static_cast<std::uint32_t>(m_symbols.size()));
    if (isNew)
        m_symbols.push_back(name);
    return entry->second;
}

NodeId Graph::append(const Operation& operation, std::span<const NodeId> operands)
{
    assert(operands.size() <= Node::maximumArity);
    assert(std::ranges::all_of(operands, [&](NodeId operand) { return index(operand) < m_nodes.size(); }));
    Node node;
    node.operation = &operation;
    node.arity = static_cast<std::uint32_t>(operands.size());
    std::ranges::copy(operands, node.operandIds.begin());
    return push(node);
}

NodeId Graph::appendConstant(double value)
{
    Node node;
    node.operation = &operationNamed("constant");
    node.constant = value;
    return push(node);
}

NodeId Graph::appendVariable(const std::string& name)
{
    Node node;
    node.operation = &operationNamed("variable");
    node.symbol = intern(name);
    return push(node);
}

NodeId Graph::appendDraw(const Operation& kind, const std::string& name)
{
    Node node;
    node.operation = &kind;
    node.symbol = intern(name);
    return push(node);
}

NodeId Graph::appendCopy(const Graph& from, NodeId original, std::span<const NodeId> operands)
{
    Node node = from[original];
    assert(operands.size() == node.arity);
    std::ranges::copy(operands, node.operandIds.begin());
    if (node.operation->role == Role::variable || node.operation->role == Role::draw)
        node.symbol = intern(from.symbol(original));
    return push(node);
}

} // namespace sluice
