// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_navigation.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sluice {

namespace {

double heightOf(const GraphLayout& layout, std::size_t edge)
{
    const std::vector<LayoutPoint>& route = layout.routes[edge];
    return (route[(route.size() - 1) / 2].y + route[route.size() / 2].y) / 2.0;
}

/// The edge at this end of a node that is most nearly level with it.
GraphElement along(const DrawnGraph& graph, const GraphLayout& layout, GraphElement node,
                   std::size_t DrawnEdge::*end)
{
    GraphElement best = node;
    double smallest = 0.0;
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        if (graph.edges[edge].*end != node.position) {
            continue;
        }
        const double distance = std::abs(heightOf(layout, edge) - layout.centres[node.position].y);
        if (best == node || distance < smallest) {
            best = {GraphElement::Kind::edge, edge};
            smallest = distance;
        }
    }
    return best;
}

/// What stands beside this element in up and down direction, from top to bottom.
std::vector<std::size_t> siblings(const DrawnGraph& graph, const GraphLayout& layout, GraphElement element)
{
    std::vector<std::size_t> found;
    if (element.kind == GraphElement::Kind::node) {
        for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
            if (layout.layers[node] == layout.layers[element.position]) {
                found.push_back(node);
            }
        }
        std::ranges::stable_sort(found, {}, [&](std::size_t node) { return layout.centres[node].y; });
        return found;
    }
    const auto layerOf = [&](std::size_t edge) { return layout.layers[graph.edges[edge].from]; };
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        if (layerOf(edge) == layerOf(element.position)) {
            found.push_back(edge);
        }
    }
    std::ranges::stable_sort(found, {}, [&](std::size_t edge) { return heightOf(layout, edge); });
    return found;
}

} // namespace

GraphElement neighbour(const DrawnGraph& graph, const GraphLayout& layout, GraphElement element,
                       Direction direction)
{
    const bool isNode = element.kind == GraphElement::Kind::node;
    if (direction == Direction::right) {
        return isNode ? along(graph, layout, element, &DrawnEdge::from)
                      : GraphElement{GraphElement::Kind::node, graph.edges[element.position].to};
    }
    if (direction == Direction::left) {
        return isNode ? along(graph, layout, element, &DrawnEdge::to)
                      : GraphElement{GraphElement::Kind::node, graph.edges[element.position].from};
    }
    const std::vector<std::size_t> column = siblings(graph, layout, element);
    const auto here = std::ranges::find(column, element.position);
    if (direction == Direction::up) {
        return here == column.begin() ? element : GraphElement{element.kind, *(here - 1)};
    }
    return here + 1 == column.end() ? element : GraphElement{element.kind, *(here + 1)};
}

} // namespace sluice
