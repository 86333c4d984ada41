// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace sluice {

/// Boxes stacked in layers, tied to boxes of the neighbouring layers.
struct StackedLayers
{
    struct Tie
    {
        std::size_t from = 0;
        std::size_t to = 0;
        /// How much this tie wants to be level.
        double weight = 1.0;
    };
    /// The boxes of each layer, from top to bottom.
    std::vector<std::vector<std::size_t>> layers;
    std::vector<double> boxHeights;
    std::vector<Tie> ties;
    /// Boxes of neighbouring layers that are drawn as one line, from left to right, and look best on one
    /// level.
    std::vector<std::vector<std::size_t>> lines;
    /// Free space between two boxes of a layer, at least.
    double gap = 0.0;
    /// All results are multiples of this.
    double grid = 1.0;
};

/// Where the middle of each box goes so that ties are as level as the boxes' heights allow.
[[nodiscard]] std::vector<double> balancedHeights(const StackedLayers& stacked);

} // namespace sluice
