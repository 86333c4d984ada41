// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "ui/workspace/long_question.h"

#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace sluice {

class Workspace;

/// The advisor's answer to an experiment. Never changed.
struct AdvisedExperiment
{
    std::shared_ptr<const Program> program;
    /// Without variants: placements are advised on for the selected variant's text.
    Experiment experiment;
    /// Gates that were kept.
    Gates kept;
    /// Nothing where there is an error.
    std::optional<Advice> advice;
    QString error;
};

/// Asks the advisor off the GUI thread, as long as somebody wants to know: it may take long.
class Advices : public LongQuestion
{
    Q_OBJECT

public:
    explicit Advices(Workspace& workspace, QObject* parent = nullptr);

    /// Whether answers are wanted now: while they are, every change of the experiment is asked about.
    void setWanted(bool wanted);
    /// Whether the selected variant's gates stay, and others are added to them.
    void setKeepingGates(bool keeping);
    [[nodiscard]] bool isKeepingGates() const { return m_isKeepingGates; }

    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const AdvisedExperiment>& shown() const { return m_shown; }
    /// Whether it is of the experiment as it stands.
    [[nodiscard]] bool isCurrent() const;
    /// Asks again after a stop.
    void ask();

private:
    [[nodiscard]] std::optional<AdvisedExperiment> question() const;
    void askIfWanted();

    Workspace& m_workspace;
    QTimer m_pause;
    bool m_isWanted = false;
    bool m_isKeepingGates = false;
    /// What was last asked, also where it was stopped: it is not asked again by itself.
    std::optional<AdvisedExperiment> m_asked;
    std::shared_ptr<const AdvisedExperiment> m_shown;
};

} // namespace sluice
