// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation_parts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <memory>
#include <tuple>
#include <utility>

namespace sluice {

namespace {

/// More than any picture or table can use; the curves of each point are kept in memory.
constexpr std::size_t maximumPoints = 1'000'000;

/// Also where both are NaN, and not where they are zeros of different signs.
bool isSame(double one, double other)
{
    return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other);
}

/// The counterpart without noise, as the kernels have it.
ValueAndGradient noiseFreeOf(const PreparedText& text, const Semantics& semantics)
{
    ValueAndGradient counterpart =
        valueAndGradient(noiseFreeCounterpart(*text.program, text.output), text.by(), semantics);
    useKernelNames(counterpart, text);
    return counterpart;
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
    // In braces the texts are read before the experiment goes.
    : Parts{programsOf(std::make_shared<const Program>(std::move(theProgram)), theExperiment),
            std::move(theExperiment)}
{
}

Computation::Parts::Parts(const ExperimentPrograms& programs, Experiment theExperiment)
    : ownProgram(programs.own), program(*ownProgram), experiment(std::move(theExperiment))
{
    checkSampling();
    prepareTexts(programs);
    checkSettings();
    experiment.settings = texts.front().settings;
    chooseRange();
    nameVariables();

    const Semantics& semantics = semanticsOf(experiment.semantics);
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        const PreparedText& text = texts[textOfVariant[v]];
        variants.push_back(prepare(experiment.variants[v], *text.program, text.output, text.by(), semantics));
        useKernelNames(variants.back().graph, text);
        effects.push_back(variants.back().effects);
    }
    noiseFree = noiseFreeOf(texts.front(), semantics);
    collectRoots(semantics);
}

void Computation::Parts::checkSampling() const
{
    if (experiment.points < 1)
        throw ExperimentError(Phrase::of("the sweep needs at least 1 point"));
    if (experiment.points > maximumPoints)
        throw ExperimentError(Phrase::of("%1 points are too many; a sweep has at most %2",
                                         {std::to_string(experiment.points), std::to_string(maximumPoints)}));
    if (experiment.samples < 1)
        throw ExperimentError(Phrase::of("at least 1 sample is needed"));
    for (const auto& bound : {experiment.from, experiment.to})
        if (bound && !std::isfinite(*bound))
            throw ExperimentError(Phrase::of("the ends of the sweep must be finite numbers"));
    if (experiment.differenceStep &&
        !(std::isfinite(*experiment.differenceStep) && *experiment.differenceStep > 0.0))
        throw ExperimentError(Phrase::of("the difference step must be a finite number above 0"));
}

void Computation::Parts::prepareTexts(const ExperimentPrograms& programs)
{
    const std::string swept = experiment.withRespectTo.value_or(program.withRespectTo);
    texts.push_back(resolvedIn(programs.own, experiment, swept));
    output = texts.front().output;
    outputName = texts.front().outputName;
    input = texts.front().input;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        const auto known = std::ranges::find(texts, programs.variants[v], &PreparedText::program);
        textOfVariant.push_back(static_cast<std::size_t>(known - texts.begin()));
        if (known == texts.end())
            texts.push_back(resolvedIn(programs.variants[v], experiment, swept, experiment.variants[v].name));
    }
}

void Computation::Parts::checkSettings() const
{
    for (const auto& [name, value] : experiment.settings) {
        const bool isKnown = std::ranges::any_of(texts, [&name = name](const PreparedText& text) {
            return variableName(*text.program, name).has_value();
        });
        if (!isKnown)
            throw ExperimentError(
                texts.size() == 1
                    ? Phrase::of("the text has no input or parameter named `%1` to set; it has %2",
                                 {name, listOfVariables(program)})
                    : Phrase::of("none of the texts has an input or parameter named `%1` to set; the "
                                 "experiment's has %2",
                                 {name, listOfVariables(program)}));
    }
}

void Computation::Parts::nameVariables()
{
    for (std::size_t t = 0; t < texts.size(); ++t) {
        PreparedText& text = texts[t];
        const auto add = [&](const std::string& name) {
            if (name == text.input) {
                if (name != input)
                    text.kernelNames[name] = input;
                return;
            }
            const double value = text.heldValue(name);
            std::string named = name;
            if (named == input || !isSame(held.try_emplace(named, value).first->second, value)) {
                // No name of the language has a blank.
                named += " of text " + std::to_string(t);
                text.kernelNames[name] = named;
                held[named] = value;
            }
        };
        for (const Input& each : text.program->inputs)
            add(each.name);
        for (const Parameter& each : text.program->parameters)
            add(each.name);
    }
}

void Computation::Parts::chooseRange()
{
    std::tie(from, to) = usualRange(texts.front());
    from = experiment.from.value_or(from);
    to = experiment.to.value_or(to);
    const double width = std::abs(to - from);
    if (!std::isfinite(width))
        throw ExperimentError(
            Phrase::of("the sweep is too wide: its ends are further apart than the largest number"));
    differenceStep = experiment.differenceStep.value_or(width > 0.0 ? 0.01 * width : 0.01);
}

void Computation::Parts::collectRoots(const Semantics& semantics)
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
    noiseFreeRowsOfTexts.push_back(noiseFreeRows);
    for (std::size_t t = 1; t < texts.size(); ++t)
        noiseFreeRowsOfTexts.push_back(addRows(noiseFreeOf(texts[t], semantics)));
}

VariableValues Computation::Parts::variableValues(const Kernel& kernel) const
{
    std::vector<double> values;
    std::optional<std::size_t> swept;
    for (const std::string& name : kernel.variables()) {
        if (name == input)
            swept = values.size();
        values.push_back(name == input ? 0.0 : held.at(name));
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
