// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <tuple>

namespace sluice {

/// Stands for an expression, whatever graph it is in: 128 bits made of its operations, constants and leaves.
/// Of nodes of shared graphs it is equal where one shared graph would have made them one node, so gradients
/// of many graphs can be told apart without keeping the graphs.
struct Fingerprint
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    bool operator==(const Fingerprint&) const = default;
    bool operator<(const Fingerprint& other) const
    {
        return std::tie(high, low) < std::tie(other.high, other.low);
    }
};

/// Takes time by the size of the graph.
[[nodiscard]] Fingerprint fingerprintOf(const Graph& graph, NodeId node);

} // namespace sluice
