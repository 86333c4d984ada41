// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/singularities.h"

#include "core/analysis/ranges.h"
#include "core/operations/operation.h"
#include "core/operations/term.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace sluice {

namespace {

/// The factors above the bar that can be 0; a number among them never is, nor is an exponential.
std::vector<NodeId> factorsOf(const Graph& graph, NodeId root)
{
    const std::vector<Range> ranges = rangesOf(graph, [](const std::string&) { return Range{}; });
    std::vector<NodeId> factors;
    std::vector<NodeId> open{root};
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        const Node& node = graph[id];
        switch (node.operation->notation) {
        case Notation::product:
            open.push_back(node.operandIds[1]);
            open.push_back(node.operandIds[0]);
            break;
        case Notation::fraction:
        case Notation::negative:
            open.push_back(node.operandIds[0]);
            break;
        default:
            if (!ranges[index(id)].excludesZero())
                factors.push_back(id);
        }
    }
    return factors;
}

/// What of a factor must be 0 for it to be 0: the base of a power.
NodeId vanishingPart(const Graph& graph, NodeId factor)
{
    const Notation notation = graph[factor].operation->notation;
    const bool isPower =
        notation == Notation::power || notation == Notation::square || notation == Notation::root;
    return isPower ? graph[factor].operandIds[0] : factor;
}

} // namespace

ZeroCondition zeroCondition(const Formula& formula)
{
    const Node& root = formula.graph[formula.root];
    if (root.operation->role == Role::constant)
        return {.text = {}, .zeros = {}, .isAlways = root.constant == 0.0};
    std::vector<std::pair<std::string, NodeId>> factors;
    const std::vector<NodeId> nodes = factorsOf(formula.graph, formula.root);
    factors.reserve(nodes.size());
    for (const NodeId factor : nodes)
        factors.emplace_back(toText({formula.graph, factor}), factor);
    if (factors.empty())
        return {};
    std::ranges::sort(factors);
    ZeroCondition condition;
    Formula sorted = formula;
    std::optional<Term> product;
    for (const auto& [text, factor] : factors) {
        const Term term{&sorted.graph, factor};
        product = product ? *product * term : term;
        condition.zeros.push_back(toText({formula.graph, vanishingPart(formula.graph, factor)}));
    }
    sorted.root = product->node;
    condition.text = toText(sorted);
    return condition;
}

std::vector<std::string> widest(std::vector<ZeroCondition> conditions)
{
    for (ZeroCondition& condition : conditions)
        std::ranges::sort(condition.zeros);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const bool isIncluded = std::ranges::any_of(conditions, [&](const ZeroCondition& other) {
            const bool isOther = &other != &conditions[i];
            // Of two that are the same, the first counts.
            return isOther && std::ranges::includes(other.zeros, conditions[i].zeros) &&
                   (other.zeros.size() > conditions[i].zeros.size() || &other < &conditions[i]);
        });
        if (!isIncluded)
            texts.push_back(conditions[i].text);
    }
    return texts;
}

} // namespace sluice
