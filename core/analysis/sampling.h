// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluator.h"
#include "core/experiment/computation_parts.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <variant>
#include <vector>

namespace sluice {

/// The samples of a kernel's roots at one point after the other, in the precision of the experiment. Each
/// thread has its own.
class RootSampler
{
public:
    /// Both must outlive it.
    RootSampler(const Computation::Parts& prepared, const Kernel& kernel);
    RootSampler(const RootSampler&) = delete;
    RootSampler& operator=(const RootSampler&) = delete;
    ~RootSampler() = default;

    /// Where the swept variable is x, with the draws of the sweep's point of this number.
    void compute(double x, std::size_t point);
    /// The samples of a root, after compute().
    [[nodiscard]] std::span<const double> operator[](std::size_t row) const { return m_rows[row]; }

private:
    const Kernel& m_kernel;
    std::size_t m_samples;
    VariableValues m_variables;
    Draws m_draws;
    std::variant<Evaluator<double>, Evaluator<float>> m_evaluator;
    std::vector<std::vector<double>> m_rows;
    std::vector<std::span<double>> m_spans;
};

/// The spacing of numbers at 1, in the precision of the experiment.
[[nodiscard]] double epsilonOf(const Experiment& experiment);

/// How many rows may be sampled at once without using up the memory. @throws ExperimentError where those are
/// fewer than `needed`
[[nodiscard]] std::size_t maximumRows(const Computation::Parts& prepared, std::size_t needed);

/// Counts what is done, for whoever waits.
class Progress
{
public:
    Progress(const std::function<void(double)>& report, double begin, double end, std::size_t steps)
        : m_report(report), m_begin(begin), m_width(end - begin), m_steps(steps)
    {
    }

    void step()
    {
        const std::size_t done = ++m_done;
        if (m_report)
            m_report(m_begin + m_width * static_cast<double>(done) / static_cast<double>(m_steps));
    }

private:
    const std::function<void(double)>& m_report;
    double m_begin;
    double m_width;
    std::size_t m_steps;
    std::atomic<std::size_t> m_done = 0;
};

/// Calls `work(worker, i)` for every i below `count`, on all cores, each thread with the worker that
/// `makeWorker()` gave it. False where it was stopped.
template <class MakeWorker, class Work>
bool inParallel(std::size_t count, const MakeWorker& makeWorker, const Work& work, Progress& progress,
                const std::stop_token& stop)
{
    tbb::enumerable_thread_specific<decltype(makeWorker())> workers(makeWorker);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        if (stop.stop_requested())
            return;
        work(workers.local(), i);
        progress.step();
    });
    return !stop.stop_requested();
}

} // namespace sluice
