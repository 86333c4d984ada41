// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/code_graph.h"

#include "core/experiment/computation.h"
#include "core/gradient/bound_gates.h"
#include "core/gradient/value_and_gradient.h"
#include "core/operations/table.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_set>

namespace sluice {

namespace {

const Place& outputPlace(const Program& program, const Experiment& experiment)
{
    const Place* place = program.findPlace(experiment.output.value_or(program.outputName));
    if (place == nullptr)
        throw ExperimentError(Phrase::of("the text has no place named `%1` to take as output",
                                         {experiment.output.value_or(program.outputName)}));
    return *place;
}

/// Under the name that the graph knows it by.
std::string variableName(const Program& program, const Experiment& experiment)
{
    const std::string wanted = experiment.withRespectTo.value_or(program.withRespectTo);
    const std::optional<NodeId> node = program.findVariable(wanted);
    if (!node)
        throw ExperimentError(
            Phrase::of("the text has no input or parameter named `%1` to differentiate by", {wanted}));
    return program.graph.symbol(*node);
}

std::vector<bool> dependenciesOf(const Graph& graph, NodeId root)
{
    std::vector<bool> isNeeded(graph.size());
    isNeeded[index(root)] = true;
    for (std::size_t i = index(root) + 1; i-- > 0;)
        if (isNeeded[i])
            for (const NodeId operand : graph.nodes()[i].operands())
                isNeeded[index(operand)] = true;
    return isNeeded;
}

/// An operation inside a statement is named after both: `z.mul`, `z.mul#2`; `layer.mul` where the statement
/// is what a function returns.
bool isInsideStatement(const Place& place, const Graph& graph)
{
    const std::size_t dot = place.name.rfind('.');
    if (dot == std::string::npos)
        return false;
    const std::string last = place.name.substr(dot + 1, place.name.find('#', dot) - dot - 1);
    return findOperation(last) == graph[place.node].operation;
}

void namePlaces(CodeGraph& code, const Program& program, const ValueAndGradient& variant)
{
    const auto give = [&](NodeId node, const std::string& name, bool isDefined) {
        CodeGraph::Name& found = code.names[index(node)];
        // Of two names that an assignment gave comes first what is written first.
        if (found.text.empty() || (isDefined && !found.isDefined))
            found = {.text = name, .isDefined = isDefined, .gate = {}};
    };
    for (const Place& place : program.places) {
        const bool isDefined = !isInsideStatement(place, program.graph);
        const NodeId node = variant.nodes[index(place.node)];
        const NodeId counterpart = variant.counterparts[index(place.node)];
        give(node, place.name, isDefined);
        // A counterpart that is no node of its own, such as a source's mean, is known as what it is.
        if (index(counterpart) > index(node))
            give(counterpart, place.name + "_clean", isDefined);
    }
}

std::string gateText(const BoundGate& gate, const Program& program)
{
    std::string text(program.placeName(gate.node));
    if (gate.user)
        text.append("->").append(program.placeName(*gate.user));
    return text.append("=").append(nameOf(gate.kind));
}

void nameGates(CodeGraph& code, const Program& program, const ValueAndGradient& variant)
{
    for (const InsertedGate& inserted : variant.gates) {
        CodeGraph::Name& name = code.names[index(inserted.node)];
        const NodeId gated = code.graph[inserted.node].operands().front();
        const std::string& before = code.names[index(gated)].text;
        name.text = before.empty() ? std::string(program.placeName(inserted.gate.node)) : before;
        name.text += inserted.gate.user
                         ? "_for_" + std::string(program.placeName(*inserted.gate.user))
                         : std::string(inserted.gate.kind == GateKind::stop ? "_stopped" : "_gated");
        name.isDefined = true;
        name.gate = gateText(inserted.gate, program);
    }
}

std::vector<std::string> sourcesReaching(NodeId root, const Graph& graph)
{
    const std::vector<bool> isReached = dependenciesOf(graph, root);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < isReached.size(); ++i) {
        const NodeId node{static_cast<std::uint32_t>(i)};
        if (isReached[i] && graph[node].operation->role == Role::draw)
            names.push_back(graph.symbol(node));
    }
    return names;
}

double heldValueOf(const std::string& name, const Program& program, const Experiment& experiment)
{
    for (const auto& [setting, value] : experiment.settings) {
        const auto node = program.findVariable(setting);
        if (node && program.graph.symbol(*node) == name)
            return value;
    }
    if (const Input* input = program.findInput(name))
        return input->held;
    return program.findParameter(name)->literal.value;
}

void collectLeaves(CodeGraph& code, const Program& program, const Experiment& experiment)
{
    std::unordered_set<std::string_view> variables;
    std::unordered_set<std::string_view> draws;
    for (std::size_t i = 0; i < code.isNeeded.size(); ++i) {
        const NodeId node{static_cast<std::uint32_t>(i)};
        if (!code.isNeeded[i])
            continue;
        const Role role = code.graph[node].operation->role;
        if (role == Role::variable && node != code.by)
            variables.insert(code.graph.symbol(node));
        else if (role == Role::draw)
            draws.insert(code.graph.symbol(node));
    }
    for (std::size_t i = 0; i < program.graph.size(); ++i) {
        const NodeId node{static_cast<std::uint32_t>(i)};
        const Operation* operation = program.graph[node].operation;
        if (operation->role == Role::variable && variables.erase(program.graph.symbol(node)) != 0) {
            const std::string& name = program.graph.symbol(node);
            code.parameters.push_back({name, heldValueOf(name, program, experiment)});
        } else if (operation->role == Role::draw && draws.erase(program.graph.symbol(node)) != 0) {
            code.sources.push_back({program.graph.symbol(node), operation});
        }
    }
}

} // namespace

CodeGraph codeGraph(const Program& program, const Experiment& experiment, const Variant& variant)
{
    const Place* named = experiment.output ? &outputPlace(program, experiment) : nullptr;
    const NodeId output = named != nullptr ? named->node : program.output;
    CodeGraph code;
    code.outputName = named != nullptr ? named->name : program.outputName;
    code.byName = variableName(program, experiment);
    code.semantics = experiment.semantics;
    ValueAndGradient prepared =
        valueAndGradient(gated(program, output, boundGates(variant.gates, program)),
                         *program.findVariable(code.byName), semanticsOf(experiment.semantics));
    code.graph = std::move(prepared.graph);
    code.output = prepared.value;
    code.by = prepared.by;
    code.isDisconnected = prepared.isDisconnected;
    code.gradientSources = sourcesReaching(prepared.gradient, code.graph);
    code.isNeeded = dependenciesOf(code.graph, code.output);
    code.names.resize(code.graph.size());
    namePlaces(code, program, prepared);
    nameGates(code, program, prepared);
    collectLeaves(code, program, experiment);
    return code;
}

CodeGraph withOutput(CodeGraph code, NodeId output)
{
    code.output = output;
    code.isNeeded = dependenciesOf(code.graph, output);
    std::unordered_set<std::string_view> leaves;
    for (std::size_t i = 0; i < code.graph.size(); ++i) {
        const NodeId node{static_cast<std::uint32_t>(i)};
        const Role role = code.graph[node].operation->role;
        if (code.isNeeded[i] && (role == Role::variable || role == Role::draw))
            leaves.insert(code.graph.symbol(node));
    }
    const auto isUnused = [&](const auto& leaf) { return !leaves.contains(leaf.name); };
    std::erase_if(code.parameters, isUnused);
    std::erase_if(code.sources, isUnused);
    return code;
}

} // namespace sluice
