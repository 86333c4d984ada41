// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/prepared_text.h"

#include "core/experiment/computation.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sluice {

std::string listOfVariables(const Program& program)
{
    std::string names;
    for (const std::string& name : program.variableNames())
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::optional<std::string> variableName(const Program& program, const std::string& name)
{
    if (const Input* found = program.findInput(name))
        return found->name;
    if (const Parameter* found = program.findParameter(name))
        return found->name;
    return std::nullopt;
}

double PreparedText::heldValue(const std::string& variable) const
{
    if (const auto setting = settings.find(variable); setting != settings.end())
        return setting->second;
    if (const Input* held = program->findInput(variable))
        return held->held;
    return program->findParameter(variable)->literal.value;
}

PreparedText resolvedIn(std::shared_ptr<const Program> program, const Experiment& experiment,
                        const std::string& swept, const std::optional<std::string>& variant)
{
    PreparedText text;
    text.output = program->output;
    text.outputName = program->outputName;
    if (experiment.output) {
        const Place* place = program->findPlace(*experiment.output);
        if (place == nullptr)
            throw ExperimentError(
                variant
                    ? Phrase::of("the text of the variant `%1` has no place named `%2` to take as output",
                                 {*variant, *experiment.output})
                    : Phrase::of("the text has no place named `%1` to take as output", {*experiment.output}));
        text.output = place->node;
        text.outputName = *experiment.output;
    }
    const std::optional<std::string> input = variableName(*program, swept);
    if (!input)
        throw ExperimentError(
            variant ? Phrase::of("the text of the variant `%1` has no input or parameter named `%2` to "
                                 "differentiate by; it has %3",
                                 {*variant, swept, listOfVariables(*program)})
                    : Phrase::of("the text has no input or parameter named `%1` to differentiate by; it has "
                                 "%2",
                                 {swept, listOfVariables(*program)}));
    text.input = *input;
    for (const auto& [name, value] : experiment.settings)
        if (const std::optional<std::string> found = variableName(*program, name))
            text.settings[*found] = value;
    text.program = std::move(program);
    return text;
}

std::pair<double, double> usualRange(const PreparedText& text)
{
    if (const Input* swept = text.program->findInput(text.input))
        return {swept->low, swept->high};
    const double value = text.heldValue(text.input);
    const double reach = std::max(1.0, std::abs(value));
    return {value - reach, value + reach};
}

void useKernelNames(ValueAndGradient& graph, const PreparedText& text)
{
    if (text.kernelNames.empty())
        return;
    Graph named;
    for (std::size_t i = 0; i < graph.graph.size(); ++i) {
        const NodeId node{static_cast<std::uint32_t>(i)};
        const bool isVariable = graph.graph[node].operation->role == Role::variable;
        const auto name =
            isVariable ? text.kernelNames.find(graph.graph.symbol(node)) : text.kernelNames.end();
        if (name != text.kernelNames.end())
            named.appendVariable(name->second);
        else
            named.appendCopy(graph.graph, node, graph.graph[node].operands());
    }
    graph.graph = std::move(named);
}

} // namespace sluice
