// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ranges.h"

#include "core/analysis/scalar_value.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sluice {

namespace {

/// Rounding may carry a bound a little too far from the other side; a millionth part covers it generously.
Range widened(Range range)
{
    constexpr double part = 1e-6;
    const auto finite = [](double bound) { return std::isfinite(bound) ? std::abs(bound) : 0.0; };
    const double slack = part * std::max(finite(range.low), finite(range.high));
    return {range.low - slack, range.high + slack};
}

/// Where a corner has no value, as 0 times infinity, nothing is known.
Range cornersOf(const Operation& operation, std::span<const Range> operands)
{
    std::array<double, Node::maximumArity> values{};
    Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (std::size_t corner = 0; corner < std::size_t{1} << operands.size(); ++corner) {
        for (std::size_t k = 0; k < operands.size(); ++k)
            values[k] = (corner >> k & 1U) != 0 ? operands[k].high : operands[k].low;
        const double result = scalarValue(operation, std::span(values).first(operands.size()));
        if (std::isnan(result))
            return {};
        range.low = std::min(range.low, result);
        range.high = std::max(range.high, result);
    }
    return range;
}

Range boundsOf(const Operation& operation, std::span<const Range> operands)
{
    // What scales a draw is monotonic, too.
    if (operation.role == Role::noise || operation.isMonotonic)
        return widened(cornersOf(operation, operands));
    if (operation.notation == Notation::square || operation.notation == Notation::absoluteValue) {
        Range range = widened(cornersOf(operation, operands));
        if (!operands[0].excludesZero())
            range.low = 0.0;
        return range;
    }
    if (operation.notation == Notation::fraction && operands[1].excludesZero())
        return widened(cornersOf(operation, operands));
    if (operation.notation == Notation::root && operands[0].isPositive())
        return widened(cornersOf(operation, operands));
    return {};
}

Range rangeOf(const Node& node, std::span<const Range> operands)
{
    if (node.arity == 0)
        return {};
    Range range = boundsOf(*node.operation, operands);
    if (node.operation->isPositive)
        range.low = std::max(range.low, std::numeric_limits<double>::min());
    return range;
}

} // namespace

std::vector<Range> rangesOf(const Graph& graph, const std::function<Range(const std::string&)>& variableRange)
{
    std::vector<Range> ranges(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = graph[id];
        switch (node.operation->role) {
        case Role::constant:
            ranges[i] = {node.constant, node.constant};
            break;
        case Role::variable:
            ranges[i] = variableRange(graph.symbol(id));
            break;
        case Role::draw:
            ranges[i] = {node.operation->support.low, node.operation->support.high};
            break;
        default: {
            std::array<Range, Node::maximumArity> operands{};
            std::ranges::transform(node.operands(), operands.begin(),
                                   [&](NodeId o) { return ranges[index(o)]; });
            ranges[i] = rangeOf(node, std::span(operands).first(node.arity));
        }
        }
    }
    return ranges;
}

} // namespace sluice
