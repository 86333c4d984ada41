// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

enum class GateKind
{
    stop,
    clean
};

[[nodiscard]] std::string_view nameOf(GateKind kind);

/// How the gradient passes one place, or one use of a place, without touching the text.
struct Gate
{
    /// `yu`, or `h#*` for every `h#k`.
    std::string place;
    /// For a gate on an edge: the place that uses it, and which operand where it uses it more than once.
    std::optional<std::string> user;
    std::optional<std::size_t> operand;
    GateKind kind = GateKind::stop;

    bool operator==(const Gate&) const = default;
};

/// Reads `yu=clean`, `y->z.mul=stop`, `y:z.mul[1]=stop`; nothing where it is no gate.
[[nodiscard]] std::optional<Gate> parseGate(std::string_view text);
/// The part before `=`: `yu`, `y->z.mul[1]`.
[[nodiscard]] std::string targetOf(const Gate& gate);
[[nodiscard]] std::string toString(const Gate& gate);

/// One use of a node by another.
struct Use
{
    NodeId node{};
    /// The operand of the user's node, and its number as a gate counts it: a noise source's draw is no
    /// operand of its call.
    std::size_t operand = 0;
    std::size_t number = 0;
};

/// Everything a node uses. By what a gradient is taken is no use of it, and the upstream gradient of a rule
/// is no value that could be used.
[[nodiscard]] std::vector<Use> usesOf(const Graph& graph, NodeId user);

/// The use of one place by another.
struct Edge
{
    NodeId from{};
    NodeId to{};
    /// As a gate names it: `y->z.mul`, with `[operand]` only where there are several such uses.
    std::string name;
};

/// All uses of places by places, in the order of the graph.
[[nodiscard]] std::vector<Edge> edgesOf(const Program& program);

} // namespace sluice
