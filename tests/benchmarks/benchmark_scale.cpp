// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How time and memory of every stage grow with the number of nodes: a line for each size, the time a node and
// the memory a node should stay what they are.
#include "core/evaluation/evaluator.h"
#include "core/evaluation/shared_graph.h"
#include "core/experiment/computation.h"
#include "core/gradient/rewrite.h"
#include "core/gradient/value_and_gradient.h"
#include "core/language/program.h"
#include "tests/benchmarks/layers.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace sluice;
using namespace sluice::benchmark;

constexpr std::size_t points = 401;

struct Workload
{
    std::string_view name;
    std::string (*text)(std::size_t layers);
    std::vector<std::string> gates;
};

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Runs a stage and prints how long it took.
auto timed(std::size_t nodes, auto stage)
{
    const auto start = std::chrono::steady_clock::now();
    auto result = stage();
    const double seconds = secondsSince(start);
    std::printf(" %8.3f %7.0f", seconds, 1e9 * seconds / static_cast<double>(nodes));
    return result;
}

std::size_t peakBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

ValueAndGradient differentiated(const Program& program, const Workload& workload)
{
    std::vector<BoundGate> gates;
    for (const std::string& text : workload.gates)
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

/// One sample at each point of the sweep; the sum keeps the work from being left out.
double evaluated(const Kernel& kernel)
{
    Evaluator<double> evaluator(kernel, 1);
    const Draws draws(1, false);
    double value = 0.0;
    double gradient = 0.0;
    double sum = 0.0;
    const std::array results{std::span(&value, 1), std::span(&gradient, 1)};
    for (std::size_t point = 0; point < points; ++point) {
        const double x = -2.0 + static_cast<double>(point) * 4.0 / (points - 1);
        evaluator.run(std::array{x}, draws, point, 1, results);
        sum += value + gradient;
    }
    return sum;
}

PointValues evaluatedWithAllNodes(Program program, const std::string& text, const Workload& workload)
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {Variant{"gated", workload.gates}};
    const Computation computation(std::move(program), std::move(experiment));
    return computation.evaluate(computation.pointsOfInterest());
}

/// In a process of its own, so that the peak of memory is this size's.
void measure(const Workload& workload, std::size_t layers)
{
    const std::string text = workload.text(layers);
    const std::size_t before = peakBytes();
    const auto start = std::chrono::steady_clock::now();
    Reading reading = read(text);
    const double seconds = secondsSince(start);
    if (!reading.program) {
        std::printf("%s\n", formatted(reading.diagnostics.front(), workload.name, text).c_str());
        return;
    }
    Program& program = *reading.program;
    const std::size_t nodes = program.graph.size();
    std::printf("%-24s %8zu %8.3f %7.0f", workload.name.data(), nodes, seconds,
                1e9 * seconds / static_cast<double>(nodes));
    {
        const ValueAndGradient graph = timed(nodes, [&] { return differentiated(program, workload); });
        const Kernel kernel = timed(nodes, [&] { return compiled(graph); });
        timed(nodes * points, [&] { return evaluated(kernel); });
    }
    const std::size_t used = peakBytes() - before;
    std::printf(" %8.1f %7zu", static_cast<double>(used) / 0x1p20, used / nodes);
    timed(nodes, [&] { return evaluatedWithAllNodes(std::move(program), text, workload); });
    std::printf("\n");
}

bool measureApart(const Workload& workload, std::size_t layers)
{
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        measure(workload, layers);
        std::fflush(stdout);
        _exit(0);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status);
}

} // namespace

int main()
{
    const std::array workloads{Workload{"layers", plainLayers, {}}, Workload{"noisy layers", noisyLayers, {}},
                               Workload{"noisy layers, v#*=clean", noisyLayers, {"v#*=clean"}}};
    std::printf("Seconds, and nanoseconds a node (for evaluation: a node and point).\n"
                "%-24s %8s %16s %16s %16s %16s %16s %16s\n",
                "program", "nodes", "read", "gate, derive", "compile", "401 points", "MiB, bytes/node",
                "all nodes at 5");
    for (const Workload& workload : workloads)
        for (const std::size_t layers : {100U, 1'000U, 9'999U})
            if (!measureApart(workload, layers))
                return 1;
    return 0;
}
