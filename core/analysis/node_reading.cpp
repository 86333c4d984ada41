// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/node_reading.h"

#include "core/analysis/point_reading.h"
#include "core/experiment/computation_parts.h"
#include "core/experiment/sample_rows.h"
#include "core/gradient/differentiate.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

namespace {

/// The text of a place's expression; what is in it came from a text, but maybe from another than is given.
std::string textOfPlace(const Place& place, const std::string& text)
{
    const std::size_t begin = std::min(place.span.begin, text.size());
    const std::size_t end = std::clamp(place.span.end, begin, text.size());
    return text.substr(begin, end - begin);
}

/// The experiment with this variant alone, at the same sweep.
Experiment withVariantAlone(Experiment experiment, std::size_t variant)
{
    Variant kept = experiment.variants.at(std::min(variant, experiment.variants.size() - 1));
    experiment.variants = {std::move(kept)};
    return experiment;
}

/// ∂output/∂node appended to the variant's graph; none where nothing flows back to the node.
std::optional<NodeId> appendUpstream(Graph& graph, const ValueAndGradient& variant, NodeId node,
                                     const Semantics& semantics)
{
    const NodeId plain = variant.nodes[index(node)];
    if (const auto upstream = differentiate(graph, variant.value, plain, semantics))
        return upstream;
    // What flows to a noise source's nominal value does not reach the source.
    const NodeId counterpart = variant.counterparts[index(node)];
    if (counterpart == plain || graph[plain].operation->role == Role::noise)
        return std::nullopt;
    return differentiate(graph, variant.value, counterpart, semantics);
}

template <class Real>
void summariseSamples(const Computation::Parts& parts, const RootCollection& roots,
                      std::array<std::size_t, 2> rows, std::size_t point, NodeReading& reading)
{
    const std::size_t count = std::min(parts.experiment.samples, PointReading::mostSamples);
    const Kernel kernel = roots.compile();
    SampleRows<Real> samples(kernel, {}, count);
    VariableValues variables = parts.variableValues(kernel);
    samples.compute(variables.at(reading.at), parts.draws(), point, {.first = 0, .count = count});
    Summariser summariser;
    reading.value = summariser.summarise(samples[rows[0]]);
    reading.upstream = summariser.summarise(samples[rows[1]]);
}

} // namespace

std::optional<NodeReading> readNode(const Program& program, const Experiment& experiment, std::size_t variant,
                                    const std::string& name, double x, std::size_t point,
                                    const std::stop_token& stop)
{
    const Place* place = program.findPlace(name);
    if (place == nullptr)
        return std::nullopt;
    const Computation::Parts parts(program, withVariantAlone(experiment, variant));
    if (stop.stop_requested())
        return std::nullopt;
    const ValueAndGradient& prepared = parts.variants.front().graph;
    Graph graph = prepared.graph;
    const auto upstream = appendUpstream(graph, prepared, place->node, semanticsOf(experiment.semantics));
    NodeReading reading{.name = name,
                        .expression = textOfPlace(*place, experiment.text),
                        .input = parts.input,
                        .at = x,
                        .output = parts.outputName,
                        .value = {},
                        .upstream = {},
                        .isDisconnected = !upstream};
    RootCollection roots;
    const auto rows = roots.add(graph, std::array{prepared.nodes[index(place->node)],
                                                  upstream ? *upstream : graph.appendConstant(0.0)});
    if (stop.stop_requested())
        return std::nullopt;
    const std::array both{rows[0], rows[1]};
    if (experiment.precision == Precision::float32)
        summariseSamples<float>(parts, roots, both, point, reading);
    else
        summariseSamples<double>(parts, roots, both, point, reading);
    return reading;
}

} // namespace sluice
