// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/rewrite.h"

#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Copies a program's graph node by node, putting gates where they belong. Beside each node it keeps up to
/// three others: the node as its users see it (behind its gate), and the noise-free counterparts of both.
class Rewriter
{
public:
    Rewriter(const Program& program, std::span<const BoundGate> gates, bool withCounterparts)
        : m_program(program), m_withCounterparts(withCounterparts)
    {
        for (const BoundGate& gate : gates) {
            if (gate.user)
                m_edgeGates[{*gate.user, gate.operand}] = gate.kind;
            else
                m_nodeGates[gate.node] = gate.kind;
        }
        for (const NoiseSource& source : program.sources)
            if (source.nominal)
                m_nominals[source.node] = *source.nominal;
    }

    void run()
    {
        m_copies.reserve(m_program.graph.size());
        for (std::size_t i = 0; i < m_program.graph.size(); ++i)
            copy(NodeId(static_cast<std::uint32_t>(i)));
    }

    RewrittenGraph finish(NodeId output, bool counterpart) &&
    {
        RewrittenGraph result;
        result.output = counterpart ? m_copies[index(output)].counterpart : m_copies[index(output)].used;
        result.nodes.reserve(m_copies.size());
        result.counterparts.reserve(m_copies.size());
        for (const Copy& copy : m_copies) {
            result.nodes.push_back(counterpart ? copy.counterpart : copy.plain);
            result.counterparts.push_back(copy.counterpart);
        }
        result.gates = std::move(m_inserted);
        result.graph = std::move(m_graph);
        return result;
    }

private:
    struct Copy
    {
        NodeId plain{};
        NodeId used{};
        NodeId counterpart{};
        NodeId usedCounterpart{};
        bool isNoisy = false;
    };

    void copy(NodeId original)
    {
        const Node& node = m_program.graph[original];
        Copy copy;
        copy.isNoisy =
            node.operation->role == Role::noise ||
            std::ranges::any_of(node.operands(), [&](NodeId o) { return m_copies[index(o)].isNoisy; });
        copy.plain = appendOver(original, false);
        copy.counterpart = copy.isNoisy && m_withCounterparts ? counterpartOf(original) : copy.plain;
        copy.used = copy.plain;
        copy.usedCounterpart = copy.counterpart;
        if (const auto gate = m_nodeGates.find(original); gate != m_nodeGates.end())
            pass({.node = original, .user = {}, .operand = 0, .kind = gate->second}, copy.used,
                 copy.usedCounterpart, copy.counterpart);
        m_copies.push_back(copy);
    }

    NodeId counterpartOf(NodeId original)
    {
        const Node& node = m_program.graph[original];
        if (node.operation->role != Role::noise)
            return appendOver(original, true);
        if (const auto nominal = m_nominals.find(original); nominal != m_nominals.end())
            return m_copies[index(nominal->second)].usedCounterpart;
        std::array<Term, Node::maximumArity> operands;
        for (std::size_t k = 0; k < node.arity; ++k)
            operands[k] = {&m_graph, operand(original, k, true)};
        return node.operation->nominal(std::span(operands).first(node.arity)).node;
    }

    NodeId appendOver(NodeId original, bool counterpart)
    {
        const std::size_t arity = m_program.graph[original].arity;
        std::array<NodeId, Node::maximumArity> operands{};
        for (std::size_t k = 0; k < arity; ++k)
            operands[k] = operand(original, k, counterpart);
        return m_graph.appendCopy(m_program.graph, original, std::span(operands).first(arity));
    }

    /// What operand k of a node becomes, behind the gates on it and on this use of it.
    NodeId operand(NodeId user, std::size_t k, bool counterpart)
    {
        const Node& node = m_program.graph[user];
        const Copy& from = m_copies[index(node.operandIds[k])];
        // A gradient's second operand says by what to differentiate; it is no use of it.
        if (node.operation->role == Role::gradient && k == 1)
            return counterpart ? from.counterpart : from.plain;
        NodeId used = from.used;
        NodeId usedCounterpart = from.usedCounterpart;
        if (const auto gate = m_edgeGates.find({user, k}); gate != m_edgeGates.end())
            pass({.node = node.operandIds[k], .user = user, .operand = k, .kind = gate->second}, used,
                 usedCounterpart, from.usedCounterpart);
        return counterpart ? usedCounterpart : used;
    }

    void pass(const BoundGate& gate, NodeId& used, NodeId& usedCounterpart, NodeId noiseFree)
    {
        if (gate.kind == GateKind::clean) {
            if (used != noiseFree)
                used = insert(gate, "surrogate", std::array{used, noiseFree});
            return;
        }
        const bool isOne = used == usedCounterpart;
        used = insert(gate, "stop_gradient", std::array{used});
        usedCounterpart =
            isOne || !m_withCounterparts ? used : insert(gate, "stop_gradient", std::array{usedCounterpart});
    }

    NodeId insert(const BoundGate& gate, std::string_view operation, std::span<const NodeId> operands)
    {
        const NodeId node = m_graph.append(operationNamed(operation), operands);
        m_inserted.push_back({.node = node, .gate = gate});
        return node;
    }

    const Program& m_program;
    bool m_withCounterparts;
    std::map<NodeId, GateKind> m_nodeGates;
    std::map<std::pair<NodeId, std::size_t>, GateKind> m_edgeGates;
    std::map<NodeId, NodeId> m_nominals;
    Graph m_graph;
    std::vector<Copy> m_copies;
    std::vector<InsertedGate> m_inserted;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a name is meant by a pattern in which `#*` stands for every `#k`.
bool isMeant(std::string_view name, std::string_view pattern)
{
    while (!pattern.empty() && !name.empty() && name.front() == pattern.front()) {
        const bool isEvery = pattern.starts_with("#*");
        name.remove_prefix(1);
        pattern.remove_prefix(isEvery ? 2 : 1);
        if (isEvery) {
            const auto digits =
                static_cast<std::size_t>(std::ranges::find_if_not(name, isDigit) - name.begin());
            if (digits == 0)
                return false;
            name.remove_prefix(digits);
        }
    }
    return name.empty() && pattern.empty();
}

std::vector<NodeId> nodesNamed(const Program& program, std::string_view name)
{
    if (name.find("#*") == std::string_view::npos) {
        const Place* place = program.findPlace(name);
        return place == nullptr ? std::vector<NodeId>() : std::vector{place->node};
    }
    std::vector<NodeId> nodes;
    const auto isNamed = [&](const std::string& other) { return isMeant(other, name); };
    for (const Place& place : program.places)
        if (isNamed(place.name) || std::ranges::any_of(place.otherNames, isNamed))
            nodes.push_back(place.node);
    return nodes;
}

} // namespace

std::vector<BoundGate> bind(const Gate& gate, const Program& program)
{
    std::vector<BoundGate> bound;
    const std::vector<NodeId> nodes = nodesNamed(program, gate.place);
    if (!gate.user) {
        for (const NodeId node : nodes)
            bound.push_back({.node = node, .user = {}, .operand = 0, .kind = gate.kind});
        return bound;
    }
    for (const NodeId user : nodesNamed(program, *gate.user))
        for (const Use& use : usesOf(program.graph, user))
            if (std::ranges::count(nodes, use.node) != 0 && (!gate.operand || *gate.operand == use.number))
                bound.push_back({.node = use.node, .user = user, .operand = use.operand, .kind = gate.kind});
    return bound;
}

RewrittenGraph gated(const Program& program, NodeId output, std::span<const BoundGate> gates)
{
    const bool isCleaned = std::ranges::count(gates, GateKind::clean, &BoundGate::kind) != 0;
    Rewriter rewriter(program, gates, isCleaned);
    rewriter.run();
    return std::move(rewriter).finish(output, false);
}

RewrittenGraph noiseFreeCounterpart(const Program& program, NodeId output)
{
    Rewriter rewriter(program, {}, true);
    rewriter.run();
    return std::move(rewriter).finish(output, true);
}

} // namespace sluice
