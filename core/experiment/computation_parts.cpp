// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

/// More than any picture or table can use; the curves of each point are kept in memory.
constexpr std::size_t maximumPoints = 1'000'000;

std::string quoted(std::string_view name)
{
    return "`" + std::string(name) + "`";
}

std::string variableNames(const Program& program)
{
    std::string names;
    const auto add = [&](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
    for (const Input& input : program.inputs)
        add(input.name);
    for (const Parameter& parameter : program.parameters)
        add(parameter.name);
    return names;
}

/// The name under which a program has an input or parameter: plain `v` means the last `v#k`.
std::optional<std::string> variableName(const Program& program, const std::string& name)
{
    if (const Input* found = program.findInput(name))
        return found->name;
    if (const Parameter* found = program.findParameter(name))
        return found->name;
    return std::nullopt;
}

double heldValue(const Program& program, const Experiment& experiment, const std::string& name)
{
    if (const auto setting = experiment.settings.find(name); setting != experiment.settings.end())
        return setting->second;
    if (const Input* input = program.findInput(name))
        return input->held;
    return program.findParameter(name)->literal.value;
}

} // namespace

std::vector<std::size_t> RootCollection::add(const Graph& graph, std::span<const NodeId> roots)
{
    std::vector<std::size_t> rows;
    rows.reserve(roots.size());
    for (const NodeId shared : m_shared.add(graph, roots)) {
        const auto [entry, isNew] = m_rows.try_emplace(shared, m_roots.size());
        if (isNew)
            m_roots.push_back(shared);
        rows.push_back(entry->second);
    }
    return rows;
}

Computation::Parts::Parts(Program theProgram, Experiment theExperiment)
    : program(std::move(theProgram)), experiment(std::move(theExperiment))
{
    checkSampling();
    chooseOutput();
    chooseInput();
    resolveSettings();
    chooseRange();
    const NodeId by = *program.findVariable(input);
    const Semantics& semantics = semanticsOf(experiment.semantics);
    for (const Variant& variant : experiment.variants) {
        variants.push_back(prepare(variant, program, output, by, semantics));
        effects.push_back(variants.back().effects);
    }
    noiseFree = valueAndGradient(noiseFreeCounterpart(program, output), by, semantics);
    collectRoots();
}

void Computation::Parts::checkSampling() const
{
    if (experiment.points < 1)
        throw ExperimentError("the sweep needs at least 1 point");
    if (experiment.points > maximumPoints)
        throw ExperimentError(std::to_string(experiment.points) +
                              " points are too many; a sweep has at most " + std::to_string(maximumPoints));
    if (experiment.samples < 1)
        throw ExperimentError("at least 1 sample is needed");
    for (const auto& bound : {experiment.from, experiment.to})
        if (bound && !std::isfinite(*bound))
            throw ExperimentError("the ends of the sweep must be finite numbers");
    if (experiment.differenceStep &&
        !(std::isfinite(*experiment.differenceStep) && *experiment.differenceStep > 0.0))
        throw ExperimentError("the difference step must be a finite number above 0");
}

void Computation::Parts::chooseOutput()
{
    if (!experiment.output) {
        output = program.output;
        outputName = program.outputName;
        return;
    }
    const Place* place = program.findPlace(*experiment.output);
    if (place == nullptr)
        throw ExperimentError("the text has no place named " + quoted(*experiment.output) +
                              " to take as output");
    output = place->node;
    outputName = *experiment.output;
}

void Computation::Parts::chooseInput()
{
    const std::string wanted = experiment.withRespectTo.value_or(program.withRespectTo);
    const std::optional<std::string> found = variableName(program, wanted);
    if (!found)
        throw ExperimentError("the text has no input or parameter named " + quoted(wanted) +
                              " to differentiate by; it has " + variableNames(program));
    input = *found;
}

void Computation::Parts::resolveSettings()
{
    std::map<std::string, double> resolved;
    for (const auto& [name, value] : experiment.settings) {
        const std::optional<std::string> found = variableName(program, name);
        if (!found)
            throw ExperimentError("the text has no input or parameter named " + quoted(name) +
                                  " to set; it has " + variableNames(program));
        resolved[*found] = value;
    }
    experiment.settings = std::move(resolved);
}

void Computation::Parts::chooseRange()
{
    if (const Input* swept = program.findInput(input)) {
        from = swept->low;
        to = swept->high;
    } else {
        const double value = heldValue(program, experiment, input);
        const double reach = std::max(1.0, std::abs(value));
        from = value - reach;
        to = value + reach;
    }
    from = experiment.from.value_or(from);
    to = experiment.to.value_or(to);
    const double width = std::abs(to - from);
    if (!std::isfinite(width))
        throw ExperimentError("the sweep is too wide: its ends are further apart than the largest number");
    differenceStep = experiment.differenceStep.value_or(width > 0.0 ? 0.01 * width : 0.01);
}

void Computation::Parts::collectRoots()
{
    const auto addRows = [this](const ValueAndGradient& graph) {
        const std::vector<std::size_t> added =
            roots.add(graph.graph, std::array{graph.value, graph.gradient});
        return VariantRows{.value = added[0], .gradient = added[1]};
    };
    for (const PreparedVariant& variant : variants) {
        rows.push_back(addRows(variant.graph));
        valueRows.push_back(valueRoots.add(variant.graph.graph, std::array{variant.graph.value}).front());
    }
    noiseFreeRows = addRows(noiseFree);
}

VariableValues Computation::Parts::variableValues(const Kernel& kernel) const
{
    std::vector<double> values;
    std::optional<std::size_t> swept;
    for (const std::string& name : kernel.variables()) {
        if (name == input)
            swept = values.size();
        values.push_back(name == input ? 0.0 : heldValue(program, experiment, name));
    }
    return {std::move(values), swept};
}

std::vector<double> Computation::Parts::equallySpaced(std::size_t count) const
{
    std::vector<double> points(count, from);
    for (std::size_t i = 1; i < count; ++i)
        points[i] = from + static_cast<double>(i) * (to - from) / static_cast<double>(count - 1);
    return points;
}

Draws Computation::Parts::draws() const
{
    return {experiment.seed, experiment.noise == NoiseAlongSweep::shared};
}

} // namespace sluice
