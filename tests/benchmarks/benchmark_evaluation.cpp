// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Value and gradient of the workloads, noise cached, by the evaluator, by the fused loop that is its limit,
// and by the peers whose programs are given as arguments. Names are evaluation/WORKLOAD PRECISION
// THREADS/CONTENDER.
#include "tests/benchmarks/data_folder.h"
#include "tests/benchmarks/evaluation.h"
#include "tests/benchmarks/fused_loop.h"
#include "tests/benchmarks/peer_process.h"
#include "tests/benchmarks/team.h"

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <csignal>
#include <cstdio>
#include <deque>
#include <exception>
#include <functional>
#include <memory>

namespace {

using namespace sluice;
using namespace sluice::benchmarks;
using ::benchmark::State;

constexpr std::size_t evaluations = points * samples;

struct Case
{
    std::string workload;
    std::string precision;
    std::size_t threads = 1;
    /// All points into one row that is used again, as when statistics follow at once; else into full arrays.
    bool isOneRow = false;
};

std::string nameOf(const Case& c, const std::string& contender)
{
    return "evaluation/" + c.workload + ' ' + c.precision + ' ' + std::to_string(c.threads) +
           (c.isOneRow ? ", one row/" : "/") + contender;
}

/// A workload with all that its contenders read.
struct Prepared
{
    explicit Prepared(const Workload& workload)
        : workload(workload), compiled(workload), noise(scaledNoise(compiled)), expected(outcome(compiled))
    {
    }

    const Workload& workload;
    CompiledWorkload compiled;
    std::vector<double> noise;
    Outcome expected;
};

template <class Real>
constexpr const char* precisionName = std::is_same_v<Real, double> ? "float64" : "float32";

/// Results differ in rounding and nothing else; single precision loses half the digits, and some in the
/// chain.
double tolerance(const std::string& precision)
{
    return precision == "float64" ? 1e-12 : 1e-4;
}

/// Empty where there is none.
std::string problemOf(const std::string& precision, double difference)
{
    std::array<char, 64> text{};
    if (!(difference <= tolerance(precision)))
        std::snprintf(text.data(), text.size(), "wrong: differs from the evaluator by %.1e", difference);
    return text.data();
}

template <class Numbers>
double differenceFrom(const Outcome& expected, const Numbers& values, const Numbers& gradients)
{
    const auto difference = [](const Numbers& found, const std::vector<double>& right) {
        return greatestDifference(std::vector<double>(found.begin(), found.end()), right);
    };
    return std::max(difference(values, expected.value), difference(gradients, expected.gradient));
}

/// What has a problem is not timed; it is reported in place of the time.
/// One thread is timed by what the processor spent on it, so that a neighbour costs it less; several by the
/// wall.
void add(const std::string& name, std::size_t threads, std::function<void()> run, const std::string& problem)
{
    ::benchmark::internal::Benchmark* benchmark =
        ::benchmark::RegisterBenchmark(name.c_str(), [run = std::move(run), problem](State& state) {
            if (!problem.empty())
                state.SkipWithError(problem.c_str());
            for (auto _ : state)
                run();
            state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(evaluations));
        });
    if (threads > 1)
        benchmark->UseRealTime();
}

void add(const Case& c, const std::string& contender, std::function<void()> run, const std::string& problem)
{
    add(nameOf(c, contender), c.threads, std::move(run), problem);
}

/// The fused loop, with one thread and with two; into full arrays, and into one row that is used again.
template <class Real>
void addFusedLoop(const Prepared& prepared)
{
    const auto loop = std::make_shared<FusedLoop<Real>>(prepared.workload, prepared.noise);
    const auto values = std::make_shared<std::vector<Real>>(evaluations);
    const auto gradients = std::make_shared<std::vector<Real>>(evaluations);
    const auto compute = [=](std::size_t point) {
        loop->computePoint(point, values->data() + point * samples, gradients->data() + point * samples);
    };
    Team(1).forAllPoints(compute);
    const std::string problem =
        problemOf(precisionName<Real>, differenceFrom(prepared.expected, *values, *gradients));
    for (const std::size_t threads : {1U, 2U}) {
        const Case c{prepared.workload.name, precisionName<Real>, threads};
        const auto team = std::make_shared<Team>(threads);
        add(
            c, "fused loop", [=] { team->forAllPoints(compute); }, problem);
    }
    const auto computeRow = [=](std::size_t point) {
        loop->computePoint(point, values->data(), gradients->data());
    };
    add(
        {prepared.workload.name, precisionName<Real>, 1, true}, "fused loop",
        [=] { Team(1).forAllPoints(computeRow); }, problem);
}

template <class Real>
void addEvaluator(const Prepared& prepared)
{
    const auto evaluation = std::make_shared<Evaluation<Real>>(prepared.compiled.kernel);
    std::string problem;
    for (const std::size_t threads : {1U, 2U}) {
        const Case c{prepared.workload.name, precisionName<Real>, threads};
        const auto team = std::make_shared<Team>(threads);
        const auto run = [=] { evaluation->computeAll(*team); };
        run();
        problem = problemOf(precisionName<Real>,
                            differenceFrom(prepared.expected, evaluation->values(), evaluation->gradients()));
        add(c, "sluice", run, problem);
    }
    add(
        {prepared.workload.name, precisionName<Real>, 1, true}, "sluice",
        [=] { evaluation->computeIntoOneRow(); }, problem);
}

void addInstructionSets(const Prepared& prepared)
{
    for (const InstructionSet set : allInstructionSets) {
        if (!isSupported(set))
            continue;
        const auto evaluation =
            std::make_shared<Evaluation<double>>(valueAndGradientKernel(prepared.compiled.program, set));
        const auto run = [=] {
            Team team(1);
            evaluation->computeAll(team);
        };
        run();
        const double difference =
            differenceFrom(prepared.expected, evaluation->values(), evaluation->gradients());
        add("instructions/" + prepared.workload.name + '/' + std::string(nameOf(set)), 1, run,
            problemOf("float64", difference));
    }
}

const Prepared& find(const std::deque<Prepared>& all, const std::string& workload)
{
    return *std::ranges::find_if(all, [&](const Prepared& p) { return p.workload.name == workload; });
}

/// One iteration is one run by the peer, on its clock.
void runPeer(State& state, PeerProcess& peer, std::size_t number, const std::string& problem)
{
    if (!problem.empty())
        state.SkipWithError(problem.c_str());
    for (auto _ : state) {
        try {
            state.SetIterationTime(peer.run(number));
        } catch (const std::exception& error) {
            state.SkipWithError(error.what());
            break;
        }
    }
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(peer.offers()[number].evaluations()));
}

std::string problemOf(PeerProcess& peer, std::size_t number, const Outcome& expected)
{
    try {
        return problemOf(peer.offers()[number].precision, peer.check(number, expected));
    } catch (const std::exception& error) {
        return error.what();
    }
}

void addPeer(PeerProcess& peer, const std::deque<Prepared>& all)
{
    for (std::size_t number = 0; number < peer.offers().size(); ++number) {
        const PeerOffer& offer = peer.offers()[number];
        const std::string name = nameOf({offer.workload, offer.precision, offer.threads}, offer.name);
        const std::string problem = problemOf(peer, number, find(all, offer.workload).expected);
        ::benchmark::RegisterBenchmark(name.c_str(), [&peer, number, problem](State& state) {
            runPeer(state, peer, number, problem);
        })->UseManualTime();
    }
}

void measure(std::span<char*> peerPrograms)
{
    const DataFolder folder;
    writeNumbers(folder.path() / "points.f64", sweepPoints());
    std::deque<Prepared> all;
    for (const Workload& workload : workloads()) {
        const Prepared& prepared = all.emplace_back(workload);
        writeNumbers(folder.path() / (workload.name + ".noise.f64"), prepared.noise);
        addEvaluator<double>(prepared);
        addEvaluator<float>(prepared);
        addFusedLoop<double>(prepared);
        addFusedLoop<float>(prepared);
        addInstructionSets(prepared);
    }
    std::deque<PeerProcess> peers;
    for (const char* program : peerPrograms)
        addPeer(peers.emplace_back(std::vector<std::string>{program}, folder.path()), all);
    ::benchmark::RunSpecifiedBenchmarks();
}

} // namespace

int main(int argumentCount, char** arguments)
{
    ::benchmark::Initialize(&argumentCount, arguments);
    // A peer that stops is an error of its benchmarks, not the end of this program.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        measure(std::span(arguments, static_cast<std::size_t>(argumentCount)).subspan(1));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
