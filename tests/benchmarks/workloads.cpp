// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/workloads.h"

#include "core/gradient/rewrite.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace sluice::benchmarks {

namespace {

std::string sweepInput()
{
    return "x = input(-2, 2)\n";
}

std::string deepText()
{
    return sweepInput() + "v = x\nfor l in range(" + std::to_string(deepLayers) +
           "):\n"
           "    n = normal(1, 0.1)\n"
           "    v = tanh((1.1 + 0.3*sin(1.7*l))*v + 0.2*cos(2.3*l)) * n\n"
           "z = v\ng = grad(z, x)\n";
}

Program programOf(const Workload& workload)
{
    Reading reading = read(workload.text);
    if (!reading.program)
        throw std::runtime_error(formatted(reading.diagnostics.front(), workload.name, workload.text));
    return *std::move(reading.program);
}

ValueAndGradient differentiated(const Program& program)
{
    return valueAndGradient(gated(program, program.output, {}), *program.findVariable(program.withRespectTo),
                            semanticsOf(Framework::tensorflow));
}

Kernel compiled(const Graph& graph, std::span<const NodeId> roots, InstructionSet instructionSet)
{
    SharedGraph shared;
    const std::vector<NodeId> found = shared.add(graph, roots);
    return {shared.graph(), found, instructionSet};
}

Kernel kernelOfNoise(const Program& program)
{
    const ValueAndGradient graph = differentiated(program);
    std::vector<NodeId> roots;
    for (const NoiseSource& source : program.sources)
        roots.push_back(graph.nodes[index(source.node)]);
    return compiled(graph.graph, roots, bestInstructionSet());
}

/// All samples of a kernel's roots at all points: a block of points × samples for each root.
std::vector<double> allSamples(const Kernel& kernel)
{
    const std::size_t roots = kernel.roots().size();
    std::vector<double> values(roots * points * samples);
    const std::vector<double> sweep = sweepPoints();
    Evaluator<double> evaluator(kernel, samples);
    const Draws draws(seed, false);
    std::vector<std::span<double>> rows(roots);
    for (std::size_t point = 0; point < points; ++point) {
        for (std::size_t root = 0; root < roots; ++root)
            rows[root] = std::span(values).subspan((root * points + point) * samples, samples);
        evaluator.run(std::span(&sweep[point], kernel.variables().size()), draws, point, samples, rows);
    }
    return values;
}

} // namespace

const std::array<Workload, 3>& workloads()
{
    static const std::array<Workload, 3> all{
        Workload{.name = "origin",
                 .text = sweepInput() + "u = uniform(0.9, 1.1)\n"
                                        "y = x**2\nyu = y*u\nz = sqrt(yu)\ng = grad(z, x)\n",
                 .sources = 1},
        Workload{.name = "deep", .text = deepText(), .sources = deepLayers},
        Workload{.name = "trans",
                 .text = sweepInput() + "u = uniform(0.9, 1.1)\nn = normal(0, 0.1)\n"
                                        "z = exp(-x**2*u) * sin(3*x + n) + log(1 + exp(x*u))\n"
                                        "g = grad(z, x)\n",
                 .sources = 2},
    };
    return all;
}

std::vector<double> sweepPoints()
{
    std::vector<double> sweep(points);
    for (std::size_t i = 0; i < points; ++i)
        sweep[i] = -2.0 + static_cast<double>(i) * 4.0 / static_cast<double>(points - 1);
    return sweep;
}

CompiledWorkload::CompiledWorkload(const Workload& workload)
    : program(programOf(workload)),
      kernel(valueAndGradientKernel(program)),
      noiseKernel(kernelOfNoise(program))
{
    if (program.sources.size() != workload.sources)
        throw std::logic_error(workload.name + ": the text has another number of noise sources");
}

Kernel valueAndGradientKernel(const Program& program, InstructionSet instructionSet)
{
    const ValueAndGradient graph = differentiated(program);
    return compiled(graph.graph, std::array{graph.value, graph.gradient}, instructionSet);
}

std::vector<double> scaledNoise(const CompiledWorkload& workload)
{
    return allSamples(workload.noiseKernel);
}

Outcome outcome(const CompiledWorkload& workload)
{
    std::vector<double> value = allSamples(workload.kernel);
    constexpr std::ptrdiff_t half = points * samples;
    std::vector<double> gradient(value.begin() + half, value.end());
    value.resize(half);
    return {.value = std::move(value), .gradient = std::move(gradient)};
}

double greatestDifference(std::span<const double> found, std::span<const double> expected)
{
    double greatest = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double difference = std::abs(found[i] - expected[i]) / std::max(1.0, std::abs(expected[i]));
        // Not "greater": NaN must not pass.
        if (!(difference <= greatest))
            greatest = std::isnan(difference) ? std::numeric_limits<double>::infinity() : difference;
    }
    return greatest;
}

} // namespace sluice::benchmarks
