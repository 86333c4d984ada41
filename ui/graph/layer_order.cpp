// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layer_order.h"

#include "ui/graph/igraph_values.h"

namespace sluice {

std::vector<double> positionsWithinLayers(std::span<const std::size_t> layers,
                                          std::span<const LayerStep> steps)
{
    const IgnoredErrors ignored;
    IntegerVector layerNumbers(layers.size());
    IntegerVector ends(2 * steps.size());
    Matrix result;
    if (!layerNumbers.isValid() || !ends.isValid() || !result.isValid()) {
        return {};
    }
    for (std::size_t vertex = 0; vertex < layers.size(); ++vertex) {
        layerNumbers.set(vertex, layers[vertex]);
    }
    for (std::size_t step = 0; step < steps.size(); ++step) {
        ends.set(2 * step, steps[step].from);
        ends.set(2 * step + 1, steps[step].to);
    }
    const DirectedGraph graph(ends, layers.size());
    constexpr double gap = 1.0;
    constexpr igraph_integer_t iterations = 100;
    if (!graph.isValid() ||
        igraph_layout_sugiyama(graph.get(), result.get(), nullptr, nullptr, layerNumbers.get(), gap, gap,
                               iterations, nullptr) != IGRAPH_SUCCESS) {
        return {};
    }
    if (result.rows() < layers.size()) {
        return {};
    }
    std::vector<double> positions(layers.size());
    for (std::size_t vertex = 0; vertex < positions.size(); ++vertex) {
        positions[vertex] = result.at(vertex, 0);
    }
    return positions;
}

} // namespace sluice
