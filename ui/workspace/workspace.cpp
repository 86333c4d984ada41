// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "ui/workspace/carried_view.h"
#include "ui/workspace/experiment_change.h"
#include "ui/workspace/normalized_text.h"
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

/// Whether curves and effects of the one variant are still those of the other, but for an edit of its text.
bool isSameVariant(const Variant& one, const Variant& other)
{
    return one.gates == other.gates && one.text.has_value() == other.text.has_value();
}

} // namespace

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
        !isSameVariant(m_shownOutcome->experiment.variants[variant], m_experiment.variants[variant])) {
        return nullptr;
    }
    return &m_shownOutcome->curves->variants[variant];
}

std::vector<GateEffect> Workspace::effectsOf(std::size_t variant) const
{
    if (m_outcome == nullptr || variant >= m_experiment.variants.size() ||
        variant >= m_outcome->effects.size() ||
        !isSameVariant(m_outcome->experiment.variants[variant], m_experiment.variants[variant])) {
        return {};
    }
    return m_outcome->effects[variant];
}

void Workspace::selectVariant(std::size_t variant)
{
    if (variant < m_experiment.variants.size() && variant != m_view.selected) {
        const KnownTexts::Owner owner = shownOwner();
        const std::string text = shownText();
        m_view.selected = variant;
        followShownText(owner, text);
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
    m_knownTexts.clear();
    m_experiment.text.clear();
    m_diagnostics.clear();
    experiment.text = normalizedText(experiment.text);
    for (Variant& variant : experiment.variants) {
        if (variant.text) {
            variant.text = normalizedText(*variant.text);
        }
    }
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
    const std::optional<std::string> text = m_experiment.variants[m_view.selected].text;
    const auto has = [&](const Variant& variant) { return variant.gates == gates && variant.text == text; };
    if (std::ranges::none_of(m_experiment.variants, has)) {
        change(tr("Try %1").arg(QString::fromStdString(nameOfGates(gates))),
               withVariant(m_experiment, gates, text));
    }
    const auto found = std::ranges::find_if(m_experiment.variants, has);
    selectVariant(static_cast<std::size_t>(found - m_experiment.variants.begin()));
}

void Workspace::setText(const QString& text, int gesture)
{
    change(tr("Edit expression"), withText(m_experiment, m_view.selected, normalizedText(text.toStdString())),
           gesture);
}

void Workspace::setLiterals(const QString& action, std::vector<LiteralValue> values, int gesture)
{
    if (!isProgramCurrent()) {
        if (!hasErrors()) {
            m_pending = PendingLiterals{action, std::move(values), gesture};
        }
        return;
    }
    Experiment next = withText(m_experiment, m_view.selected, withLiterals(shownText(), *m_program, values));
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
        takeReading(std::make_shared<const Reading>(read(shownText())));
    }
}

void Workspace::adopt(const Experiment& experiment)
{
    const KnownTexts::Owner owner = shownOwner();
    const std::string text = shownText();
    const std::size_t selected = m_view.selected;
    m_pending.reset();
    m_view = carriedView(std::move(m_view), m_experiment.variants, experiment.variants);
    m_view.selected = shownAfter(m_experiment, experiment, m_view.selected);
    m_knownTexts.carryNames(m_experiment.variants, experiment.variants);
    m_experiment = experiment;
    recolorOutcomes();
    if (shownOwner() != owner || shownText() != text) {
        followShownText(owner, text);
    } else {
        compute();
    }
    emit experimentChanged();
    if (m_view.selected != selected) {
        emit selectionChanged();
    }
}

const std::string& Workspace::shownText() const
{
    return m_view.selected < m_experiment.variants.size() ? textOf(m_experiment, m_view.selected)
                                                          : m_experiment.text;
}

bool Workspace::isShowingOwnText() const
{
    return shownOwner().has_value();
}

KnownTexts::Owner Workspace::shownOwner() const
{
    const bool isOwn =
        m_view.selected < m_experiment.variants.size() && m_experiment.variants[m_view.selected].text;
    return isOwn ? KnownTexts::Owner(m_experiment.variants[m_view.selected].name) : std::nullopt;
}

LoneVariant Workspace::selectedAlone() const
{
    const auto own = m_knownTexts.of(std::nullopt).program;
    ExperimentPrograms programs{.own = own ? own : m_program, .variants = {}};
    programs.variants.resize(m_experiment.variants.size());
    programs.variants[m_view.selected] = m_program;
    return loneVariant(programs, m_experiment, m_view.selected);
}

/// Another text is shown, or the one that was has changed.
void Workspace::followShownText(const KnownTexts::Owner& owner, const std::string& text)
{
    if (shownOwner() == owner && shownText() == text) {
        return;
    }
    m_pending.reset();
    if (shownOwner() != owner) {
        // Nothing of the text before may stay in sight where this one has errors.
        const KnownTexts::Text known = m_knownTexts.of(shownOwner());
        m_program = known.program;
        m_programText = known.text;
        m_readingJob = 0;
        if (m_program && known.tried == shownText()) {
            m_diagnostics = known.diagnostics;
            emit readingChanged();
            compute();
            return;
        }
        m_diagnostics.clear();
    }
    readText();
}

void Workspace::recolorOutcomes()
{
    const auto shown = std::exchange(m_shownOutcome, recolored(m_shownOutcome, m_experiment));
    m_outcome = m_outcome == shown ? m_shownOutcome : recolored(m_outcome, m_experiment);
    if (m_shownOutcome != shown) {
        emit outcomeChanged();
    }
}

void Workspace::readText()
{
    if (shownText().size() > longestTextReadAtOnce || m_longReadings >= longReadingsAtOnce) {
        submit(false);
        m_readingJob = m_submitted;
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const auto reading = std::make_shared<const Reading>(read(shownText()));
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
    const KnownTexts::Text& known = m_knownTexts.take(shownOwner(), shownText(), reading);
    m_diagnostics = known.diagnostics;
    if (reading->program) {
        m_program = known.program;
        m_programText = known.text;
    }
    emit readingChanged();
}

void Workspace::compute()
{
    if (m_readingJob != 0) {
        submit(false);
        m_readingJob = m_submitted;
    } else if (m_program) {
        submit(true);
    }
}

/// The experiment as it can be computed: a text that has errors is as it was when it last had none.
Job Workspace::jobOf(std::optional<std::size_t> unread)
{
    Job job{m_submitted + 1, m_experiment, {}, unread, m_withGradientOfMean, m_withPaths};
    const auto take = [&](const KnownTexts::Owner& owner, std::string& text) {
        if (unread && owner == shownOwner()) {
            return;
        }
        const KnownTexts::Text known =
            owner == shownOwner() ? m_knownTexts.of(owner) : m_knownTexts.read(owner, text);
        if (known.program) {
            text = known.text;
            job.programs.insert_or_assign(text, known.program);
        }
    };
    take(std::nullopt, job.experiment.text);
    for (Variant& variant : job.experiment.variants) {
        if (variant.text) {
            take(variant.name, *variant.text);
        }
    }
    return job;
}

void Workspace::submit(bool isRead)
{
    Job job = jobOf(isRead ? std::nullopt : std::optional(m_view.selected));
    if (isRead && m_lastJob && m_lastJob->programs == job.programs &&
        areComputedAlike(m_lastJob->experiment, job.experiment) &&
        m_lastJob->withGradientOfMean == job.withGradientOfMean && m_lastJob->withPaths == job.withPaths &&
        !m_lastJob->unread) {
        return;
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
    // Colours may have changed since it was asked for.
    m_outcome = recolored(outcome, m_experiment);
    if (m_outcome->curves) {
        m_shownOutcome = m_outcome;
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
