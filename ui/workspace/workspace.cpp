// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "ui/workspace/experiment_change.h"
#include "ui/workspace/variant_editing.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

constexpr std::size_t longestTextReadAtOnce = 16 * 1024;
constexpr double longestReadingAtOnce = 8.0;
// One reading may take long because the machine was busy, several do because of the text.
constexpr int longReadingsAtOnce = 3;
constexpr int undoLimit = 500;

} // namespace

std::string normalizedText(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            result += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            result += '\n';
        }
    }
    return result;
}

Workspace::Workspace(QObject* parent) : QObject(parent)
{
    m_undoStack.setUndoLimit(undoLimit);
    connect(&m_thread, &ComputationThread::textRead, this, &Workspace::acceptReading, Qt::QueuedConnection);
    connect(&m_thread, &ComputationThread::computed, this, &Workspace::acceptOutcome, Qt::QueuedConnection);
    connect(&m_thread, &ComputationThread::finished, this, &Workspace::acceptEnd, Qt::QueuedConnection);
}

bool Workspace::hasErrors() const
{
    return std::ranges::any_of(m_diagnostics,
                               [](const Diagnostic& each) { return each.severity == Severity::error; });
}

bool Workspace::hasFailed() const
{
    return hasErrors() || (m_outcome && !m_outcome->error.isEmpty());
}

const VariantCurves* Workspace::curvesOf(std::size_t variant) const
{
    if (m_shownOutcome == nullptr || variant >= m_experiment.variants.size() ||
        variant >= m_shownOutcome->curves->variants.size() ||
        m_shownOutcome->experiment.variants[variant].gates != m_experiment.variants[variant].gates) {
        return nullptr;
    }
    return &m_shownOutcome->curves->variants[variant];
}

std::vector<GateEffect> Workspace::effectsOf(std::size_t variant) const
{
    if (m_outcome == nullptr || variant >= m_experiment.variants.size() ||
        variant >= m_outcome->effects.size() ||
        m_outcome->experiment.variants[variant].gates != m_experiment.variants[variant].gates) {
        return {};
    }
    return m_outcome->effects[variant];
}

void Workspace::selectVariant(std::size_t variant)
{
    if (variant < m_experiment.variants.size() && variant != m_view.selected) {
        m_view.selected = variant;
        emit selectionChanged();
    }
}

bool Workspace::isHidden(std::size_t variant) const
{
    return m_view.hidden.contains(variant);
}

void Workspace::setHidden(std::size_t variant, bool hidden)
{
    if (variant >= m_experiment.variants.size() || isHidden(variant) == hidden) {
        return;
    }
    if (hidden) {
        m_view.hidden.insert(variant);
    } else {
        m_view.hidden.erase(variant);
    }
    emit hiddenChanged();
}

void Workspace::setPlots(const PlotChoices& plots)
{
    if (plots != m_view.plots) {
        m_view.plots = plots;
        emit plotsChanged();
    }
}

void Workspace::open(Experiment experiment, ExperimentView view)
{
    m_thread.stop();
    setFinished(m_submitted);
    m_undoStack.clear();
    m_pending.reset();
    m_lastForeignJob = m_submitted;
    m_readingJob = 0;
    m_lastJob.reset();
    // Nothing of the experiment before may stay in sight where this one has errors.
    m_program.reset();
    m_programText.clear();
    m_outcome.reset();
    m_shownOutcome.reset();
    m_experiment.text.clear();
    m_diagnostics.clear();
    experiment.text = normalizedText(experiment.text);
    if (experiment.variants.empty()) {
        experiment.variants = Experiment{}.variants;
    }
    const std::size_t count = experiment.variants.size();
    m_view = std::move(view);
    m_view.selected = std::min(m_view.selected, count - 1);
    m_view.hidden.erase(m_view.hidden.lower_bound(count), m_view.hidden.end());
    m_experiment = std::move(experiment);
    // Before anything is computed: some of it takes more than curves.
    emit plotsChanged();
    readText();
    emit experimentChanged();
    emit selectionChanged();
    emit outcomeChanged();
}

void Workspace::change(const QString& action, Experiment experiment, int gesture)
{
    if (experiment == m_experiment) {
        return;
    }
    m_undoStack.push(new ExperimentChange(action, m_experiment, std::move(experiment), gesture,
                                          [this](const Experiment& each) { adopt(each); }));
}

void Workspace::tryGates(const std::vector<std::string>& gates)
{
    const auto has = [&gates](const Variant& variant) { return variant.gates == gates; };
    if (std::ranges::none_of(m_experiment.variants, has)) {
        change(tr("Try %1").arg(QString::fromStdString(nameOfGates(gates))),
               withVariant(m_experiment, gates));
    }
    const auto found = std::ranges::find_if(m_experiment.variants, has);
    selectVariant(static_cast<std::size_t>(found - m_experiment.variants.begin()));
}

void Workspace::setText(const QString& text, int gesture)
{
    Experiment next = m_experiment;
    next.text = normalizedText(text.toStdString());
    change(tr("Edit expression"), std::move(next), gesture);
}

void Workspace::setLiterals(const QString& action, std::vector<LiteralValue> values, int gesture)
{
    if (!isProgramCurrent()) {
        if (!hasErrors()) {
            m_pending = PendingLiterals{action, std::move(values), gesture};
        }
        return;
    }
    Experiment next = m_experiment;
    next.text = withLiterals(m_experiment.text, *m_program, values);
    for (const LiteralValue& each : values) {
        // What was set from outside would hide the number that is now in the text.
        if (!each.literal.argument) {
            next.settings.erase(each.literal.name);
        }
    }
    change(action, std::move(next), gesture);
}

void Workspace::setWithGradientOfMean(bool wanted)
{
    if (wanted != m_withGradientOfMean) {
        m_withGradientOfMean = wanted;
        compute();
    }
}

void Workspace::setWithPaths(bool wanted)
{
    if (wanted != m_withPaths) {
        m_withPaths = wanted;
        compute();
    }
}

void Workspace::stop()
{
    m_thread.stop();
    m_lastJob.reset();
    m_pending.reset();
    setFinished(m_submitted);
    if (m_readingJob != 0) {
        // It may have been dropped before its turn, and without the meaning of the text nothing can go on.
        m_readingJob = 0;
        takeReading(std::make_shared<const Reading>(read(m_experiment.text)));
    }
}

void Workspace::adopt(const Experiment& experiment)
{
    const bool textChanged = experiment.text != m_experiment.text;
    m_pending.reset();
    carryHidden(experiment.variants);
    m_experiment = experiment;
    const std::size_t last = m_experiment.variants.size() - 1;
    const bool selectionMoved = m_view.selected > last;
    m_view.selected = std::min(m_view.selected, last);
    if (textChanged) {
        readText();
    } else {
        compute();
    }
    emit experimentChanged();
    if (selectionMoved) {
        emit selectionChanged();
    }
}

void Workspace::carryHidden(const std::vector<Variant>& next)
{
    const std::vector<Variant>& variants = m_experiment.variants;
    if (m_view.hidden.empty() || next.size() == variants.size()) {
        // A variant may have another name, but it is the same.
        return;
    }
    std::set<std::string> names;
    for (const std::size_t each : m_view.hidden) {
        names.insert(variants[each].name);
    }
    m_view.hidden.clear();
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (names.contains(next[i].name)) {
            m_view.hidden.insert(i);
        }
    }
}

void Workspace::readText()
{
    if (m_experiment.text.size() > longestTextReadAtOnce || m_longReadings >= longReadingsAtOnce) {
        submit(nullptr);
        m_readingJob = m_submitted;
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const auto reading = std::make_shared<const Reading>(read(m_experiment.text));
    countLongReadings(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    m_readingJob = 0;
    takeReading(reading);
    compute();
}

void Workspace::countLongReadings(double milliseconds)
{
    m_longReadings = milliseconds > longestReadingAtOnce ? m_longReadings + 1 : 0;
}

void Workspace::takeReading(const std::shared_ptr<const Reading>& reading)
{
    m_diagnostics = reading->diagnostics;
    if (reading->program) {
        m_program = {reading, &*reading->program};
        m_programText = m_experiment.text;
    }
    emit readingChanged();
}

void Workspace::compute()
{
    if (m_readingJob != 0) {
        submit(nullptr);
        m_readingJob = m_submitted;
    } else if (m_program) {
        submit(m_program);
    }
}

void Workspace::submit(std::shared_ptr<const Program> program)
{
    Job job{m_submitted + 1, m_experiment, std::move(program), m_withGradientOfMean, m_withPaths};
    if (job.program) {
        // While the text has errors, what is computed is the last text without.
        job.experiment.text = m_programText;
        if (m_lastJob && m_lastJob->program == job.program && m_lastJob->experiment == job.experiment &&
            m_lastJob->withGradientOfMean == job.withGradientOfMean &&
            m_lastJob->withPaths == job.withPaths) {
            return;
        }
    }
    const bool wasBusy = isBusy();
    m_lastJob = job;
    m_submitted = job.number;
    m_thread.submit(std::move(job));
    if (!wasBusy) {
        emit busyChanged(true);
    }
}

void Workspace::acceptReading(std::uint64_t job, const std::shared_ptr<const Reading>& reading,
                              double milliseconds)
{
    if (job != m_readingJob) {
        return;
    }
    m_readingJob = 0;
    countLongReadings(milliseconds);
    takeReading(reading);
    if (auto pending = std::exchange(m_pending, std::nullopt)) {
        setLiterals(pending->action, std::move(pending->values), pending->gesture);
    }
}

void Workspace::acceptOutcome(const std::shared_ptr<const Outcome>& outcome)
{
    if (outcome->number <= m_lastForeignJob || (m_outcome && outcome->number < m_outcome->number)) {
        return;
    }
    m_outcome = outcome;
    if (outcome->curves) {
        m_shownOutcome = outcome;
    }
    emit outcomeChanged();
}

void Workspace::acceptEnd(std::uint64_t job)
{
    if (job == m_readingJob) {
        // The reading came to nothing.
        m_readingJob = 0;
    }
    setFinished(std::max(job, m_finished));
}

void Workspace::setFinished(std::uint64_t job)
{
    const bool wasBusy = isBusy();
    m_finished = job;
    if (wasBusy && !isBusy()) {
        emit busyChanged(false);
    }
}

} // namespace sluice
