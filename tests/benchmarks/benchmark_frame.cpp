// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole frame (noise, values and gradients, statistics), noise cached, as the program computes it and as
// the fused loop with the same statistics would; and the frame's parts, on one thread. Names are
// frame/WORKLOAD THREADS/CONTENDER and part/WORKLOAD/PART.
#include "core/experiment/computation.h"
#include "core/experiment/sweep_cache.h"
#include "core/statistics/summary.h"
#include "tests/benchmarks/evaluation.h"
#include "tests/benchmarks/fused_loop.h"
#include "tests/benchmarks/team.h"
#include "tests/benchmarks/workloads.h"

#include <benchmark/benchmark.h>
#include <deque>
#include <functional>
#include <memory>
#include <stdexcept>
#include <tbb/enumerable_thread_specific.h>

namespace {

using namespace sluice;
using namespace sluice::benchmarks;
using ::benchmark::State;

/// What a fused frame reads off a point; what reads nothing could be left out by the compiler.
struct PointSummary
{
    Summary value;
    Summary gradient;
    Comparison comparison;
};

/// What one thread needs for a row of samples.
struct Row
{
    std::vector<double> values = std::vector<double>(samples);
    std::vector<double> gradients = std::vector<double>(samples);
    Summariser summariser;

    PointSummary summarised()
    {
        PointSummary summary;
        summary.value = summariser.summarise(values);
        summary.gradient = summariser.summarise(gradients);
        summary.comparison = summariser.compare(summary.gradient, 1.0);
        return summary;
    }
};

/// The fused loop, each row summarised at once.
class FusedFrame
{
public:
    FusedFrame(const Workload& workload, std::span<const double> noise)
        : m_loop(workload, noise), m_summaries(points)
    {
    }

    void run(Team& team)
    {
        team.forAllPoints([this](std::size_t point) {
            Row& row = m_rows.local();
            m_loop.computePoint(point, row.values.data(), row.gradients.data());
            m_summaries[point] = row.summarised();
        });
    }

private:
    FusedLoop<double> m_loop;
    tbb::enumerable_thread_specific<Row> m_rows;
    std::vector<PointSummary> m_summaries;
};

Computation computationOf(const Workload& workload)
{
    Experiment experiment;
    experiment.text = workload.text;
    experiment.points = points;
    experiment.samples = samples;
    experiment.seed = seed;
    return {*read(workload.text).program, std::move(experiment)};
}

/// One thread is timed by what the processor spent on it, so that a neighbour costs it less; several by the
/// wall.
void add(const std::string& name, std::size_t threads, std::function<void()> run)
{
    ::benchmark::internal::Benchmark* benchmark =
        ::benchmark::RegisterBenchmark(name.c_str(), [run = std::move(run)](State& state) {
            for (auto _ : state)
                run();
            state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(points * samples));
        });
    if (threads > 1)
        benchmark->UseRealTime();
}

void addFrames(const Workload& workload, std::span<const double> noise)
{
    const auto computation = std::make_shared<const Computation>(computationOf(workload));
    const auto cache = std::make_shared<SweepCache>();
    const auto fused = std::make_shared<FusedFrame>(workload, noise);
    for (const std::size_t threads : {1U, 2U}) {
        const std::string name = "frame/" + workload.name + ' ' + std::to_string(threads) + '/';
        Computation::SweepOptions options;
        options.withGradientOfMean = false;
        options.threads = threads;
        options.cache = cache.get();
        add(name + "sluice", threads, [=, keptDraws = cache] {
            if (!computation->sweep(options))
                throw std::logic_error("the sweep was stopped");
        });
        const auto team = std::make_shared<Team>(threads);
        add(name + "fused loop", threads, [=] { fused->run(*team); });
    }
}

void addParts(const Workload& workload, const CompiledWorkload& compiled)
{
    const std::string name = "part/" + workload.name + '/';
    const auto row = std::make_shared<Row>();
    const auto kernel = std::make_shared<const Kernel>(compiled.kernel);
    add(name + "noise, drawn anew", 1, [=, draws = Draws(seed, false)] {
        for (std::size_t point = 0; point < points; ++point)
            for (const DrawLeaf& leaf : kernel->draws())
                draws.fill(leaf, point, 0, row->values);
        ::benchmark::DoNotOptimize(row->values.data());
    });
    const auto evaluation = std::make_shared<Evaluation<double>>(*kernel);
    add(name + "value and gradient", 1, [=] { evaluation->computeIntoOneRow(); });

    const auto all = std::make_shared<const Outcome>(outcome(compiled));
    add(name + "statistics", 1, [=] {
        for (std::size_t point = 0; point < points; ++point) {
            const Summary value =
                row->summariser.summarise(std::span(all->value).subspan(point * samples, samples));
            const Summary gradient =
                row->summariser.summarise(std::span(all->gradient).subspan(point * samples, samples));
            ::benchmark::DoNotOptimize(value);
            ::benchmark::DoNotOptimize(row->summariser.compare(gradient, 1.0));
        }
    });
}

} // namespace

int main(int argumentCount, char** arguments)
{
    ::benchmark::Initialize(&argumentCount, arguments);
    for (const Workload& workload : workloads()) {
        const CompiledWorkload compiled(workload);
        addFrames(workload, scaledNoise(compiled));
        addParts(workload, compiled);
    }
    ::benchmark::RunSpecifiedBenchmarks();
    return 0;
}
