// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_layout.h"

#include <cstddef>
#include <vector>

namespace sluice {

/// The layer of each node, from 0: every edge leads to a later one, and edges are short. Several edges
/// between the same two nodes get a layer between them, where they can be told apart.
[[nodiscard]] std::vector<std::size_t> assignedLayers(const LayoutRequest& request);

} // namespace sluice
