// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// A drawn graph in which nodes that bear one name over and over, as those of a loop do, are drawn as one
/// node until someone opens it.
struct GroupedGraph
{
    /// A group is a node of the kind `group`, whose name is that of its nodes: `v`. Several edges between the
    /// same two nodes, one of which is a group, are one without a name: no gate can stand on it.
    DrawnGraph graph;
    /// For each drawn node and edge the positions of those in the whole graph that it stands for.
    std::vector<std::vector<std::size_t>> nodes;
    std::vector<std::vector<std::size_t>> edges;
};

/// What the names of the nodes of one group have in common: `v` for `v#3` and for `v#3.tanh`, `h` for `h12`.
[[nodiscard]] std::string groupNameOf(std::string_view nodeName);

/// The graph with each of its nodes drawn as itself.
[[nodiscard]] GroupedGraph ungrouped(const DrawnGraph& whole);

/// The graph with its groups drawn as one node each, except for those that have been opened. Groups that feed
/// each other both ways, as two variables of one loop do, are one group with both names: `a, b`.
[[nodiscard]] GroupedGraph grouped(const DrawnGraph& whole, const std::set<std::string>& opened);

/// The groups that belong to the one of this name: each of their nodes feeds, or is fed by, one of its own,
/// as the noise of each layer does. Opened or closed by itself, either would leave a fan of edges. The graph
/// has all its groups closed.
[[nodiscard]] std::set<std::string> companionsOf(const GroupedGraph& closed, const std::string& name);

} // namespace sluice
