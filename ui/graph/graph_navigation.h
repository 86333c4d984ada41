// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_layout.h"
#include "ui/graph/graph_model.h"

#include <cstddef>

namespace sluice {

/// A drawn node or edge, by its position in DrawnGraph.
struct GraphElement
{
    enum class Kind
    {
        node,
        edge
    };
    Kind kind = Kind::node;
    std::size_t position = 0;

    bool operator==(const GraphElement&) const = default;
};

enum class Direction
{
    left,
    right,
    up,
    down
};

/// Where an arrow key leads: left and right along edges, up and down among nodes of one column, or among
/// edges that leave one column. The element itself where there is nothing further.
[[nodiscard]] GraphElement neighbour(const DrawnGraph& graph, const GraphLayout& layout, GraphElement element,
                                     Direction direction);

} // namespace sluice
