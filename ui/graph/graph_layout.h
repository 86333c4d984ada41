// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace sluice {

struct LayoutPoint
{
    double x = 0.0;
    double y = 0.0;

    bool operator==(const LayoutPoint&) const = default;
};

/// An acyclic graph of boxes, to be drawn from left to right.
struct LayoutRequest
{
    struct Size
    {
        double width = 0.0;
        double height = 0.0;
    };
    struct Edge
    {
        std::size_t from = 0;
        std::size_t to = 0;
        /// How much room its label wants before its target.
        double room = 0.0;
    };
    std::vector<Size> nodes;
    std::vector<Edge> edges;
};

struct GraphLayout
{
    /// The middle of each node's box.
    std::vector<LayoutPoint> centres;
    /// The column of each node, from 0 on the left; edges lead from smaller to larger ones.
    std::vector<std::size_t> layers;
    /// Where each edge passes, from its source's right side to its target's left side. Between two points of
    /// equal height it runs straight, between others it bends with horizontal ends.
    std::vector<std::vector<LayoutPoint>> routes;
    double width = 0.0;
    double height = 0.0;

    bool operator==(const GraphLayout&) const = default;
};

/// A layered drawing whose boxes don't overlap: the same for the same request.
[[nodiscard]] GraphLayout layOut(const LayoutRequest& request);

} // namespace sluice
