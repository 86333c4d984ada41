// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

namespace sluice {

/// Appends a copy of what in `expression` depends on `leaf`, with `replacement` in place of the leaf, and
/// returns what the expression became. The leaf stands right before what uses it, so that the time is linear
/// in the nodes between the two.
/// @throws GraphTooLarge
[[nodiscard]] NodeId substituted(Graph& graph, NodeId expression, NodeId leaf, NodeId replacement);

} // namespace sluice
