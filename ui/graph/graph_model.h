// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"
#include "core/experiment/computation.h"
#include "core/gradient/gate.h"
#include "core/language/program.h"
#include "core/wording/phrase.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace sluice {

/// A place as it is drawn.
struct DrawnNode
{
    enum class Kind
    {
        input,
        parameter,
        noiseSource,
        operation,
        output,
        group ///< several nodes with one name
    };

    NodeId node{};
    /// As a gate names it.
    std::string name;
    /// The user's own name; empty for an unnamed operation inside a statement.
    std::string title;
    /// What is computed here, with its constants: `×`, `sqrt`, `x**2`, `uniform(0.9, 1.1)`.
    std::string formula;
    Kind kind = Kind::operation;
    bool dependsOnNoise = false;
    /// Whether the output depends on it.
    bool isUsed = true;
    /// How many nodes of the program it stands for.
    std::size_t size = 1;

    bool operator==(const DrawnNode&) const = default;
};

/// The use of one place by another, by positions in DrawnGraph::nodes.
struct DrawnEdge
{
    std::size_t from = 0;
    std::size_t to = 0;
    /// Which operand of the user's node it is.
    std::size_t operand = 0;
    /// As a gate names it: `y->z.mul`.
    std::string name;

    bool operator==(const DrawnEdge&) const = default;
};

/// What of a program is drawn: the places its output depends on, and every input, parameter and noise source.
struct DrawnGraph
{
    std::vector<DrawnNode> nodes;
    std::vector<DrawnEdge> edges;

    bool operator==(const DrawnGraph&) const = default;
};

[[nodiscard]] DrawnGraph drawnGraph(const Program& program);

/// Whether both have the same nodes and edges, whatever their formulas say.
[[nodiscard]] bool haveSameStructure(const DrawnGraph& one, const DrawnGraph& other);

/// The gate that acts on a drawn node or edge.
struct DrawnGate
{
    GateKind kind = GateKind::stop;
    /// As it is written: `h#*` for a gate on every `h`.
    std::string target;
    bool changesNothing = false;
    Phrase reason;

    bool operator==(const DrawnGate&) const = default;
};

/// The gates of a variant, with what is known of their effect, to be asked for by node and edge. A gate whose
/// place the program doesn't have is left out.
class DrawnGates
{
public:
    DrawnGates() = default;
    DrawnGates(const Program& program, std::span<const std::string> gates,
               std::span<const GateEffect> effects);

    /// Where several gates act on the same, the last one.
    [[nodiscard]] std::optional<DrawnGate> at(const DrawnNode& node) const;
    [[nodiscard]] std::optional<DrawnGate> at(const DrawnGraph& graph, const DrawnEdge& edge) const;

private:
    /// The use of a node by another, as which operand.
    using UseKey = std::tuple<NodeId, NodeId, std::size_t>;

    std::map<NodeId, DrawnGate> m_onNodes;
    std::map<UseKey, DrawnGate> m_onEdges;
};

/// What the backward pass carries through a drawn edge.
struct DrawnFlow
{
    Carried carried = Carried::nothing;
    /// The local derivative in the language; empty where the backward pass doesn't come by.
    std::string local;
    /// The sources that the local derivative reads.
    std::vector<std::string> noise;

    bool operator==(const DrawnFlow&) const = default;
};

/// What the backward pass of a variant carries, to be asked for by edge. It is kept by the names of edges, so
/// that it still serves while numbers in the text change.
class DrawnFlows
{
public:
    /// Nothing is known.
    DrawnFlows() = default;
    DrawnFlows(const Program& program, const Derivation& derivation);

    [[nodiscard]] std::optional<DrawnFlow> at(const DrawnEdge& edge) const;

private:
    std::map<std::string, DrawnFlow> m_flows;
};

} // namespace sluice
