// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/weighted_order.h"

#include "core/statistics/quantiles.h"

#include <algorithm>
#include <limits>

namespace sluice {

void WeightedOrder::add(std::span<const double> sorted, double weight)
{
    if (!sorted.empty())
        m_parts.push_back({.sorted = sorted, .weight = weight});
}

double WeightedOrder::weightUpTo(double value) const
{
    double weight = 0.0;
    for (const Part& part : m_parts)
        weight += part.weight *
                  static_cast<double>(std::ranges::upper_bound(part.sorted, value) - part.sorted.begin());
    return weight;
}

/// The smallest number up to which there are more samples than those before the place.
double WeightedOrder::valueAround(double place) const
{
    double smallest = std::numeric_limits<double>::infinity();
    for (const Part& part : m_parts) {
        const auto found = std::ranges::partition_point(
            part.sorted, [&](double value) { return weightUpTo(value) <= place; });
        if (found != part.sorted.end())
            smallest = std::min(smallest, *found);
    }
    return smallest;
}

WeightedOrder::Tie WeightedOrder::tieOf(double value) const
{
    double below = 0.0;
    double upTo = 0.0;
    double firstWeight = 0.0;
    double lastWeight = 0.0;
    for (const Part& part : m_parts) {
        const auto [first, last] = std::equal_range(part.sorted.begin(), part.sorted.end(), value);
        below += part.weight * static_cast<double>(first - part.sorted.begin());
        upTo += part.weight * static_cast<double>(last - part.sorted.begin());
        if (first == last)
            continue;
        // In the order in which the parts were added.
        if (firstWeight == 0.0)
            firstWeight = part.weight;
        lastWeight = part.weight;
    }
    return {.value = value,
            .first = below + (firstWeight - 1.0) / 2.0,
            .last = upTo - 1.0 - (lastWeight - 1.0) / 2.0};
}

std::optional<double> WeightedOrder::nextBelow(double value) const
{
    std::optional<double> next;
    for (const Part& part : m_parts) {
        const auto end = std::ranges::lower_bound(part.sorted, value);
        if (end != part.sorted.begin())
            next = std::max(next.value_or(*(end - 1)), *(end - 1));
    }
    return next;
}

std::optional<double> WeightedOrder::nextAbove(double value) const
{
    std::optional<double> next;
    for (const Part& part : m_parts) {
        const auto found = std::ranges::upper_bound(part.sorted, value);
        if (found != part.sorted.end())
            next = std::min(next.value_or(*found), *found);
    }
    return next;
}

double WeightedOrder::at(double place) const
{
    const Tie tie = tieOf(valueAround(place));
    const std::optional<double> neighbour = place < tie.first  ? nextBelow(tie.value)
                                            : place > tie.last ? nextAbove(tie.value)
                                                               : std::nullopt;
    if (!neighbour)
        return between(tie.value, tie.value, 0.0);
    const Tie other = tieOf(*neighbour);
    const Tie& low = place < tie.first ? other : tie;
    const Tie& high = place < tie.first ? tie : other;
    return between(low.value, high.value, (place - low.last) / (high.first - low.last));
}

} // namespace sluice
