// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_layout.h"

#include "ui/graph/layer_assignment.h"
#include "ui/graph/layer_heights.h"
#include "ui/graph/layer_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace sluice {

namespace {

// The layout goes as Sugiyama, Tagawa and Toda laid it out, a layer being a column:
// 1. every node gets a layer (layer_assignment);
// 2. an edge over several layers gets a bend in each layer between, so that every step joins neighbours;
// 3. nodes and bends are ordered within their layers so that few steps cross (layer_order, by igraph);
// 4. they get heights that keep the order and their sizes, with edges as level as can be (layer_heights);
// 5. columns get their places from left to right, as wide as their widest node.
// Nodes and bends alike are called slots below: first come the nodes, by their own numbers, then the bends.

constexpr double grid = 4.0;
constexpr double gapBetweenRows = 12.0;
constexpr double bendHeight = 4.0;
constexpr double bendWidth = 16.0;
constexpr double narrowestGap = 32.0;
constexpr double widestGap = 72.0;
/// Beyond this many slots, further long edges are drawn as one curve, lest a big graph take seconds.
constexpr std::size_t slotLimit = 3000;

double upToGrid(double length)
{
    return std::ceil(length / grid) * grid;
}

class LayeredDrawing
{
public:
    explicit LayeredDrawing(const LayoutRequest& request)
        : m_request(request), m_slotLayers(assignedLayers(request))
    {
        for (const LayoutRequest::Size& size : request.nodes) {
            m_slotHeights.push_back(size.height);
        }
        makeChains();
        makeColumns();
        orderColumns();
        placeRows();
        placeColumns();
    }

    [[nodiscard]] GraphLayout layout() const
    {
        GraphLayout result;
        const std::size_t nodes = m_request.nodes.size();
        result.layers.assign(m_slotLayers.begin(), m_slotLayers.begin() + static_cast<std::ptrdiff_t>(nodes));
        for (std::size_t node = 0; node < nodes; ++node) {
            const Column& column = m_columns[m_slotLayers[node]];
            result.centres.push_back({column.left + column.width / 2.0, m_rows[node]});
        }
        const std::vector<double> ports = incomingPorts();
        for (std::size_t edge = 0; edge < m_chains.size(); ++edge) {
            result.routes.push_back(route(edge, ports[edge], result.centres));
        }
        result.width = m_columns.empty() ? 0.0 : m_columns.back().left + m_columns.back().width;
        result.height = m_height;
        return result;
    }

private:
    struct Column
    {
        std::vector<std::size_t> members;
        double left = 0.0;
        double width = 0.0;
    };

    [[nodiscard]] bool isBend(std::size_t slot) const { return slot >= m_request.nodes.size(); }

    void makeChains()
    {
        for (const LayoutRequest::Edge& edge : m_request.edges) {
            std::vector<std::size_t> chain{edge.from};
            const std::size_t first = m_slotLayers[edge.from] + 1;
            const std::size_t last = m_slotLayers[edge.to];
            if (last > first && m_slotLayers.size() + (last - first) <= slotLimit) {
                for (std::size_t layer = first; layer < last; ++layer) {
                    chain.push_back(m_slotLayers.size());
                    m_slotLayers.push_back(layer);
                    m_slotHeights.push_back(bendHeight);
                }
            }
            chain.push_back(edge.to);
            m_chains.push_back(std::move(chain));
        }
    }

    void makeColumns()
    {
        for (std::size_t slot = 0; slot < m_slotLayers.size(); ++slot) {
            const std::size_t layer = m_slotLayers[slot];
            if (m_columns.size() <= layer) {
                m_columns.resize(layer + 1);
            }
            m_columns[layer].members.push_back(slot);
        }
    }

    /// Calls `visit(from, to)` for every step between neighbouring layers.
    template <class Visit>
    void forEachStep(Visit visit) const
    {
        for (const std::vector<std::size_t>& chain : m_chains) {
            for (std::size_t i = 1; i < chain.size(); ++i) {
                if (m_slotLayers[chain[i]] == m_slotLayers[chain[i - 1]] + 1) {
                    visit(chain[i - 1], chain[i]);
                }
            }
        }
    }

    void orderColumns()
    {
        std::vector<LayerStep> steps;
        forEachStep([&](std::size_t from, std::size_t to) { steps.push_back({from, to}); });
        const std::vector<double> positions = positionsWithinLayers(m_slotLayers, steps);
        if (positions.empty()) {
            return; // The order of the text is a plain but usable one.
        }
        for (Column& column : m_columns) {
            std::ranges::stable_sort(column.members, {}, [&](std::size_t slot) { return positions[slot]; });
        }
    }

    void placeRows()
    {
        StackedLayers stacked{{}, m_slotHeights, {}, {}, gapBetweenRows, grid};
        for (const Column& column : m_columns) {
            stacked.layers.push_back(column.members);
        }
        forEachStep([&](std::size_t from, std::size_t to) {
            const int bends = static_cast<int>(isBend(from)) + static_cast<int>(isBend(to));
            constexpr std::array<double, 3> weights{1.0, 2.0, 8.0};
            stacked.ties.push_back({from, to, weights.at(static_cast<std::size_t>(bends))});
        });
        for (const std::vector<std::size_t>& chain : m_chains) {
            stacked.lines.emplace_back(chain.begin() + 1, chain.end() - 1);
        }
        m_rows = balancedHeights(stacked);
        double top = 0.0;
        double bottom = 0.0;
        for (std::size_t slot = 0; slot < m_rows.size(); ++slot) {
            const double half = upToGrid(m_slotHeights[slot] / 2.0);
            top = slot == 0 ? m_rows[slot] - half : std::min(top, m_rows[slot] - half);
            bottom = slot == 0 ? m_rows[slot] + half : std::max(bottom, m_rows[slot] + half);
        }
        for (double& row : m_rows) {
            row -= top;
        }
        m_height = bottom - top;
    }

    void placeColumns()
    {
        std::vector<double> steepest(m_columns.size(), 0.0);
        forEachStep([&](std::size_t from, std::size_t to) {
            double& steep = steepest[m_slotLayers[to]];
            steep = std::max(steep, std::abs(m_rows[to] - m_rows[from]));
        });
        std::vector<double> room(m_columns.size(), narrowestGap);
        for (const LayoutRequest::Edge& edge : m_request.edges) {
            double& before = room[m_slotLayers[edge.to]];
            before = std::max(before, edge.room);
        }
        double left = 0.0;
        for (std::size_t layer = 0; layer < m_columns.size(); ++layer) {
            Column& column = m_columns[layer];
            for (const std::size_t slot : column.members) {
                column.width = std::max(column.width, isBend(slot) ? bendWidth : m_request.nodes[slot].width);
            }
            column.width = upToGrid(column.width);
            const double gap = std::max(std::min(steepest[layer] / 2.0, widestGap), room[layer]);
            left += layer == 0 ? 0.0 : upToGrid(gap);
            column.left = left;
            left += column.width;
        }
    }

    /// How far from its target's middle each edge arrives, so that edges into one node can be told apart.
    [[nodiscard]] std::vector<double> incomingPorts() const
    {
        std::vector<std::vector<std::size_t>> incoming(m_request.nodes.size());
        for (std::size_t edge = 0; edge < m_chains.size(); ++edge) {
            incoming[m_chains[edge].back()].push_back(edge);
        }
        std::vector<double> ports(m_chains.size(), 0.0);
        for (std::size_t node = 0; node < incoming.size(); ++node) {
            std::vector<std::size_t>& edges = incoming[node];
            std::ranges::stable_sort(edges, {},
                                     [&](std::size_t edge) { return m_rows[*(m_chains[edge].end() - 2)]; });
            const double room = std::max(0.0, m_request.nodes[node].height - 8.0);
            const auto intervals = static_cast<double>(edges.size()) - 1.0;
            const double distance = intervals > 0.0 ? std::min(8.0, room / intervals) : 0.0;
            for (std::size_t i = 0; i < edges.size(); ++i) {
                ports[edges[i]] = (static_cast<double>(i) - intervals / 2.0) * distance;
            }
        }
        return ports;
    }

    [[nodiscard]] std::vector<LayoutPoint> route(std::size_t edge, double port,
                                                 const std::vector<LayoutPoint>& centres) const
    {
        const std::vector<std::size_t>& chain = m_chains[edge];
        const std::size_t source = chain.front();
        const std::size_t target = chain.back();
        std::vector<LayoutPoint> points;
        const auto add = [&](double x, double y) {
            if (points.empty() || points.back() != LayoutPoint{x, y}) {
                points.push_back({x, y});
            }
        };
        const auto& sourceColumn = m_columns[m_slotLayers[source]];
        const auto& targetColumn = m_columns[m_slotLayers[target]];
        add(centres[source].x + m_request.nodes[source].width / 2.0, m_rows[source]);
        add(sourceColumn.left + sourceColumn.width, m_rows[source]);
        for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
            const Column& column = m_columns[m_slotLayers[chain[i]]];
            add(column.left, m_rows[chain[i]]);
            add(column.left + column.width, m_rows[chain[i]]);
        }
        add(targetColumn.left, m_rows[target] + port);
        add(centres[target].x - m_request.nodes[target].width / 2.0, m_rows[target] + port);
        return points;
    }

    const LayoutRequest& m_request;
    std::vector<std::size_t> m_slotLayers;
    std::vector<double> m_slotHeights;
    std::vector<double> m_rows;
    std::vector<std::vector<std::size_t>> m_chains;
    std::vector<Column> m_columns;
    double m_height = 0.0;
};

} // namespace

GraphLayout layOut(const LayoutRequest& request)
{
    return LayeredDrawing(request).layout();
}

} // namespace sluice
