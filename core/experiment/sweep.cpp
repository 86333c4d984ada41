// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/evaluation/evaluator.h"
#include "core/experiment/computation_parts.h"
#include "core/statistics/summary.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace sluice {

namespace {

/// Rows of samples that are alive at once must fit in memory.
constexpr std::size_t maximumBytes = std::size_t{4} << 30;

constexpr std::array quantileCurves{&Statistics::q05, &Statistics::q25, &Statistics::q50, &Statistics::q75,
                                    &Statistics::q95};

/// Every curve of a Statistics beside the quantiles, with the number it is made of.
constexpr std::array summaryCurves{
    std::pair{&Statistics::mean, &Summary::mean},
    std::pair{&Statistics::stddev, &Summary::stddev},
    std::pair{&Statistics::nanFraction, &Summary::nanFraction},
    std::pair{&Statistics::infFraction, &Summary::infFraction},
    std::pair{&Statistics::meanError, &Summary::meanError},
    std::pair{&Statistics::stddevError, &Summary::stddevError},
};

constexpr std::array comparisonCurves{
    std::pair{&GradientComparison::bias, &Comparison::bias},
    std::pair{&GradientComparison::rmse, &Comparison::rmse},
    std::pair{&GradientComparison::snr, &Comparison::snr},
    std::pair{&GradientComparison::signAgreement, &Comparison::signAgreement},
};

void resize(Statistics& statistics, std::size_t points)
{
    for (const auto& [curve, number] : summaryCurves)
        (statistics.*curve).resize(points);
    for (const auto curve : quantileCurves)
        (statistics.*curve).resize(points);
}

void store(const Summary& summary, Statistics& statistics, std::size_t point)
{
    for (const auto& [curve, number] : summaryCurves)
        (statistics.*curve)[point] = summary.*number;
    for (std::size_t q = 0; q < quantileCurves.size(); ++q)
        (statistics.*quantileCurves[q])[point] = summary.quantiles[q];
}

/// The samples of a kernel's roots at one point.
class SampleRows
{
public:
    SampleRows(const Kernel& kernel, std::size_t samples)
        : m_kernel(kernel),
          m_rows(kernel.roots().size(), std::vector<double>(samples)),
          m_spans(m_rows.begin(), m_rows.end())
    {
    }

    template <class Real>
    void compute(Evaluator<Real>& evaluator, std::span<const double> variables, const Draws& draws,
                 std::size_t point)
    {
        evaluator.run(variables, draws, point, m_rows.empty() ? 0 : m_rows.front().size(), m_spans);
        for (std::size_t r = 0; r < m_rows.size(); ++r)
            if (m_kernel.roots()[r].isScalar)
                std::ranges::fill(m_rows[r], m_rows[r].front());
    }

    [[nodiscard]] std::span<const double> operator[](std::size_t row) const { return m_rows[row]; }

private:
    const Kernel& m_kernel;
    std::vector<std::vector<double>> m_rows;
    std::vector<std::span<double>> m_spans;
};

/// What one thread computes points with.
template <class Real>
class PointWorker
{
public:
    PointWorker(const Computation::Parts& parts, const Kernel& kernel, const Kernel* valueKernel,
                std::size_t samples)
        : m_parts(parts),
          m_variables(parts.variableValues(kernel)),
          m_evaluator(kernel, samples),
          m_rows(kernel, samples),
          m_draws(parts.draws()),
          m_values(parts.variants.size())
    {
        if (valueKernel != nullptr)
            m_differences.emplace(parts, *valueKernel, samples);
    }

    void compute(Curves& curves, std::size_t point)
    {
        const double x = curves.x[point];
        m_rows.compute(m_evaluator, m_variables.at(x), m_draws, point);
        curves.noiseFreeValue[point] = m_rows[m_parts.noiseFreeRows.value].front();
        const double target = m_rows[m_parts.noiseFreeRows.gradient].front();
        summariseValues(curves, point);
        for (std::size_t v = 0; v < curves.variants.size(); ++v)
            summariseGradient(curves.variants[v], m_parts.rows[v].gradient, target, point);
        if (m_differences)
            computeDifferences(curves, point);
    }

private:
    struct Differences
    {
        Differences(const Computation::Parts& parts, const Kernel& kernel, std::size_t samples)
            : variables(parts.variableValues(kernel)),
              evaluator(kernel, samples),
              above(kernel, samples),
              below(kernel, samples)
        {
        }

        VariableValues variables;
        Evaluator<Real> evaluator;
        SampleRows above;
        SampleRows below;
    };

    /// Variants that differ in their gradients alone have the same values, and so the same statistics of
    /// them.
    void summariseValues(Curves& curves, std::size_t point)
    {
        for (std::size_t v = 0; v < curves.variants.size(); ++v) {
            const auto same = std::ranges::find(m_parts.rows, m_parts.rows[v].value, &VariantRows::value);
            const auto first = static_cast<std::size_t>(same - m_parts.rows.begin());
            m_values[v] = first < v ? m_values[first] : m_summariser.summarise(m_rows[m_parts.rows[v].value]);
            store(m_values[v], curves.variants[v].value, point);
        }
    }

    void summariseGradient(VariantCurves& variant, std::size_t row, double target, std::size_t point)
    {
        const Summary summary = m_summariser.summarise(m_rows[row]);
        store(summary, variant.gradient, point);
        const Comparison comparison = m_summariser.compare(summary, target);
        variant.comparison.noiseFree[point] = target;
        for (const auto& [curve, number] : comparisonCurves)
            (variant.comparison.*curve)[point] = comparison.*number;
    }

    void computeDifferences(Curves& curves, std::size_t point)
    {
        const double x = curves.x[point];
        const double h = m_parts.differenceStep;
        Differences& d = *m_differences;
        d.above.compute(d.evaluator, d.variables.at(x + h), m_draws, point);
        d.below.compute(d.evaluator, d.variables.at(x - h), m_draws, point);
        for (std::size_t v = 0; v < curves.variants.size(); ++v) {
            const std::size_t row = m_parts.valueRows[v];
            const Estimate estimate = m_summariser.difference(d.above[row], d.below[row], 2.0 * h);
            curves.variants[v].comparison.gradientOfMean[point] = estimate.value;
            curves.variants[v].comparison.gradientOfMeanError[point] = estimate.error;
        }
    }

    const Computation::Parts& m_parts;
    VariableValues m_variables;
    Evaluator<Real> m_evaluator;
    SampleRows m_rows;
    Draws m_draws;
    std::optional<Differences> m_differences;
    Summariser m_summariser;
    std::vector<Summary> m_values;
};

Curves emptyCurves(const Computation::Parts& parts, std::vector<double> x, std::size_t samples,
                   bool withGradientOfMean)
{
    Curves curves{.input = parts.input,
                  .output = parts.outputName,
                  .samples = samples,
                  .x = std::move(x),
                  .noiseFreeValue = {},
                  .variants = {}};
    const std::size_t points = curves.x.size();
    curves.noiseFreeValue.resize(points);
    for (const PreparedVariant& prepared : parts.variants) {
        VariantCurves& variant = curves.variants.emplace_back();
        variant.name = prepared.name;
        variant.disconnected = prepared.graph.isDisconnected;
        resize(variant.value, points);
        resize(variant.gradient, points);
        variant.comparison.noiseFree.resize(points);
        for (const auto& [curve, number] : comparisonCurves)
            (variant.comparison.*curve).resize(points);
        if (withGradientOfMean) {
            variant.comparison.gradientOfMean.resize(points);
            variant.comparison.gradientOfMeanError.resize(points);
        }
    }
    return curves;
}

void checkMemory(std::size_t rows, std::size_t threads, std::size_t samples)
{
    // Beside the rows themselves, each thread keeps two copies of one for sorting.
    const std::size_t limit = maximumBytes / (sizeof(double) * (rows + 2) * threads);
    if (samples > limit)
        throw ExperimentError(std::to_string(samples) +
                              " samples do not fit in memory; this experiment takes at most " +
                              std::to_string(limit));
}

template <class Real>
std::optional<Curves> run(const Computation::Parts& parts, Curves curves,
                          const Computation::SweepOptions& options, std::size_t threads,
                          const std::stop_token& stop)
{
    const Kernel kernel = parts.roots.compile();
    const Kernel valueKernel = parts.valueRoots.compile();
    tbb::enumerable_thread_specific<PointWorker<Real>> workers([&] {
        return PointWorker<Real>(parts, kernel, options.withGradientOfMean ? &valueKernel : nullptr,
                                 curves.samples);
    });
    std::atomic<std::size_t> done = 0;
    const auto computePoint = [&](std::size_t point) {
        if (stop.stop_requested())
            return;
        workers.local().compute(curves, point);
        ++done;
        if (options.progress)
            options.progress(static_cast<double>(done) / static_cast<double>(curves.x.size()));
    };
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, curves.x.size(), computePoint); });
    if (done < curves.x.size())
        return std::nullopt;
    return curves;
}

} // namespace

std::optional<Curves> Computation::sweep(const SweepOptions& options, const std::stop_token& stop) const
{
    const std::size_t samples = options.samples == 0 ? m_parts->experiment.samples : options.samples;
    const std::size_t cores =
        options.threads == 0 ? static_cast<std::size_t>(tbb::info::default_concurrency()) : options.threads;
    const std::size_t threads = std::min(cores, m_parts->experiment.points);
    const std::size_t variants = m_parts->variants.size();
    checkMemory(2 * (variants + 1) + (options.withGradientOfMean ? 2 * variants : 0), threads, samples);
    Curves curves = emptyCurves(*m_parts, sweepPoints(), samples, options.withGradientOfMean);
    if (m_parts->experiment.precision == Precision::float32)
        return run<float>(*m_parts, std::move(curves), options, threads, stop);
    return run<double>(*m_parts, std::move(curves), options, threads, stop);
}

} // namespace sluice
