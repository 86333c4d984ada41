// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_model.h"

#include "core/gradient/rewrite.h"
#include "core/operations/operation.h"
#include "ui/graph/formula_label.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sluice {

namespace {

/// What is known of every node of the program's graph before any is chosen for drawing.
struct Reach
{
    std::vector<bool> isUsed;
    std::vector<bool> isNoisy;
    /// It depends on an input, a parameter or a noise source.
    std::vector<bool> varies;
};

Reach reachOf(const Program& program, std::vector<Edge> edges)
{
    const std::vector<bool> none(program.graph.size());
    Reach reach{none, none, none};
    const auto mark = [](std::vector<bool>& marks, const auto& named) {
        for (const auto& one : named) {
            marks[index(one.node)] = true;
        }
    };
    mark(reach.isNoisy, program.sources);
    mark(reach.varies, program.sources);
    mark(reach.varies, program.inputs);
    mark(reach.varies, program.parameters);
    reach.isUsed[index(program.output)] = true;
    // Operands have smaller numbers than their users, so one pass in each direction is enough.
    std::ranges::sort(edges, {}, &Edge::to);
    for (const Edge& edge : edges) {
        for (std::vector<bool>* marks : {&reach.isNoisy, &reach.varies}) {
            if ((*marks)[index(edge.from)]) {
                (*marks)[index(edge.to)] = true;
            }
        }
    }
    std::ranges::reverse(edges);
    for (const Edge& edge : edges) {
        if (reach.isUsed[index(edge.to)]) {
            reach.isUsed[index(edge.from)] = true;
        }
    }
    return reach;
}

std::vector<DrawnNode::Kind> kindsOf(const Program& program)
{
    std::vector<DrawnNode::Kind> kinds(program.graph.size(), DrawnNode::Kind::operation);
    const auto mark = [&kinds](const auto& named, DrawnNode::Kind kind) {
        for (const auto& one : named) {
            kinds[index(one.node)] = kind;
        }
    };
    kinds[index(program.output)] = DrawnNode::Kind::output;
    mark(program.parameters, DrawnNode::Kind::parameter);
    mark(program.inputs, DrawnNode::Kind::input);
    mark(program.sources, DrawnNode::Kind::noiseSource);
    return kinds;
}

/// Whether a place bears a name that the user gave; `z.mul#2` is the operation's name inside z's statement.
bool isOwnName(const Program& program, const Place& place)
{
    const std::size_t dot = place.name.rfind('.');
    if (place.isAssigned || dot == std::string::npos) {
        return true;
    }
    const std::string last = place.name.substr(dot + 1);
    return last.substr(0, last.find('#')) != program.graph[place.node].operation->name;
}

DrawnNode drawnNode(const Program& program, const Place& place, DrawnNode::Kind kind, const Reach& reach)
{
    return {.node = place.node,
            .name = place.name,
            .title = isOwnName(program, place) ? place.name : std::string(),
            .formula = formulaLabel(program, place.node),
            .kind = kind,
            .dependsOnNoise = reach.isNoisy[index(place.node)],
            .isUsed = reach.isUsed[index(place.node)]};
}

/// Which operand of its user an edge is.
std::size_t operandOf(const Program& program, const Edge& edge)
{
    const std::optional<Gate> gate = parseGate(edge.name + '=' + std::string(nameOf(GateKind::stop)));
    for (const Use& use : usesOf(program.graph, edge.to)) {
        if (use.node == edge.from && (!gate || !gate->operand || *gate->operand == use.number)) {
            return use.operand;
        }
    }
    return 0;
}

} // namespace

DrawnGraph drawnGraph(const Program& program)
{
    const std::vector<Edge> edges = edgesOf(program);
    const Reach reach = reachOf(program, edges);
    const std::vector<DrawnNode::Kind> kinds = kindsOf(program);
    DrawnGraph drawn;
    std::map<NodeId, std::size_t> positions;
    for (const Place& place : program.places) {
        const DrawnNode::Kind kind = kinds[index(place.node)];
        const bool isLeaf = kind != DrawnNode::Kind::operation;
        const bool isNumber = program.graph[place.node].operation->role == Role::constant;
        // What a number without a name is computed from says nothing of gradients.
        const bool isWorthSeeing = place.isAssigned || reach.varies[index(place.node)];
        if (isNumber || !(isLeaf || (isWorthSeeing && reach.isUsed[index(place.node)]))) {
            continue;
        }
        if (positions.emplace(place.node, drawn.nodes.size()).second) {
            drawn.nodes.push_back(drawnNode(program, place, kind, reach));
        }
    }
    for (const Edge& edge : edges) {
        const auto from = positions.find(edge.from);
        const auto to = positions.find(edge.to);
        if (from != positions.end() && to != positions.end()) {
            drawn.edges.push_back({from->second, to->second, operandOf(program, edge), edge.name});
        }
    }
    return drawn;
}

bool haveSameStructure(const DrawnGraph& one, const DrawnGraph& other)
{
    const auto sameButFormula = [](DrawnNode a, const DrawnNode& b) {
        a.formula = b.formula;
        a.node = b.node;
        return a == b;
    };
    return std::ranges::equal(one.edges, other.edges) &&
           std::ranges::equal(one.nodes, other.nodes, sameButFormula);
}

DrawnGates::DrawnGates(const Program& program, std::span<const std::string> gates,
                       std::span<const GateEffect> effects)
{
    for (const std::string& text : gates) {
        const std::optional<Gate> gate = parseGate(text);
        if (!gate) {
            continue;
        }
        DrawnGate drawn{.kind = gate->kind, .target = targetOf(*gate), .changesNothing = false, .reason = {}};
        const auto effect = std::ranges::find(effects, text, &GateEffect::gate);
        if (effect != effects.end()) {
            drawn.changesNothing = effect->changesNothing;
            drawn.reason = effect->reason;
        }
        for (const BoundGate& bound : bind(*gate, program)) {
            if (bound.user) {
                m_onEdges.insert_or_assign(UseKey{bound.node, *bound.user, bound.operand}, drawn);
            } else {
                m_onNodes.insert_or_assign(bound.node, drawn);
            }
        }
    }
}

std::optional<DrawnGate> DrawnGates::at(const DrawnNode& node) const
{
    const auto found = m_onNodes.find(node.node);
    return found != m_onNodes.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<DrawnGate> DrawnGates::at(const DrawnGraph& graph, const DrawnEdge& edge) const
{
    const auto found = m_onEdges.find({graph.nodes[edge.from].node, graph.nodes[edge.to].node, edge.operand});
    return found != m_onEdges.end() ? std::optional(found->second) : std::nullopt;
}

DrawnFlows::DrawnFlows(const Program& program, const Derivation& derivation)
{
    using UseKey = std::tuple<NodeId, NodeId, std::size_t>;
    std::map<UseKey, const Factor*> factors;
    for (const Factor& factor : derivation.factors) {
        if (factor.byNode && factor.ofNode) {
            factors.emplace(UseKey{*factor.byNode, *factor.ofNode, factor.operand}, &factor);
        }
    }
    for (const Edge& edge : edgesOf(program)) {
        DrawnFlow& flow = m_flows[edge.name];
        const auto found = factors.find({edge.from, edge.to, operandOf(program, edge)});
        if (found != factors.end()) {
            flow = {found->second->carried, found->second->text, found->second->noise};
        }
    }
}

std::optional<DrawnFlow> DrawnFlows::at(const DrawnEdge& edge) const
{
    const auto found = m_flows.find(edge.name);
    return found != m_flows.end() ? std::optional(found->second) : std::nullopt;
}

} // namespace sluice
