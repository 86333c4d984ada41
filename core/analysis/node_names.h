// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/value_and_gradient.h"
#include "core/language/program.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice {

/// What the nodes of a variant's graph are to the user: places, their noise-free counterparts, gates.
/// The program and the variant must outlive it.
class NodeNames
{
public:
    NodeNames(const Program& program, const ValueAndGradient& variant);

    /// The program's node that this is a copy or the counterpart of.
    struct Origin
    {
        NodeId node{};
        bool isCounterpart = false;
    };
    [[nodiscard]] std::optional<Origin> originOf(NodeId node) const;
    /// The name of the node's place, for a counterpart the place's; empty where it has none.
    [[nodiscard]] std::string placeOf(NodeId node) const;
    /// The same, but what has no place gets a name of its own: `grad.mul#3`.
    [[nodiscard]] std::string nameOf(NodeId node) const;
    /// `yu=clean` where the node is what this gate became.
    [[nodiscard]] std::optional<std::string> gateOf(NodeId node) const;
    /// The node whose value this is: gates are looked through.
    [[nodiscard]] NodeId behindGates(NodeId node) const;
    /// Whether the node's value depends on a draw.
    [[nodiscard]] bool isNoisy(NodeId node) const { return m_isNoisy[index(node)]; }

private:
    [[nodiscard]] std::string textOf(const BoundGate& gate) const;

    const Program& m_program;
    const ValueAndGradient& m_variant;
    std::unordered_map<NodeId, Origin> m_origins;
    std::unordered_map<NodeId, std::size_t> m_gates;
    std::unordered_map<NodeId, std::size_t> m_nameless;
    std::vector<bool> m_isNoisy;
};

} // namespace sluice
