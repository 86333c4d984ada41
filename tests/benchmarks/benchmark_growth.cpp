// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How time and memory grow with the number of nodes, points and samples: what an item takes should stay what
// it is. Names are nodes/PROGRAM/COUNT, points/PROGRAM/COUNT and samples/PROGRAM/COUNT, with counts of layers
// in the first.
#include "core/evaluation/evaluator.h"
#include "core/evaluation/shared_graph.h"
#include "core/experiment/computation.h"
#include "core/gradient/rewrite.h"
#include "core/gradient/value_and_gradient.h"
#include "core/language/program.h"
#include "tests/benchmarks/apart.h"
#include "tests/benchmarks/layers.h"
#include "tests/benchmarks/workloads.h"

#include <array>
#include <benchmark/benchmark.h>
#include <chrono>
#include <ctime>
#include <functional>
#include <stdexcept>
#include <string_view>

namespace {

using namespace sluice;
using namespace sluice::benchmarks;
using ::benchmark::State;

struct LayersProgram
{
    std::string name;
    std::string (*text)(std::size_t layers);
    std::vector<std::string> gates;
};

double secondsOfWall()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What the processor spent: for work on one thread, which a neighbour then costs less.
double secondsOfProcessor()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Runs a stage and notes how long it took by a clock.
auto timed(Measured& measured, const std::string& stage, double (*clock)(), auto run)
{
    const double start = clock();
    auto result = run();
    measured.addStage(stage, clock() - start);
    return result;
}

Program programOf(const std::string& text)
{
    Reading reading = read(text);
    if (!reading.program)
        throw std::runtime_error(formatted(reading.diagnostics.front(), "program", text));
    return *std::move(reading.program);
}

ValueAndGradient differentiated(const Program& program, const std::vector<std::string>& gateTexts)
{
    std::vector<BoundGate> gates;
    for (const std::string& text : gateTexts)
        for (const BoundGate& gate : bind(*parseGate(text), program))
            gates.push_back(gate);
    return valueAndGradient(gated(program, program.output, gates),
                            *program.findVariable(program.withRespectTo), semanticsOf(Framework::tensorflow));
}

Kernel compiled(const ValueAndGradient& graph)
{
    SharedGraph shared;
    const std::vector<NodeId> roots = shared.add(graph.graph, std::array{graph.value, graph.gradient});
    return {shared.graph(), roots};
}

/// One sample at each point of a sweep; the sum keeps the work from being left out.
double evaluated(const Kernel& kernel)
{
    constexpr std::size_t sweepPoints = 401;
    Evaluator<double> evaluator(kernel, 1);
    const Draws draws(seed, false);
    double value = 0.0;
    double gradient = 0.0;
    double sum = 0.0;
    const std::array results{std::span(&value, 1), std::span(&gradient, 1)};
    for (std::size_t point = 0; point < sweepPoints; ++point) {
        const double x = -2.0 + static_cast<double>(point) * 4.0 / (sweepPoints - 1);
        evaluator.run(std::array{x}, draws, point, 1, results);
        sum += value + gradient;
    }
    return sum;
}

Measured measureNodes(const LayersProgram& layers, std::size_t count)
{
    const std::string text = layers.text(count);
    Measured measured;
    Program program = timed(measured, "read", secondsOfProcessor, [&] { return programOf(text); });
    measured.items = static_cast<double>(program.graph.size());
    {
        const ValueAndGradient graph = timed(measured, "gate and derive", secondsOfProcessor,
                                             [&] { return differentiated(program, layers.gates); });
        const Kernel kernel = timed(measured, "compile", secondsOfProcessor, [&] { return compiled(graph); });
        timed(measured, "one sample at 401 points", secondsOfProcessor, [&] { return evaluated(kernel); });
    }
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {Variant{"gated", layers.gates}};
    timed(measured, "all nodes at 5 points", secondsOfProcessor, [&] {
        const Computation computation(std::move(program), std::move(experiment));
        return computation.evaluate(computation.pointsOfInterest());
    });
    return measured;
}

Measured measureSweep(std::size_t sweepPoints, std::size_t samplesAPoint)
{
    Experiment experiment;
    experiment.text = workloads()[0].text;
    experiment.points = sweepPoints;
    experiment.samples = samplesAPoint;
    const Computation computation(programOf(experiment.text), experiment);
    Measured measured;
    measured.items = static_cast<double>(sweepPoints * samplesAPoint);
    Computation::SweepOptions options;
    options.withGradientOfMean = false;
    timed(measured, "sweep", secondsOfWall, [&] { return computation.sweep(options).value(); });
    return measured;
}

/// Once an iteration, in a process of its own; the time is that of all stages.
void add(const std::string& name, std::function<Measured()> measure)
{
    ::benchmark::RegisterBenchmark(name.c_str(),
                                   [measure = std::move(measure)](State& state) {
                                       for (auto _ : state) {
                                           const Measured measured = measureApart(measure);
                                           state.SetIterationTime(measured.seconds());
                                           state.SetItemsProcessed(static_cast<std::int64_t>(measured.items));
                                           state.counters["bytes"] = measured.bytes;
                                           for (const auto& [stage, seconds] : measured.stages)
                                               state.counters[stage] = seconds;
                                           if (!measured.error.empty())
                                               state.SkipWithError(measured.error.c_str());
                                       }
                                   })
        ->UseManualTime()
        ->Iterations(1);
}

} // namespace

int main(int argumentCount, char** arguments)
{
    ::benchmark::Initialize(&argumentCount, arguments);
    const std::array programs{LayersProgram{"layers", plainLayers, {}},
                              LayersProgram{"noisy layers", noisyLayers, {}},
                              LayersProgram{"noisy layers, v#*=clean", noisyLayers, {"v#*=clean"}}};
    for (const LayersProgram& program : programs)
        for (const std::size_t layers : {1U, 10U, 100U, 1'000U, 9'999U})
            add("nodes/" + program.name + '/' + std::to_string(layers),
                [=] { return measureNodes(program, layers); });
    for (const std::size_t count : {1'000U, 10'000U, 100'000U, 1'000'000U})
        add("points/origin, 100 samples each/" + std::to_string(count),
            [=] { return measureSweep(count, 100); });
    for (std::size_t count = 1'000; count <= 1'000'000'000; count *= 10)
        add("samples/origin, at one point/" + std::to_string(count), [=] { return measureSweep(1, count); });
    ::benchmark::RunSpecifiedBenchmarks();
    return 0;
}
