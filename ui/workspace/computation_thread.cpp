// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/computation_thread.h"

#include "ui/phrase_text.h"

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

/// The experiment without the settings, the output and the swept variable that no text has. While a text is
/// edited names come and go, and what was chosen for one waits for it to come back.
Experiment forPrograms(Experiment experiment, const ExperimentPrograms& programs)
{
    const Program& own = *programs.own;
    if (experiment.output && own.findPlace(*experiment.output) == nullptr) {
        experiment.output.reset();
    }
    if (experiment.withRespectTo && !own.findVariable(*experiment.withRespectTo)) {
        experiment.withRespectTo.reset();
    }
    std::erase_if(experiment.settings, [&](const auto& setting) {
        const auto has = [&](const auto& program) {
            return program->findVariable(setting.first).has_value();
        };
        return !has(programs.own) && std::ranges::none_of(programs.variants, has);
    });
    return experiment;
}

Outcome outcomeOf(const Job& job, const ExperimentPrograms& programs)
{
    Outcome outcome;
    outcome.number = job.number;
    outcome.experiment = programs.own ? forPrograms(job.experiment, programs) : job.experiment;
    outcome.programs = programs;
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
    ExperimentPrograms programs;
    const auto fail = [&](const QString& error) {
        Outcome outcome = outcomeOf(job, programs);
        outcome.error = error;
        emit computed(std::make_shared<const Outcome>(std::move(outcome)));
    };
    try {
        Job known = job;
        if (job.unread) {
            const std::string& text = textOf(job.experiment, *job.unread);
            const auto start = std::chrono::steady_clock::now();
            const auto reading = std::make_shared<const Reading>(read(text));
            emit textRead(job.number, reading, millisecondsSince(start));
            if (!reading->program) {
                return;
            }
            known.programs.insert_or_assign(text,
                                            std::shared_ptr<const Program>(reading, &*reading->program));
        }
        programs = programsOf(ownProgramOf(known), job.experiment, known.programs);
        compute(job, programs, ending);
    } catch (const std::bad_alloc&) {
        fail(tr("There is not enough memory for so many points, samples and variants; take fewer"));
    } catch (const std::exception& exception) {
        fail(messageOf(exception));
    }
}

std::shared_ptr<const Program> ComputationThread::ownProgramOf(const Job& job)
{
    if (const auto found = job.programs.find(job.experiment.text); found != job.programs.end()) {
        return found->second;
    }
    const auto reading = std::make_shared<const Reading>(read(job.experiment.text));
    if (!reading->program) {
        throw std::runtime_error(
            tr("The experiment's own text has errors: select a variant without a text of its "
               "own to see and mend them")
                .toStdString());
    }
    return {reading, &*reading->program};
}

void ComputationThread::compute(const Job& job, const ExperimentPrograms& programs,
                                const std::stop_token& ending)
{
    Outcome outcome = outcomeOf(job, programs);
    const Experiment experiment = outcome.experiment;
    const Computation computation(programs, experiment);
    outcome.effects = computation.effects();
    outcome.points = computation.evaluate(computation.pointsOfInterest());
    if (job.withPaths) {
        if (auto paths = computation.samplePaths(SamplePaths::shown, ending)) {
            outcome.paths = std::make_shared<const SamplePaths>(std::move(*paths));
        }
    }
    Computation::SweepOptions options;
    options.withGradientOfMean = job.withGradientOfMean;

    std::size_t nodes = 0;
    for (const auto& program : programs.variants) {
        nodes += program->graph.size();
    }
    const double unitsPerSample = static_cast<double>(experiment.points) * static_cast<double>(nodes) *
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
