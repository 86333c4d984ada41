// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"

#include "core/evaluation/evaluator.h"
#include "core/experiment/computation_parts.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sluice {

namespace {

/// A top-level name and the row of its forward value.
struct NamedRow
{
    std::string name;
    std::size_t row = 0;
};

struct EvaluatedVariant
{
    VariantRows rows;
    std::vector<NamedRow> nodes;
};

/// The nodes of inputs and literal parameters.
std::unordered_set<NodeId> variableNodes(const Program& program)
{
    std::unordered_set<NodeId> nodes;
    for (const Input& input : program.inputs)
        nodes.insert(input.node);
    for (const Parameter& parameter : program.parameters)
        nodes.insert(parameter.node);
    return nodes;
}

std::vector<const Place*> listedPlaces(const Program& program)
{
    const std::unordered_set<NodeId> variables = variableNodes(program);
    std::vector<const Place*> places;
    for (const Place& place : program.places)
        if (place.isAssigned && !variables.contains(place.node))
            places.push_back(&place);
    return places;
}

EvaluatedVariant collect(RootCollection& roots, const ValueAndGradient& graph,
                         std::span<const Place* const> places)
{
    std::vector<NodeId> nodes{graph.value, graph.gradient};
    for (const Place* place : places)
        nodes.push_back(graph.nodes[index(place->node)]);
    const std::vector<std::size_t> rows = roots.add(graph.graph, nodes);

    EvaluatedVariant evaluated{.rows = {.value = rows[0], .gradient = rows[1]}, .nodes = {}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place& place = *places[i];
        evaluated.nodes.push_back({place.name, rows[i + 2]});
        // The last of v#1, v#2, … is v too.
        const std::string plain = place.name.substr(0, place.name.find('#'));
        if (std::ranges::count(place.otherNames, plain) != 0)
            evaluated.nodes.push_back({plain, rows[i + 2]});
    }
    return evaluated;
}

template <class Real>
std::vector<std::vector<double>> rowsAt(const Computation::Parts& parts, const Kernel& kernel,
                                        std::span<const double> at, const Draws& draws)
{
    std::vector<std::vector<double>> rows(kernel.roots().size(), std::vector<double>(at.size()));
    VariableValues variables = parts.variableValues(kernel);
    Evaluator<Real> evaluator(kernel, 1);
    std::vector<std::span<double>> results(rows.size());
    for (std::size_t point = 0; point < at.size(); ++point) {
        std::ranges::transform(rows, results.begin(),
                               [=](std::vector<double>& row) { return std::span(row).subspan(point, 1); });
        evaluator.run(variables.at(at[point]), draws, point, 1, results);
    }
    return rows;
}

} // namespace

Computation::Computation(Program program, Experiment experiment)
    : m_parts(std::make_unique<const Parts>(std::move(program), std::move(experiment)))
{
}
Computation::Computation(const ExperimentPrograms& programs, Experiment experiment)
    : m_parts(std::make_unique<const Parts>(programs, std::move(experiment)))
{
}
Computation::~Computation() = default;
Computation::Computation(Computation&&) noexcept = default;
Computation& Computation::operator=(Computation&&) noexcept = default;

ExperimentPrograms Computation::programs() const
{
    ExperimentPrograms programs{.own = m_parts->ownProgram, .variants = {}};
    for (const std::size_t text : m_parts->textOfVariant)
        programs.variants.push_back(m_parts->texts[text].program);
    return programs;
}

const std::string& Computation::input() const noexcept
{
    return m_parts->input;
}
const std::string& Computation::output() const noexcept
{
    return m_parts->outputName;
}
const std::vector<std::vector<GateEffect>>& Computation::effects() const noexcept
{
    return m_parts->effects;
}

std::vector<double> Computation::equallySpaced(std::size_t count) const
{
    return m_parts->equallySpaced(count);
}

std::vector<double> Computation::sweepPoints() const
{
    return equallySpaced(m_parts->experiment.points);
}

std::vector<double> Computation::pointsOfInterest() const
{
    const PointsOfInterest& points = m_parts->program.pointsOfInterest;
    return points.input == m_parts->input && !points.values.empty() ? points.values : equallySpaced(5);
}

PointValues Computation::evaluate(std::span<const double> at, const GivenDraws& given) const
{
    Draws draws = m_parts->draws();
    for (const auto& [source, variates] : given) {
        const bool isKnown =
            std::ranges::any_of(m_parts->texts, [&source = source](const PreparedText& text) {
                return text.program->findSource(source) != nullptr;
            });
        if (!isKnown)
            throw ExperimentError(Phrase::of("the text has no noise source named `%1`", {source}));
        if (variates.size() != at.size())
            throw ExperimentError(
                Phrase::of("the noise source `%1` is given %2 draws for %3 points; give one a point",
                           {source, std::to_string(variates.size()), std::to_string(at.size())}));
        draws.give(source, variates);
    }

    RootCollection roots;
    std::vector<EvaluatedVariant> evaluated;
    for (std::size_t v = 0; v < m_parts->variants.size(); ++v)
        evaluated.push_back(collect(roots, m_parts->variants[v].graph,
                                    listedPlaces(*m_parts->texts[m_parts->textOfVariant[v]].program)));
    const Kernel kernel = roots.compile();
    const auto rows = m_parts->experiment.precision == Precision::float32
                          ? rowsAt<float>(*m_parts, kernel, at, draws)
                          : rowsAt<double>(*m_parts, kernel, at, draws);

    PointValues values{.input = input(), .output = output(), .at = {at.begin(), at.end()}, .variants = {}};
    for (std::size_t v = 0; v < evaluated.size(); ++v) {
        VariantValues variant{.name = m_parts->variants[v].name,
                              .disconnected = m_parts->variants[v].graph.isDisconnected,
                              .value = rows[evaluated[v].rows.value],
                              .gradient = rows[evaluated[v].rows.gradient],
                              .nodes = {}};
        for (const auto& [name, row] : evaluated[v].nodes)
            variant.nodes.emplace_back(name, rows[row]);
        values.variants.push_back(std::move(variant));
    }
    return values;
}

} // namespace sluice
