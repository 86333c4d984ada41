// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/node_kinds.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <set>

namespace sluice {

namespace {

double folded(const Operation& row, std::span<const double> operands)
{
    std::array<const double*, Node::maximumArity> pointers{};
    for (std::size_t k = 0; k < operands.size(); ++k)
        pointers[k] = &operands[k];
    double result = 0.0;
    row.kernels.tile<double>()(pointers.data(), &result, 1);
    return result;
}

bool isFoldable(const Operation& row)
{
    return row.role == Role::elementwise || row.role == Role::stopGradient || row.role == Role::surrogate;
}

bool isConditionRow(const Operation& row)
{
    return row.notation == Notation::infix || row.name == "bernoulli";
}

} // namespace

NodeKinds::NodeKinds(const CodeGraph& code)
    : m_code(code), m_kinds(code.graph.size()), m_scopes(code.graph.size())
{
    for (std::size_t i = 0; i <= index(code.output); ++i)
        if (code.isNeeded[i])
            place(NodeId{static_cast<std::uint32_t>(i)});
}

NodeKind NodeKinds::kindOf(NodeId id) const
{
    const Node& node = m_code.graph[id];
    const Operation& row = *node.operation;
    if (row.role == Role::constant)
        return {.isNumber = true, .value = node.constant};
    if (row.role == Role::variable)
        return {.isField = id == m_code.by};
    if (row.role == Role::draw || row.role == Role::upstream || row.role == Role::customGradient)
        return {.isField = true};
    const auto operands = node.operands();
    const auto isNumber = [&](NodeId o) { return m_kinds[index(o)].isNumber; };
    if (isFoldable(row) && std::ranges::all_of(operands, isNumber)) {
        std::array<double, Node::maximumArity> values{};
        std::ranges::transform(operands, values.begin(), [&](NodeId o) { return m_kinds[index(o)].value; });
        return {.isNumber = true, .value = folded(row, std::span(values).first(operands.size()))};
    }
    return {.isField = std::ranges::any_of(operands, [&](NodeId o) { return m_kinds[index(o)].isField; }),
            .isCondition = isConditionRow(row)};
}

void NodeKinds::place(NodeId id)
{
    m_kinds[index(id)] = kindOf(id);
    const Node& node = m_code.graph[id];
    std::size_t& scope = m_scopes[index(id)];
    if (node.operation->role == Role::upstream) {
        scope = index(id) + 1;
        return;
    }
    if (node.operation->role != Role::customGradient) {
        for (const NodeId operand : node.operands())
            scope = std::max(scope, m_scopes[index(operand)]);
        return;
    }
    scope = m_scopes[index(node.operands()[0])];
    Rule rule = ruleFrom(node.operands()[1], node.operands()[2]);
    for (const NodeId read : rule.reads)
        scope = std::max(scope, m_scopes[index(read)]);
    m_rules.emplace(id, std::move(rule));
}

NodeKinds::Rule NodeKinds::ruleFrom(NodeId root, NodeId upstream) const
{
    return region(root, m_scopes[index(upstream)]);
}

std::vector<NodeId> NodeKinds::nodesOf(NodeId root) const
{
    return region(root, 0).nodes;
}

NodeKinds::Rule NodeKinds::region(NodeId root, std::size_t scope) const
{
    Rule found;
    std::set<NodeId> pending{root};
    while (!pending.empty()) {
        // Operands have smaller numbers, so that each node comes up but once.
        const NodeId id = *pending.rbegin();
        pending.erase(std::prev(pending.end()));
        const NodeKind& kind = m_kinds[index(id)];
        // Conditions are cheap, and true or false can't be passed to a rule everywhere.
        if (m_scopes[index(id)] != scope && !kind.isNumber && !kind.isCondition) {
            found.reads.push_back(id);
            continue;
        }
        found.nodes.push_back(id);
        if (kind.isNumber)
            continue;
        const auto operands = m_code.graph[id].operands();
        const bool hasRule = m_code.graph[id].operation->role == Role::customGradient;
        pending.insert(operands.begin(), hasRule ? operands.begin() + 1 : operands.end());
        const auto reads = readsOf(id);
        pending.insert(reads.begin(), reads.end());
    }
    std::ranges::reverse(found.nodes);
    std::ranges::reverse(found.reads);
    return found;
}

std::span<const NodeId> NodeKinds::ruleOf(NodeId customGradient) const
{
    return m_rules.at(customGradient).nodes;
}

std::span<const NodeId> NodeKinds::readsOf(NodeId node) const
{
    const auto found = m_rules.find(node);
    return found == m_rules.end() ? std::span<const NodeId>() : found->second.reads;
}

} // namespace sluice
