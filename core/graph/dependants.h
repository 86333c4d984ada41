// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sluice {

/// Which nodes of a graph are computed from any of those for which `isRoot` says yes, these included.
template <class IsRoot>
[[nodiscard]] std::vector<bool> dependants(const Graph& graph, const IsRoot& isRoot)
{
    std::vector<bool> depends(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        depends[i] = isRoot(id) ||
                     std::ranges::any_of(graph[id].operands(), [&](NodeId o) { return depends[index(o)]; });
    }
    return depends;
}

[[nodiscard]] inline std::vector<bool> dependantsOf(const Graph& graph, NodeId root)
{
    return dependants(graph, [root](NodeId id) { return id == root; });
}

} // namespace sluice
