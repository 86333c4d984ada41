// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "ui/workspace/latest_task.h"

#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

namespace sluice {

class Workspace;

/// The advisor's answer to an experiment. Never changed.
struct AdvisedExperiment
{
    std::uint64_t number = 0;
    std::shared_ptr<const Program> program;
    /// Without variants: placements are advised on for the text.
    Experiment experiment;
    /// Gates that were kept.
    Gates kept;
    /// Nothing where there is an error.
    std::optional<Advice> advice;
    QString error;
};

/// Asks the advisor off the GUI thread, as long as somebody wants to know: it may take long.
class Advices : public QObject
{
    Q_OBJECT

public:
    explicit Advices(Workspace& workspace, QObject* parent = nullptr);
    ~Advices() override;

    /// Whether answers are wanted now: while they are, every change of the experiment is asked about.
    void setWanted(bool wanted);
    /// Whether the selected variant's gates stay, and others are added to them.
    void setKeepingGates(bool keeping);
    [[nodiscard]] bool isKeepingGates() const { return m_isKeepingGates; }

    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const AdvisedExperiment>& shown() const { return m_shown; }
    /// Whether it is of the experiment as it stands.
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] double progress() const { return m_progress->load(std::memory_order_relaxed); }
    /// How long the question has been running, in milliseconds.
    [[nodiscard]] qint64 elapsed() const { return m_isRunning ? m_clock.elapsed() : 0; }

    /// Ends what runs; the last answer stays.
    void stop();
    /// Asks again after a stop.
    void ask();

signals:
    void changed();
    /// From the thread.
    void advised(std::shared_ptr<const sluice::AdvisedExperiment> advised);

private:
    [[nodiscard]] std::optional<AdvisedExperiment> question() const;
    void askIfWanted();
    void accept(const std::shared_ptr<const AdvisedExperiment>& advised);

    Workspace& m_workspace;
    QTimer m_pause;
    QElapsedTimer m_clock;
    bool m_isWanted = false;
    bool m_isKeepingGates = false;
    bool m_isRunning = false;
    std::uint64_t m_lastNumber = 0;
    /// What was last asked, also where it was stopped: it is not asked again by itself.
    std::optional<AdvisedExperiment> m_asked;
    std::shared_ptr<const AdvisedExperiment> m_shown;
    /// Of the question that runs; a stopped one may still count for a while.
    std::shared_ptr<std::atomic<double>> m_progress;
    /// Last, so that it has ended before anything else goes.
    LatestTask m_task;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::AdvisedExperiment>)
