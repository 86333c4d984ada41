// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/value_operands.h"

#include "core/operations/operation.h"

namespace sluice {

bool isForwarding(const Operation& operation)
{
    return operation.role == Role::stopGradient || operation.role == Role::surrogate ||
           operation.role == Role::customGradient || operation.name == "identity";
}

std::span<const NodeId> valueOperands(const Node& node)
{
    return node.operands().first(isForwarding(*node.operation) ? 1 : node.arity);
}

std::vector<bool> valueAncestors(const Graph& graph, std::span<const NodeId> roots)
{
    std::vector<bool> isAncestor(graph.size(), false);
    for (const NodeId root : roots)
        isAncestor[index(root)] = true;
    for (std::size_t i = graph.size(); i-- > 0;)
        if (isAncestor[i])
            for (const NodeId operand : valueOperands(graph.nodes()[i]))
                isAncestor[index(operand)] = true;
    return isAncestor;
}

} // namespace sluice
