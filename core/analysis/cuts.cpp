// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cuts.h"

#include "core/graph/value_operands.h"
#include "core/operations/operation.h"

#include <algorithm>

namespace sluice {

namespace {

std::vector<bool> dependants(const ValueAndGradient& variant)
{
    std::vector<bool> depends(index(variant.value) + 1, false);
    for (std::size_t i = 0; i < depends.size(); ++i)
        depends[i] = NodeId(static_cast<std::uint32_t>(i)) == variant.by ||
                     std::ranges::any_of(valueOperands(variant.graph.nodes()[i]),
                                         [&](NodeId o) { return depends[index(o)]; });
    return depends;
}

Cut cutAt(const ValueAndGradient& variant, const NodeNames& names, NodeId user)
{
    if (const auto gate = names.gateOf(user))
        return {.what = *gate, .place = names.nameOf(names.behindGates(user))};
    return {.what = std::string(variant.graph[user].operation->name), .place = names.nameOf(user)};
}

} // namespace

std::vector<Cut> cutsOf(const ValueAndGradient& variant, const NodeNames& names, const Semantics& semantics)
{
    const std::vector<bool> depends = dependants(variant);
    std::vector<bool> isReached(depends.size(), false);
    isReached.back() = true;
    Graph scratch = variant.graph;
    const NodeId one = scratch.appendConstant(1.0);
    std::vector<Cut> cuts;
    for (std::size_t i = depends.size(); i-- > 0;) {
        if (!isReached[i] || !depends[i])
            continue;
        const NodeId user{static_cast<std::uint32_t>(i)};
        const Node node = scratch[user];
        // The rule of a custom gradient is no path.
        const std::size_t operands = node.operation->role == Role::customGradient ? 1 : node.arity;
        for (std::size_t k = 0; k < operands; ++k) {
            const NodeId operand = node.operandIds[k];
            // Of a surrogate, the side that the gradient takes says more.
            const bool isForwardSide = node.operation->role == Role::surrogate && k == 0;
            if (!depends[index(operand)] || (isForwardSide && depends[index(node.operandIds[1])]))
                continue;
            if (node.operation->gradients[k] != nullptr && flowTo(scratch, user, k, one, semantics))
                isReached[index(operand)] = true;
            else if (const Cut cut = cutAt(variant, names, user); std::ranges::find(cuts, cut) == cuts.end())
                cuts.push_back(cut);
        }
    }
    return cuts;
}

} // namespace sluice
