// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/formula.h"
#include "core/analysis/node_names.h"
#include "core/graph/graph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

/// What stands before a place's name for its noise-free counterpart, where that is too long to be written
/// out, and before a source's name for its standard draw.
inline constexpr std::string_view noiseFreePrefix = "noise_free_";
inline constexpr std::string_view drawPrefix = "draw_";

/// Writes nodes of a variant's graph (and what was appended behind it) as formulas of named places.
class FormulaMaker
{
public:
    /// Nodes from `size` on are not the variant's: they are always written out. All must outlive it.
    FormulaMaker(const Graph& graph, std::size_t size, const NodeNames& names);

    /// Written out as far as the next places; so is the place `shown` itself.
    [[nodiscard]] Formula local(NodeId node, std::optional<NodeId> shown) const;
    /// The same, not simplified. `leaves` gets what the names stand for.
    [[nodiscard]] Formula asComputed(NodeId node, std::optional<NodeId> shown,
                                     std::vector<std::pair<std::string, NodeId>>& leaves) const;
    /// Written out down to inputs, parameters and noise sources; as `local` where that would be long.
    [[nodiscard]] Formula whole(NodeId node) const;
    /// Whether a variable of a formula is the name of a noisy place.
    [[nodiscard]] bool isNoisyName(const std::string& name) const;

private:
    enum class Extent : std::uint8_t
    {
        places,
        sources
    };
    [[nodiscard]] std::optional<std::string> leafName(NodeId node, std::optional<NodeId> shown,
                                                      Extent extent) const;
    [[nodiscard]] Formula made(NodeId node, std::optional<NodeId> shown, Extent extent,
                               std::vector<std::pair<std::string, NodeId>>* leaves = nullptr) const;

    const Graph& m_graph;
    std::size_t m_size;
    const NodeNames& m_names;
    /// How many nodes it takes to write a node out: to the next place without noise, and to the sources.
    std::vector<std::uint32_t> m_sizes;
    std::vector<std::uint32_t> m_wholeSizes;
    std::unordered_map<std::string, bool> m_isNoisy;
    /// Computed from numbers alone: `1/3` says more than the name of its place, unless the text gave it one.
    std::vector<bool> m_isNumber;
};

} // namespace sluice
