// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// A step of an edge from one layer to the next.
struct LayerStep
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Where each vertex stands within its layer so that few steps cross: vertices of a layer are to be sorted by
/// this. Empty where no order could be found.
[[nodiscard]] std::vector<double> positionsWithinLayers(std::span<const std::size_t> layers,
                                                        std::span<const LayerStep> steps);

} // namespace sluice
