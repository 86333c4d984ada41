// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/computation_thread.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>
#include <utility>

namespace sluice {

namespace {

/// What is expected to take no longer is computed at once, without a coarse answer before.
constexpr double acceptableMilliseconds = 30.0;
constexpr double coarseMilliseconds = 12.0;
constexpr std::size_t fewestSamples = 24;
/// Values at both sides of each point, beside those at the point.
constexpr double costOfDifferences = 3.0;

double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The experiment without the settings, the output and the swept variable that the program doesn't have.
/// While the text is edited names come and go, and what was chosen for one waits for it to come back.
Experiment forProgram(Experiment experiment, const Program& program)
{
    if (experiment.output && program.findPlace(*experiment.output) == nullptr) {
        experiment.output.reset();
    }
    if (experiment.withRespectTo && !program.findVariable(*experiment.withRespectTo)) {
        experiment.withRespectTo.reset();
    }
    std::erase_if(experiment.settings,
                  [&](const auto& setting) { return !program.findVariable(setting.first); });
    return experiment;
}

Outcome outcomeOf(const Job& job, const std::shared_ptr<const Program>& program)
{
    Outcome outcome;
    outcome.number = job.number;
    outcome.experiment = program ? forProgram(job.experiment, *program) : job.experiment;
    outcome.program = program;
    return outcome;
}

} // namespace

ComputationThread::ComputationThread(QObject* parent) : QObject(parent)
{
    qRegisterMetaType<std::shared_ptr<const Outcome>>();
    qRegisterMetaType<std::shared_ptr<const Reading>>();
    m_thread = std::jthread([this](const std::stop_token& ending) { run(ending); });
}

ComputationThread::~ComputationThread()
{
    m_thread.request_stop();
    stop();
}

void ComputationThread::submit(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = std::move(job);
        if (m_passIsRefinement) {
            m_stopPass.request_stop();
        }
    }
    m_wake.notify_one();
}

void ComputationThread::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.reset();
    m_jobIsStopped = true;
    m_stopPass.request_stop();
}

void ComputationThread::run(const std::stop_token& ending)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return m_waiting.has_value(); })) {
                return;
            }
            job = *std::exchange(m_waiting, std::nullopt);
            m_jobIsStopped = false;
            m_passIsRefinement = false;
        }
        process(job, ending);
        emit finished(job.number);
    }
}

void ComputationThread::process(const Job& job, const std::stop_token& ending)
{
    std::shared_ptr<const Program> program = job.program;
    const auto fail = [&](const QString& error) {
        Outcome outcome = outcomeOf(job, program);
        outcome.error = error;
        emit computed(std::make_shared<const Outcome>(std::move(outcome)));
    };
    try {
        if (program == nullptr) {
            const auto start = std::chrono::steady_clock::now();
            const auto reading = std::make_shared<const Reading>(read(job.experiment.text));
            emit textRead(job.number, reading, millisecondsSince(start));
            if (!reading->program) {
                return;
            }
            program = {reading, &*reading->program};
        }
        compute(job, program, ending);
    } catch (const std::bad_alloc&) {
        fail(tr("There is not enough memory for so many points, samples and variants; take fewer"));
    } catch (const std::exception& exception) {
        fail(QString::fromUtf8(exception.what()));
    }
}

void ComputationThread::compute(const Job& job, const std::shared_ptr<const Program>& program,
                                const std::stop_token& ending)
{
    Outcome outcome = outcomeOf(job, program);
    const Experiment experiment = outcome.experiment;
    const Computation computation(*program, experiment);
    outcome.effects = computation.effects();
    outcome.points = computation.evaluate(computation.pointsOfInterest());
    if (job.withPaths) {
        if (auto paths = samplePathsOf(*program, experiment, SamplePaths::shown)) {
            outcome.paths = std::make_shared<const SamplePaths>(std::move(*paths));
        }
    }
    Computation::SweepOptions options;
    options.withGradientOfMean = job.withGradientOfMean;

    const double unitsPerSample = static_cast<double>(experiment.points * experiment.variants.size()) *
                                  static_cast<double>(program->graph.size()) *
                                  (job.withGradientOfMean ? costOfDifferences : 1.0);
    const double expected =
        unitsPerSample * static_cast<double>(experiment.samples) * m_nanosecondsPerUnit * 1e-6;
    if (expected > acceptableMilliseconds && experiment.samples > fewestSamples) {
        const auto affordable = static_cast<double>(experiment.samples) * coarseMilliseconds / expected;
        const auto samples = std::max(fewestSamples, static_cast<std::size_t>(affordable));
        outcome.isCoarse = true;
        options.samples = samples;
        if (!pass(computation, outcome, options, unitsPerSample * static_cast<double>(samples), ending)) {
            return;
        }
        outcome.isCoarse = false;
        const std::scoped_lock lock(m_mutex);
        if (m_waiting) {
            return;
        }
        m_passIsRefinement = true;
    }
    options.samples = 0;
    pass(computation, std::move(outcome), options, unitsPerSample * static_cast<double>(experiment.samples),
         ending);
    const std::scoped_lock lock(m_mutex);
    m_passIsRefinement = false;
}

bool ComputationThread::pass(const Computation& computation, Outcome outcome,
                             Computation::SweepOptions options, double units, const std::stop_token& ending)
{
    std::stop_token stop;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopPass = {};
        stop = m_stopPass.get_token();
        if (m_jobIsStopped || ending.stop_requested() || (m_passIsRefinement && m_waiting)) {
            return false;
        }
    }
    options.cache = &m_cache;
    options.progress = [this](double share) { m_progress.store(share, std::memory_order_relaxed); };
    m_progress.store(0.0, std::memory_order_relaxed);

    const auto start = std::chrono::steady_clock::now();
    auto curves = computation.sweep(options, stop);
    if (!curves) {
        return false;
    }
    outcome.milliseconds = millisecondsSince(start);
    m_nanosecondsPerUnit = std::clamp(outcome.milliseconds * 1e6 / std::max(units, 1.0), 0.01, 1000.0);
    outcome.curves = std::make_shared<const Curves>(std::move(*curves));
    emit computed(std::make_shared<const Outcome>(std::move(outcome)));
    return true;
}

} // namespace sluice
