// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"

#include "core/experiment/computation_parts.h"

#include <algorithm>
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

bool isListed(const Place& place, const Program& program)
{
    return place.isAssigned && program.findInput(place.name) == nullptr &&
           program.findParameter(place.name) == nullptr;
}

EvaluatedVariant collect(RootCollection& roots, const PreparedVariant& variant, const Program& program)
{
    const ValueAndGradient& graph = variant.graph;
    EvaluatedVariant evaluated{.rows = {.value = roots.add(graph.graph, graph.value),
                                        .gradient = roots.add(graph.graph, graph.gradient)},
                               .nodes = {}};
    for (const Place& place : program.places) {
        if (!isListed(place, program))
            continue;
        const std::size_t row = roots.add(graph.graph, graph.nodes[index(place.node)]);
        evaluated.nodes.push_back({place.name, row});
        // The last of v#1, v#2, … is v too.
        const std::string plain = place.name.substr(0, place.name.find('#'));
        if (std::ranges::count(place.otherNames, plain) != 0)
            evaluated.nodes.push_back({plain, row});
    }
    return evaluated;
}

template <class Real>
std::vector<std::vector<double>> rowsAt(const Computation::Parts& parts, const Kernel& kernel,
                                        std::span<const double> at, const Draws& draws)
{
    std::vector<std::vector<double>> rows(kernel.roots().size(), std::vector<double>(at.size()));
    Evaluator<Real> evaluator(kernel);
    for (std::size_t point = 0; point < at.size(); ++point) {
        std::vector<std::span<double>> results;
        results.reserve(rows.size());
        for (std::vector<double>& row : rows)
            results.push_back(std::span(row).subspan(point, 1));
        evaluator.run(parts.variableValues(kernel, at[point]), draws, point, 1, results);
    }
    return rows;
}

} // namespace

Computation::Computation(Program program, Experiment experiment)
    : m_parts(std::make_unique<const Parts>(std::move(program), std::move(experiment)))
{
}
Computation::~Computation() = default;
Computation::Computation(Computation&&) noexcept = default;
Computation& Computation::operator=(Computation&&) noexcept = default;

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
    const double from = m_parts->from;
    const double to = m_parts->to;
    std::vector<double> points(count, from);
    for (std::size_t i = 1; i < count; ++i)
        points[i] = from + static_cast<double>(i) * (to - from) / static_cast<double>(count - 1);
    return points;
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
        if (m_parts->program.findSource(source) == nullptr)
            throw ExperimentError("the text has no noise source named `" + source + "`");
        if (variates.size() != at.size())
            throw ExperimentError("the noise source `" + source + "` is given " +
                                  std::to_string(variates.size()) + " draws for " +
                                  std::to_string(at.size()) + " points; give one a point");
        draws.give(source, variates);
    }

    RootCollection roots;
    std::vector<EvaluatedVariant> evaluated;
    for (const PreparedVariant& variant : m_parts->variants)
        evaluated.push_back(collect(roots, variant, m_parts->program));
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
