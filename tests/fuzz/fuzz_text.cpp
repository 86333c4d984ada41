// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/experiment/experiment_file.h"
#include "core/gradient/gate.h"
#include "core/operations/operation.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

using namespace sluice;

namespace {

/// Larger graphs are only read: what computes them is tested where time is no matter.
constexpr std::size_t largestComputed = 2'000;

void checkDiagnostics(const Reading& reading, std::string_view text)
{
    const bool hasError = std::ranges::any_of(
        reading.diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
    fuzz::require(reading.program.has_value() != hasError, "there is a program or an error");
    for (const Diagnostic& diagnostic : reading.diagnostics) {
        fuzz::require(!inEnglish(diagnostic.message).empty(), "a diagnostic says something");
        fuzz::require(diagnostic.span.begin <= text.size(), "a diagnostic lies in the text");
        fuzz::require(!formatted(diagnostic, "text", text).empty(), "a diagnostic can be shown");
    }
}

/// Without gates, with a gate on every third place, and with one on every third edge.
std::vector<Variant> variantsOf(const Program& program)
{
    Variant places{.name = "places", .gates = {}};
    for (std::size_t i = 0; i < program.places.size() && places.gates.size() < 8; i += 3)
        places.gates.push_back(program.places[i].name + (i % 2 == 0 ? "=clean" : "=stop"));
    Variant edges{.name = "edges", .gates = {}};
    const std::vector<Edge> all = edgesOf(program);
    for (std::size_t i = 0; i < all.size() && edges.gates.size() < 8; i += 3)
        edges.gates.push_back(all[i].name + (i % 2 == 0 ? "=stop" : "=clean"));
    return {Variant{.name = "none", .gates = {}}, places, edges};
}

/// Gates change a gradient inside of the text, and with it what is computed from it.
bool hasGradient(const Program& program)
{
    return std::ranges::any_of(program.graph.nodes(),
                               [](const Node& node) { return node.operation->role == Role::gradient; });
}

void checkGatesKeepValues(const PointValues& values)
{
    const auto isSame = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    for (const VariantValues& variant : values.variants)
        fuzz::require(std::ranges::equal(variant.value, values.variants.front().value, isSame),
                      "gates leave the value as it is");
}

void compute(const Program& program, std::string_view text)
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = variantsOf(program);
    experiment.points = 3;
    experiment.samples = 2;
    constexpr std::array semantics{Framework::tensorflow, Framework::pytorch, Framework::jax};
    experiment.semantics = semantics[text.size() % semantics.size()];
    experiment.precision = text.size() % 2 == 0 ? Precision::float64 : Precision::float32;
    fuzz::require(experimentFromJson(toJson(experiment)) == experiment, "a file keeps an experiment");
    try {
        const Computation computation(program, experiment);
        const std::vector<double> at = computation.pointsOfInterest();
        const PointValues values =
            computation.evaluate(std::span(at).first(std::min<std::size_t>(at.size(), 4)));
        fuzz::require(values.variants.size() == experiment.variants.size(), "every variant has values");
        if (!hasGradient(program))
            checkGatesKeepValues(values);
    } catch (const GraphTooLarge&) {
        // Derivatives may be much larger than what they are of: that is an error of its own.
    } catch (const ExperimentError& problem) {
        fuzz::require(!std::string_view(problem.what()).empty(), "an error says something");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    const Reading reading = read(text);
    checkDiagnostics(reading, text);
    if (reading.program && reading.program->graph.size() <= largestComputed)
        compute(*reading.program, text);
    return 0;
}
