// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Moments and five exact quantiles of rows of samples, of smooth distributions and of those that are hard on
// buckets.
#include "core/statistics/moments.h"
#include "core/statistics/quantiles.h"
#include "core/statistics/streamed_summary.h"
#include "core/statistics/summary.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <functional>
#include <hwy/contrib/sort/vqsort.h>
#include <limits>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace sluice;

namespace {

using Row = std::vector<double>;

/// A sample from its number and a generator.
using Distribution = std::function<double(std::size_t, std::mt19937_64&)>;

struct Case
{
    std::string name;
    std::size_t size;
    Distribution sample;
};

double normal(std::mt19937_64& random)
{
    return std::normal_distribution()(random);
}

double uniform(std::mt19937_64& random)
{
    return std::uniform_real_distribution()(random);
}

std::vector<Case> cases()
{
    const auto smooth = [](std::size_t, std::mt19937_64& random) { return normal(random); };
    const auto origin = [](std::size_t, std::mt19937_64& random) {
        return std::sqrt(0.9 + 0.2 * uniform(random));
    };
    const auto trans = [](std::size_t, std::mt19937_64& random) {
        const double u = uniform(random);
        return std::exp(-u) * std::sin(3.0 + normal(random)) + std::log(1.0 + std::exp(u));
    };
    return {
        {"normal", 1000, smooth},
        {"origin", 1000, origin},
        {"trans", 1000, trans},
        {"10 samples", 10, smooth},
        {"100 samples", 100, smooth},
        {"10000 samples", 10'000, smooth},
        {"1000000 samples", 1'000'000, smooth},
        {"exponential", 1000, [](std::size_t, auto& random) { return -std::log(uniform(random)); }},
        {"lognormal", 1000, [](std::size_t, auto& random) { return std::exp(normal(random)); }},
        {"cauchy", 1000, [](std::size_t, auto& random) { return normal(random) / normal(random); }},
        {"heavier than cauchy", 1000,
         [](std::size_t, auto& random) { return std::exp(3.0 * normal(random)); }},
        {"two values", 1000, [](std::size_t, auto& random) { return std::floor(2.0 * uniform(random)); }},
        {"three values", 1000, [](std::size_t, auto& random) { return std::floor(3.0 * uniform(random)); }},
        {"twenty values", 1000, [](std::size_t, auto& random) { return std::floor(20.0 * uniform(random)); }},
        {"half zeros", 1000, [](std::size_t, auto& random) { return std::max(0.0, normal(random)); }},
        {"nearly all zeros", 1000,
         [](std::size_t, auto& random) { return uniform(random) < 0.99 ? 0.0 : normal(random); }},
        {"four in five one value", 1000,
         [](std::size_t, auto& random) { return uniform(random) < 0.8 ? 1.0 : normal(random); }},
        {"two values and others", 1000,
         [](std::size_t, auto& random) {
             return uniform(random) < 0.2 ? normal(random) : std::floor(2.0 * uniform(random));
         }},
        {"two clusters", 1000,
         [](std::size_t, auto& random) {
             return 1e-3 * normal(random) + (uniform(random) < 0.5 ? 0.0 : 1e6);
         }},
        {"spike and background", 1000,
         [](std::size_t, auto& random) {
             return uniform(random) < 0.45 ? 1e-9 * normal(random) : normal(random);
         }},
        {"one outlier", 1000, [](std::size_t i, auto& random) { return i == 777 ? 1e300 : normal(random); }},
        {"ascending", 1000, [](std::size_t i, auto&) { return static_cast<double>(i); }},
        {"cauchy, 1000000 samples", 1'000'000,
         [](std::size_t, auto& random) { return normal(random) / normal(random); }},
    };
}

std::vector<Row> rowsOf(const Case& subject)
{
    // Enough rows that a processor can't learn their order.
    std::vector<Row> rows(std::max<std::size_t>(1, 64'000 / subject.size), Row(subject.size));
    std::mt19937_64 random(1);
    for (Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = subject.sample(i, random);
    return rows;
}

/// Quantiles by selecting from the middle outwards, each selection in what the last has left.
Quantiles byNestedSelection(std::span<double> values)
{
    std::array<std::span<double>::iterator, quantileRanks.size()> below;
    std::array<double, quantileRanks.size()> positions{};
    for (std::size_t q = 0; q < below.size(); ++q) {
        positions[q] = quantileRanks[q] * static_cast<double>(values.size() - 1);
        below[q] = values.begin() + static_cast<std::ptrdiff_t>(positions[q]);
    }
    const auto select = [](auto begin, auto nth, auto end) {
        if (begin <= nth && nth < end)
            std::nth_element(begin, nth, end);
    };
    select(values.begin(), below[2], values.end());
    select(values.begin(), below[1], below[2]);
    select(below[2] + 1, below[3], values.end());
    select(values.begin(), below[0], below[1]);
    select(below[3] + 1, below[4], values.end());
    Quantiles quantiles{};
    for (std::size_t q = 0; q < below.size(); ++q) {
        const auto end = q + 1 < below.size() && below[q + 1] > below[q] ? below[q + 1] + 1 : values.end();
        const double above = below[q] + 1 == values.end() ? *below[q] : *std::min_element(below[q] + 1, end);
        quantiles[q] = between(*below[q], above, positions[q] - std::floor(positions[q]));
    }
    return quantiles;
}

struct Extremes
{
    double lowest;
    double highest;
};

/// Measures a function of a row and its extremes, over rows that take turns.
template <class Read>
void measure(const std::string& name, const Case& subject, Read read)
{
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) mutable {
        const std::vector<Row> rows = rowsOf(subject);
        std::vector<Extremes> extremes;
        for (const Row& row : rows)
            extremes.push_back({.lowest = std::ranges::min(row), .highest = std::ranges::max(row)});
        std::size_t next = 0;
        for (auto _ : state) {
            benchmark::DoNotOptimize(read(rows[next], extremes[next]));
            next = next + 1 < rows.size() ? next + 1 : 0;
        }
        state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(subject.size));
    });
}

/// The contenders that change a copy of the row, which is part of their work.
template <class Read>
void measureOnCopy(const std::string& name, const Case& subject, Read read)
{
    measure(name, subject, [=, copy = Row(subject.size)](const Row& row, Extremes) mutable {
        std::ranges::copy(row, copy.begin());
        return read(copy);
    });
}

void measureQuantiles(const Case& subject)
{
    const std::string group = "quantiles/" + subject.name;
    // The extremes are known beforehand, as in a summary, where they come with the moments.
    measure(group + "/sluice", subject,
            [selector = QuantileSelector()](const Row& row, Extremes extremes) mutable {
                return selector.select(row, extremes.lowest, extremes.highest);
            });
    measureOnCopy(group + "/nth_element", subject, [](Row& row) { return byNestedSelection(row); });
    measureOnCopy(group + "/vqsort", subject, [](Row& row) {
        static const hwy::Sorter sorter;
        sorter(row.data(), row.size(), hwy::SortAscending());
        return quantilesOfSorted(row);
    });
    measureOnCopy(group + "/sort", subject, [](Row& row) {
        std::ranges::sort(row);
        return quantilesOfSorted(row);
    });
}

/// Welford's recurrence for mean and deviation.
double byWelford(const Row& row, Extremes)
{
    double mean = 0.0;
    double second = 0.0;
    double count = 0.0;
    for (const double value : row) {
        const double distance = value - mean;
        mean += distance / ++count;
        second += distance * (value - mean);
    }
    return mean + std::sqrt(second / (count - 1.0));
}

void measureMoments(const Case& subject)
{
    measure("moments/" + subject.name + "/sluice", subject,
            [](const Row& row, Extremes) { return Moments::of(row); });
    measure("moments/" + subject.name + "/welford", subject, byWelford);
}

void measureSummaries(const Case& subject)
{
    measure("summary/" + subject.name + "/sluice", subject,
            [summariser = Summariser()](const Row& row, Extremes) mutable {
                return summariser.summarise(row).mean;
            });
}

/// A stream's two halves of the work: blocks, which threads make, and appending them, which is one thread's.
void measureStream()
{
    const Case subject{"normal", StreamedSummary::largestBlockSize, cases().front().sample};
    measure("stream/blocks/sluice", subject, [](const Row& row, Extremes) { return SampleBlock(row); });
    benchmark::RegisterBenchmark("stream/appending/sluice", [=](benchmark::State& state) {
        const SampleBlock block(rowsOf(subject).front());
        StreamedSummary stream(StreamedSummary::largestBlockSize);
        for (auto _ : state) {
            state.PauseTiming();
            SampleBlock copy = block;
            state.ResumeTiming();
            stream.append(std::move(copy));
        }
        state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(subject.size));
    });
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    for (const Case& subject : cases()) {
        measureQuantiles(subject);
        if (subject.name == "normal" || subject.name == "1000000 samples")
            measureMoments(subject);
    }
    measureSummaries(cases().front());
    measureSummaries({"a tenth not a number", 1000, [](std::size_t, std::mt19937_64& random) {
                          return uniform(random) < 0.1 ? std::numeric_limits<double>::quiet_NaN()
                                                       : normal(random);
                      }});
    measureStream();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
