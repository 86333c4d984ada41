// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweep_cache.h"
#include "ui/workspace/outcome.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace sluice {

/// Computes off the GUI thread. The latest job wins: while one runs, only the newest of those that came since
/// is kept. What has begun is carried to its first answer, or steady dragging would show nothing; only the
/// refinement of a coarse answer gives way to a newer job.
class ComputationThread : public QObject
{
    Q_OBJECT

public:
    explicit ComputationThread(QObject* parent = nullptr);
    ~ComputationThread() override;

    void submit(Job job);
    /// Drops what waits and ends what runs, without an answer.
    void stop();
    /// The share done of the pass that runs.
    [[nodiscard]] double progress() const noexcept { return m_progress.load(std::memory_order_relaxed); }

signals:
    /// The text of a job that came without a program has been read. Emitted from the thread, like all below.
    void textRead(std::uint64_t job, std::shared_ptr<const sluice::Reading> reading, double milliseconds);
    void computed(std::shared_ptr<const sluice::Outcome> outcome);
    /// Nothing more is to come of this job.
    void finished(std::uint64_t job);

private:
    void run(const std::stop_token& ending);
    void process(const Job& job, const std::stop_token& ending);
    void compute(const Job& job, const ExperimentPrograms& programs, const std::stop_token& ending);
    /// What the experiment's own text means, which may not be the one that is shown and edited.
    [[nodiscard]] static std::shared_ptr<const Program> ownProgramOf(const Job& job);
    /// One pass over the sweep; false where it was stopped.
    bool pass(const Computation& computation, Outcome outcome, Computation::SweepOptions options,
              double units, const std::stop_token& ending);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_waiting;
    std::stop_source m_stopPass;
    bool m_passIsRefinement = false;
    bool m_jobIsStopped = false;
    std::atomic<double> m_progress = 0.0;
    /// The draws of the last pass; only the thread uses them.
    SweepCache m_cache;
    /// How long a node takes for a sample, as last measured; only the thread uses it.
    double m_nanosecondsPerUnit = 4.0;
    /// Last, so that it has ended before what it uses goes.
    std::jthread m_thread;
};

} // namespace sluice
