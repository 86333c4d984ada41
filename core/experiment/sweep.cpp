// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/experiment/computation_parts.h"
#include "core/experiment/streamed_point.h"
#include "core/experiment/sweep_curves.h"
#include "core/experiment/sweep_work.h"
#include "core/statistics/summary.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace sluice {

namespace {

/// More samples of a point than this are read as a stream; so are fewer where there are many rows. It is
/// decided by the experiment alone, so that the bits don't depend on the machine.
constexpr std::size_t mostSamplesAtOnce = std::size_t{1} << 20;
constexpr std::size_t mostBytesAtOnce = std::size_t{1} << 28;

/// Beyond this a source's draws would repeat.
constexpr std::size_t mostSamples = std::size_t{1} << 33;

bool isStreamed(const Computation::Parts& parts, std::size_t samples)
{
    const std::size_t rows = 4 * (parts.variants.size() + parts.texts.size());
    return samples > StreamedSummary::largestBlockSize &&
           (samples > mostSamplesAtOnce || samples > mostBytesAtOnce / sizeof(double) / rows);
}

/// Counts what is done and says so.
class Progress
{
public:
    Progress(const std::function<void(double)>& report, std::size_t all) : m_report(report), m_all(all) {}

    void advance()
    {
        ++m_done;
        if (m_report)
            m_report(static_cast<double>(m_done) / static_cast<double>(m_all));
    }
    [[nodiscard]] bool isComplete() const { return m_done == m_all; }

private:
    const std::function<void(double)>& m_report;
    std::size_t m_all;
    std::atomic<std::size_t> m_done = 0;
};

/// Reads the curves of a point off all of its samples.
template <class Real>
class PointWorker
{
public:
    PointWorker(const SweepKernels<Real>& kernels, std::size_t samples)
        : m_parts(kernels.parts), m_work(kernels, samples), m_values(kernels.parts.variants.size())
    {
    }

    void compute(Curves& curves, std::size_t point)
    {
        m_work.compute(curves.x[point], point, {.first = 0, .count = curves.samples});
        curves.noiseFreeValue[point] = m_work.first(m_parts.noiseFreeRows.value);
        summariseValues(curves, point);
        for (std::size_t v = 0; v < curves.variants.size(); ++v) {
            const double target = m_work.first(m_parts.targetOf(v).gradient);
            const Summary summary = m_summariser.summarise(m_work.row(m_parts.rows[v].gradient));
            store(summary, curves.variants[v].gradient, point);
            store(m_summariser.compare(summary, target), target, curves.variants[v].comparison, point);
        }
        if (m_work.hasDifferences())
            summariseDifferences(curves, point);
    }

private:
    /// Variants that differ in their gradients alone have the same values, and so the same statistics of
    /// them.
    void summariseValues(Curves& curves, std::size_t point)
    {
        for (std::size_t v = 0; v < curves.variants.size(); ++v) {
            const auto same = std::ranges::find(m_parts.rows, m_parts.rows[v].value, &VariantRows::value);
            const auto first = static_cast<std::size_t>(same - m_parts.rows.begin());
            m_values[v] =
                first < v ? m_values[first] : m_summariser.summarise(m_work.row(m_parts.rows[v].value));
            store(m_values[v], curves.variants[v].value, point);
        }
    }

    void summariseDifferences(Curves& curves, std::size_t point)
    {
        for (std::size_t v = 0; v < curves.variants.size(); ++v) {
            const std::size_t row = m_parts.valueRows[v];
            store(m_summariser.difference(m_work.above(row), m_work.below(row), 2.0 * m_parts.differenceStep),
                  curves.variants[v].comparison, point);
        }
    }

    const Computation::Parts& m_parts;
    SweepWork<Real> m_work;
    Summariser m_summariser;
    std::vector<Summary> m_values;
};

/// Points side by side; false where it was stopped.
template <class Real>
bool sweepPoints(const SweepKernels<Real>& kernels, Curves& curves, Progress& progress,
                 const std::stop_token& stop)
{
    tbb::enumerable_thread_specific<PointWorker<Real>> workers(
        [&] { return PointWorker<Real>(kernels, curves.samples); });
    tbb::parallel_for(std::size_t{0}, curves.x.size(), [&](std::size_t point) {
        if (stop.stop_requested())
            return;
        workers.local().compute(curves, point);
        progress.advance();
    });
    return progress.isComplete();
}

std::size_t blocksOf(std::size_t samples)
{
    const std::size_t size = StreamedSummary::blockSizeFor(samples);
    return (samples + size - 1) / size;
}

/// One point after the other, and the samples of each in blocks side by side.
template <class Real>
bool streamPoints(const SweepKernels<Real>& kernels, Curves& curves, Progress& progress,
                  const std::stop_token& stop)
{
    const std::size_t blockSize = StreamedSummary::blockSizeFor(curves.samples);
    tbb::enumerable_thread_specific<SweepWork<Real>> works(
        [&] { return SweepWork<Real>(kernels, blockSize); });
    const auto blocksAtOnce = 2 * static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
    for (std::size_t point = 0; point < curves.x.size(); ++point) {
        StreamedPoint streamed(kernels.parts, curves.samples);
        std::size_t next = 0;
        const auto number = [&](tbb::flow_control& flow) {
            if (next == blocksOf(curves.samples) || stop.stop_requested())
                flow.stop();
            return next++;
        };
        const auto compute = [&](std::size_t block) {
            SweepWork<Real>& work = works.local();
            const std::size_t first = block * blockSize;
            work.compute(curves.x[point], point,
                         {.first = first, .count = std::min(blockSize, curves.samples - first)});
            const StreamedPoint::Row row = [&](std::size_t r) { return work.row(r); };
            const StreamedPoint::FirstOfRow firstOf = [&](std::size_t r) { return work.first(r); };
            if (!work.hasDifferences())
                return streamed.summarised(row, firstOf, {}, {});
            return streamed.summarised(
                row, firstOf, [&](std::size_t r) { return work.above(r); },
                [&](std::size_t r) { return work.below(r); });
        };
        const auto append = [&](StreamedPoint::Block block) {
            streamed.append(std::move(block));
            progress.advance();
        };
        tbb::parallel_pipeline(
            blocksAtOnce,
            tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, number) &
                tbb::make_filter<std::size_t, StreamedPoint::Block>(tbb::filter_mode::parallel, compute) &
                tbb::make_filter<StreamedPoint::Block, void>(tbb::filter_mode::serial_in_order, append));
        if (stop.stop_requested())
            return false;
        streamed.store(curves, point);
        curves.rankError = std::max(curves.rankError, streamed.rankError());
    }
    return progress.isComplete();
}

template <class Real>
std::optional<Curves> run(const Computation::Parts& parts, Curves curves,
                          const Computation::SweepOptions& options, const std::stop_token& stop)
{
    SweepKernels<Real> kernels(parts, options.withGradientOfMean);
    const bool streams = isStreamed(parts, curves.samples);
    Progress progress(options.progress, curves.x.size() * (streams ? blocksOf(curves.samples) : 1));
    if (options.cache != nullptr && !streams)
        kernels.keepDraws(*options.cache, curves.x.size(), parts.experiment.samples);
    const auto sweepAll = [&] {
        return streams ? streamPoints(kernels, curves, progress, stop)
                       : sweepPoints(kernels, curves, progress, stop);
    };
    tbb::task_arena arena(static_cast<int>(
        options.threads == 0 ? static_cast<std::size_t>(tbb::info::default_concurrency()) : options.threads));
    if (!arena.execute(sweepAll))
        return std::nullopt;
    return curves;
}

} // namespace

std::optional<Curves> Computation::sweep(const SweepOptions& options, const std::stop_token& stop) const
{
    const std::size_t samples = options.samples == 0 ? m_parts->experiment.samples : options.samples;
    if (samples > mostSamples)
        throw ExperimentError(Phrase::of("%1 samples are too many; take at most %2",
                                         {std::to_string(samples), std::to_string(mostSamples)}));
    Curves curves = emptyCurves(*m_parts, sweepPoints(), samples, options.withGradientOfMean);
    if (m_parts->experiment.precision == Precision::float32)
        return run<float>(*m_parts, std::move(curves), options, stop);
    return run<double>(*m_parts, std::move(curves), options, stop);
}

} // namespace sluice
