// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draw_cache.h"
#include "core/evaluation/philox.h"
#include "core/operations/table.h"

#include <Random123/philox.h>
#include <array>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

// The cost of noise, in nanoseconds a draw: random words, each kind of variate, and draws that are kept.

using namespace sluice;

namespace {

/// Of the size that the evaluator asks for, and in cache.
constexpr std::size_t tileWidth = 256;

void countDraws(benchmark::State& state, std::size_t drawsEach)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * drawsEach));
}

void wordsByPhilox(benchmark::State& state, InstructionSet set)
{
    std::array<std::uint64_t, tileWidth / 2> first{};
    std::array<std::uint64_t, tileWidth / 2> second{};
    PhiloxSequence sequence{.key = {1, 2}, .counter = {0, 3, 4}};
    for (auto _ : state) {
        ++sequence.counter[0];
        philox[set](sequence, 0, first.data(), second.data(), first.size());
        benchmark::DoNotOptimize(first.data());
        benchmark::DoNotOptimize(second.data());
        benchmark::ClobberMemory();
    }
    countDraws(state, tileWidth);
}

void wordsByRandom123(benchmark::State& state)
{
    std::array<r123::Philox4x32::ctr_type, tileWidth / 2> blocks{};
    const r123::Philox4x32::key_type key{{1, 2}};
    std::uint32_t point = 0;
    for (auto _ : state) {
        ++point;
        for (std::uint32_t i = 0; i < blocks.size(); ++i)
            blocks[i] = r123::Philox4x32()({{i, point, 3, 4}}, key);
        benchmark::DoNotOptimize(blocks.data());
        benchmark::ClobberMemory();
    }
    countDraws(state, tileWidth);
}

template <class Real>
void draws(benchmark::State& state, const Operation& kind)
{
    const DrawLeaf leaf = drawLeaf(kind, "noise");
    const Draws draws(1, false);
    std::array<Real, tileWidth> variates{};
    std::size_t point = 0;
    for (auto _ : state) {
        draws.fill(leaf, point++, 0, std::span(variates));
        benchmark::DoNotOptimize(variates.data());
        benchmark::ClobberMemory();
    }
    countDraws(state, tileWidth);
}

/// The transform alone, from words that are there.
void transform(benchmark::State& state, const Operation& kind, InstructionSet set)
{
    std::mt19937_64 generator(1);
    std::array<std::uint64_t, tileWidth / 2> first{};
    std::array<std::uint64_t, tileWidth / 2> second{};
    for (std::size_t i = 0; i < first.size(); ++i) {
        first[i] = generator();
        second[i] = generator();
    }
    std::array<double, tileWidth> variates{};
    for (auto _ : state) {
        kind.variates.float64[set](first.data(), second.data(), variates.data(), first.size());
        benchmark::DoNotOptimize(variates.data());
        benchmark::ClobberMemory();
    }
    countDraws(state, tileWidth);
}

template <class Distribution>
void standardLibrary(benchmark::State& state)
{
    std::mt19937_64 generator(1);
    Distribution distribution;
    std::array<double, tileWidth> variates{};
    for (auto _ : state) {
        for (double& variate : variates)
            variate = distribution(generator);
        benchmark::DoNotOptimize(variates.data());
        benchmark::ClobberMemory();
    }
    countDraws(state, tileWidth);
}

/// Half a million draws from 8 sources, as one frame of a sweep asks for them.
class FrameOfDraws
{
public:
    FrameOfDraws() : m_buffer(sources * layout.width)
    {
        for (std::size_t i = 0; i < sources; ++i)
            m_leaves.push_back(drawLeaf(operationNamed("normal draw"), "n" + std::to_string(i)));
    }

    void withNewCache(benchmark::State& state)
    {
        for (auto _ : state) {
            DrawCache cache;
            read(cache.draws<double>(m_draws, m_leaves, layout));
        }
        count(state);
    }

    void withFilledCache(benchmark::State& state)
    {
        DrawCache cache;
        read(cache.draws<double>(m_draws, m_leaves, layout));
        for (auto _ : state)
            read(cache.draws<double>(m_draws, m_leaves, layout));
        count(state);
    }

    void withoutCache(benchmark::State& state)
    {
        for (auto _ : state)
            read({});
        count(state);
    }

private:
    void read(const CachedDraws<double>& cached)
    {
        double sum = 0.0;
        for (std::size_t point = 0; point < layout.points; ++point) {
            for (std::size_t tile = 0; tile < layout.samples / layout.width; ++tile) {
                const double* kept = cached.tile(point, tile);
                const double* variates = kept != nullptr ? kept : drawn(point, tile);
                for (std::size_t i = 0; i < m_buffer.size(); i += cacheLine)
                    sum += variates[i];
            }
        }
        benchmark::DoNotOptimize(sum);
    }

    const double* drawn(std::size_t point, std::size_t tile)
    {
        std::span<double> rest = m_buffer;
        for (const DrawLeaf& leaf : m_leaves) {
            m_draws.fill(leaf, point, tile * layout.width, rest.first(layout.width));
            rest = rest.subspan(layout.width);
        }
        return m_buffer.data();
    }

    static void count(benchmark::State& state)
    {
        countDraws(state, sources * layout.points * layout.samples);
    }

    static constexpr std::size_t sources = 8;
    static constexpr std::size_t cacheLine = 64 / sizeof(double);
    static constexpr DrawLayout layout{.points = 64, .samples = 1024, .width = tileWidth};
    Draws m_draws{1, false};
    std::vector<DrawLeaf> m_leaves;
    std::vector<double> m_buffer;
};

void registerKind(const Operation& kind)
{
    const std::string name(kind.name.substr(0, kind.name.find(' ')));
    benchmark::RegisterBenchmark(("draws/" + name + "/sluice").c_str(),
                                 [&kind](benchmark::State& state) { draws<double>(state, kind); });
    benchmark::RegisterBenchmark(("draws/" + name + " float32/sluice").c_str(),
                                 [&kind](benchmark::State& state) { draws<float>(state, kind); });
    for (const InstructionSet set : allInstructionSets)
        if (isSupported(set))
            benchmark::RegisterBenchmark(
                ("draws/" + name + " of words/" + std::string(nameOf(set))).c_str(),
                [&kind, set](benchmark::State& state) { transform(state, kind, set); });
}

void registerBenchmarks()
{
    for (const InstructionSet set : allInstructionSets)
        if (isSupported(set))
            benchmark::RegisterBenchmark(("draws/words/" + std::string(nameOf(set))).c_str(),
                                         [set](benchmark::State& state) { wordsByPhilox(state, set); });
    benchmark::RegisterBenchmark("draws/words/random123", wordsByRandom123);
    for (const Operation* kind : allOperations())
        if (kind->role == Role::draw)
            registerKind(*kind);
    benchmark::RegisterBenchmark("draws/uniform/mt19937_64",
                                 standardLibrary<std::uniform_real_distribution<double>>);
    benchmark::RegisterBenchmark("draws/normal/mt19937_64",
                                 standardLibrary<std::normal_distribution<double>>);
    benchmark::RegisterBenchmark("draws/exponential/mt19937_64",
                                 standardLibrary<std::exponential_distribution<double>>);
    benchmark::RegisterBenchmark("draws/8 sources/filled cache",
                                 [](benchmark::State& state) { FrameOfDraws().withFilledCache(state); });
    benchmark::RegisterBenchmark("draws/8 sources/new cache",
                                 [](benchmark::State& state) { FrameOfDraws().withNewCache(state); });
    benchmark::RegisterBenchmark("draws/8 sources/no cache",
                                 [](benchmark::State& state) { FrameOfDraws().withoutCache(state); });
}

} // namespace

int main(int argc, char** argv)
{
    registerBenchmarks();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
