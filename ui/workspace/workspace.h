// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/experiment_view.h"
#include "core/language/program.h"
#include "ui/workspace/computation_thread.h"
#include "ui/workspace/known_texts.h"
#include "ui/workspace/literal_rewriting.h"
#include "ui/workspace/outcome.h"

#include <QObject>
#include <QUndoStack>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice {

/// The open experiment: what it is, what its text means, what was last computed, and how it came to be
/// (undo). Everything that shows or changes the experiment does so through here.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);

    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    /// The text that is shown and edited: the selected variant's own, else the experiment's.
    [[nodiscard]] const std::string& shownText() const;
    /// Whether it is the selected variant's own.
    [[nodiscard]] bool isShowingOwnText() const;
    /// What the shown text means, or meant when it last had no error; null before the first such text.
    [[nodiscard]] const std::shared_ptr<const Program>& program() const { return m_program; }
    /// Whether the program is that of the text as it stands.
    [[nodiscard]] bool isProgramCurrent() const { return m_program && m_programText == shownText(); }
    /// The selected variant by itself, as it stands, with the program; only where there is one.
    [[nodiscard]] LoneVariant selectedAlone() const;
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }
    [[nodiscard]] bool hasErrors() const;
    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const Outcome>& outcome() const { return m_outcome; }
    /// The last answer that has curves; null before the first.
    [[nodiscard]] const std::shared_ptr<const Outcome>& shownOutcome() const { return m_shownOutcome; }
    /// Whether what is shown, if anything, is not of the experiment as it stands and won't be: the text has
    /// errors, or it can't be computed.
    [[nodiscard]] bool hasFailed() const;
    /// The last curves of a variant; null where there are none, or of other gates.
    [[nodiscard]] const VariantCurves* curvesOf(std::size_t variant) const;
    /// What the last answer says of a variant's gates; empty where it is about other gates.
    [[nodiscard]] std::vector<GateEffect> effectsOf(std::size_t variant) const;

    [[nodiscard]] const ExperimentView& view() const { return m_view; }
    [[nodiscard]] std::size_t selectedVariant() const { return m_view.selected; }
    void selectVariant(std::size_t variant);
    [[nodiscard]] bool isHidden(std::size_t variant) const;
    void setHidden(std::size_t variant, bool hidden);
    /// What is drawn of the curves; no step of undo, but kept in files.
    void setPlots(const PlotChoices& plots);

    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }
    /// A number for changes that belong together and are undone in one step.
    [[nodiscard]] int beginGesture() { return ++m_lastGesture; }

    /// Another experiment in place of this one; there is no way back.
    void open(Experiment experiment, ExperimentView view = {});
    /// Changes the experiment as one step of undo, or as part of one.
    void change(const QString& action, Experiment experiment, int gesture = -1);
    /// Selects the variant of the shown text that has these gates; a new one where there is none.
    void tryGates(const std::vector<std::string>& gates);
    /// The shown text.
    void setText(const QString& text, int gesture);
    /// Rewrites numbers in the text, at once or as soon as it has been read. Nothing happens while it has
    /// errors.
    void setLiterals(const QString& action, std::vector<LiteralValue> values, int gesture);

    /// Whether the curves are to hold d/dx of the mean value; without, they come three times as fast.
    void setWithGradientOfMean(bool wanted);
    /// Whether single samples along the sweep are wanted.
    void setWithPaths(bool wanted);

    [[nodiscard]] bool isBusy() const { return m_finished != m_submitted; }
    [[nodiscard]] double progress() const { return m_thread.progress(); }
    /// Ends the computation that runs; the last picture stays.
    void stop();

signals:
    void experimentChanged();
    /// The program or the diagnostics.
    void readingChanged();
    void selectionChanged();
    void hiddenChanged();
    void plotsChanged();
    void outcomeChanged();
    void busyChanged(bool busy);

private:
    struct PendingLiterals
    {
        QString action;
        std::vector<LiteralValue> values;
        int gesture = -1;
    };

    void adopt(const Experiment& experiment);
    [[nodiscard]] KnownTexts::Owner shownOwner() const;
    void followShownText(const KnownTexts::Owner& owner, const std::string& text);
    Job jobOf(std::optional<std::size_t> unread);
    /// The last answers with the variants' colours as they are now.
    void recolorOutcomes();
    void readText();
    void countLongReadings(double milliseconds);
    void takeReading(const std::shared_ptr<const Reading>& reading);
    void compute();
    void submit(bool isRead);
    void acceptReading(std::uint64_t job, const std::shared_ptr<const Reading>& reading, double milliseconds);
    void acceptOutcome(const std::shared_ptr<const Outcome>& outcome);
    void acceptEnd(std::uint64_t job);
    void setFinished(std::uint64_t job);

    Experiment m_experiment;
    std::shared_ptr<const Program> m_program;
    std::string m_programText;
    KnownTexts m_knownTexts;
    std::vector<Diagnostic> m_diagnostics;
    std::shared_ptr<const Outcome> m_outcome;
    std::shared_ptr<const Outcome> m_shownOutcome;
    ExperimentView m_view;
    bool m_withGradientOfMean = false;
    bool m_withPaths = false;
    QUndoStack m_undoStack;
    int m_lastGesture = 0;
    std::optional<PendingLiterals> m_pending;

    /// What was last asked for: the same is not computed twice. Null after a stop.
    std::optional<Job> m_lastJob;
    /// How many of the last readings, without a short one between, took long: after some, the thread reads.
    int m_longReadings = 0;
    /// The job that reads the text, while the thread does that.
    std::uint64_t m_readingJob = 0;
    /// The last job of the experiment that was open before.
    std::uint64_t m_lastForeignJob = 0;
    std::uint64_t m_submitted = 0;
    std::uint64_t m_finished = 0;
    ComputationThread m_thread;
};

} // namespace sluice
