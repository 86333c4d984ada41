// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/strong_components.h"

#include "ui/graph/igraph_values.h"

namespace sluice {

std::vector<std::size_t> strongComponents(std::size_t vertices,
                                          std::span<const std::pair<std::size_t, std::size_t>> edges)
{
    const IgnoredErrors ignored;
    std::vector<std::size_t> components(vertices, 0);
    IntegerVector ends(2 * edges.size());
    IntegerVector membership(0);
    if (!ends.isValid() || !membership.isValid()) {
        return components;
    }
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        ends.set(2 * edge, edges[edge].first);
        ends.set(2 * edge + 1, edges[edge].second);
    }
    const DirectedGraph graph(ends, vertices);
    if (graph.isValid() && igraph_connected_components(graph.get(), membership.get(), nullptr, nullptr,
                                                       IGRAPH_STRONG) == IGRAPH_SUCCESS) {
        for (std::size_t vertex = 0; vertex < vertices; ++vertex) {
            components[vertex] = membership.at(vertex);
        }
    }
    return components;
}

} // namespace sluice
