// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <span>
#include <vector>

namespace sluice {

/// Whether its value is its first operand's, whatever it does to the gradient.
[[nodiscard]] bool isForwarding(const Operation& operation);

/// The operands that a node's value is computed from.
[[nodiscard]] std::span<const NodeId> valueOperands(const Node& node);

/// Which nodes the values of these are computed from, themselves among them.
[[nodiscard]] std::vector<bool> valueAncestors(const Graph& graph, std::span<const NodeId> roots);

} // namespace sluice
