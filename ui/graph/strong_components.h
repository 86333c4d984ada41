// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace sluice {

/// For each vertex the number of its component: two vertices have the same where each can be reached from the
/// other along the edges (from, to). Where memory runs out, every vertex has the same.
[[nodiscard]] std::vector<std::size_t>
strongComponents(std::size_t vertices, std::span<const std::pair<std::size_t, std::size_t>> edges);

} // namespace sluice
