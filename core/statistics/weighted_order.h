// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// The order of numbers of which each stands for several samples. One of weight w stands for the places from
/// the number of samples below it up to w - 1 further, and is read in their middle; between two numbers it is
/// linear. With weights of 1 that is the order of the samples themselves.
class WeightedOrder
{
public:
    /// In ascending order, each of the same weight; they must outlive the order.
    void add(std::span<const double> sorted, double weight);

    /// The number at a place, from 0 to the sum of all weights less 1; at least one number must have been
    /// added.
    [[nodiscard]] double at(double place) const;

private:
    struct Part
    {
        std::span<const double> sorted;
        double weight;
    };

    /// All numbers of one value: the places of the first and the last of them.
    struct Tie
    {
        double value;
        double first;
        double last;
    };

    [[nodiscard]] double weightUpTo(double value) const;
    [[nodiscard]] double valueAround(double place) const;
    [[nodiscard]] std::optional<double> nextBelow(double value) const;
    [[nodiscard]] std::optional<double> nextAbove(double value) const;
    [[nodiscard]] Tie tieOf(double value) const;

    std::vector<Part> m_parts;
};

} // namespace sluice
