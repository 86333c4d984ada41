// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/animation.h"

#include "ui/panels/noise_rows.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

/// From one limit to the other and back, in milliseconds.
constexpr double backAndForth = 6000.0;

QString nameOfNumber(const NoiseRow& row, const NoiseSource::Argument* argument)
{
    if (!row.isNoise || argument == nullptr) {
        return row.name;
    }
    return QStringLiteral("%1 %2").arg(row.name, QString::fromStdString(std::string(argument->name)));
}

const NoiseSource::Argument* argumentOfLiteral(const Program& program, const LiteralReference& literal)
{
    const auto found = std::ranges::find(program.sources, literal.name, &NoiseSource::name);
    if (found == program.sources.end() || !literal.argument || *literal.argument >= found->arguments.size()) {
        return nullptr;
    }
    return &found->arguments[*literal.argument];
}

} // namespace

std::vector<AnimatedNumber> animatedNumbersOf(const Program& program, const Experiment& experiment)
{
    std::vector<AnimatedNumber> numbers;
    for (const NoiseRow& row : noiseRowsOf(program, experiment)) {
        const bool isPair = row.kind == NoiseRow::Kind::pair;
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            SliderLimits limits = limitsAround(row);
            if (isPair) {
                // Low stays below high, wherever that is.
                (i == 0 ? limits.high : limits.low) = row.values[1 - i].value;
            }
            const LiteralReference& literal = row.values[i].literal;
            numbers.push_back({.name = nameOfNumber(row, argumentOfLiteral(program, literal)),
                               .literal = literal,
                               .low = limits.low,
                               .high = limits.high});
        }
    }
    return numbers;
}

double animatedValue(const AnimatedNumber& number, double start, qint64 milliseconds)
{
    const double width = number.high - number.low;
    if (!(width > 0.0)) {
        return start;
    }
    // Unfolded, the way up and the way down are one road of twice the width, and it is a ring.
    const double along = std::clamp(start, number.low, number.high) - number.low +
                         2.0 * width * (static_cast<double>(milliseconds) / backAndForth);
    const double onRing = std::fmod(along, 2.0 * width);
    const double value = number.low + (onRing <= width ? onRing : 2.0 * width - onRing);
    return std::clamp(roundedToStep(value, stepForRange(number.low, number.high)), number.low, number.high);
}

Animation::Animation(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &Animation::advance);
    connect(&m_workspace, &Workspace::experimentChanged, this, &Animation::followChange);
    connect(&m_workspace, &Workspace::outcomeChanged, this, &Animation::followOutcome);
}

void Animation::setSubject(std::optional<LiteralReference> literal)
{
    if (m_subject != literal) {
        pause();
        m_subject = std::move(literal);
        emit subjectChanged();
    }
}

std::optional<AnimatedNumber> Animation::subjectNumber() const
{
    const auto numbers = animatedNumbersOf(*m_workspace.program(), m_workspace.selectedAlone().experiment);
    const auto found = std::ranges::find(numbers, *m_subject, &AnimatedNumber::literal);
    return found != numbers.end() ? std::optional(*found) : std::nullopt;
}

void Animation::play()
{
    if (m_isRunning || !m_workspace.isProgramCurrent() || m_workspace.hasFailed()) {
        return;
    }
    if (m_subject) {
        const auto number = subjectNumber();
        const auto literal = findLiteral(*m_workspace.program(), *m_subject);
        if (!number || !literal) {
            return;
        }
        m_number = *number;
        const auto setting = m_workspace.experiment().settings.find(m_subject->name);
        const bool isSet = !m_subject->argument && setting != m_workspace.experiment().settings.end();
        m_start = isSet ? setting->second : literal->value;
    }
    m_gesture = m_workspace.beginGesture();
    m_isRunning = true;
    m_clock.start();
    m_sinceFrame.start();
    emit runningChanged(true);
    m_next.start(m_frameTime);
}

void Animation::pause()
{
    if (std::exchange(m_isRunning, false)) {
        m_next.stop();
        emit runningChanged(false);
    }
}

void Animation::followChange()
{
    if (!m_isChanging) {
        pause();
    }
}

void Animation::followOutcome()
{
    const auto& outcome = m_workspace.outcome();
    if (!m_isRunning || !outcome) {
        return;
    }
    if (!outcome->error.isEmpty()) {
        pause();
        return;
    }
    const bool isOfThisFrame = outcome->experiment.text == m_workspace.experiment().text &&
                               outcome->experiment.variants == m_workspace.experiment().variants &&
                               outcome->experiment.seed == m_workspace.experiment().seed;
    // A coarse answer is a picture too; its refinement finds the next frame on its way.
    if (isOfThisFrame && !m_next.isActive()) {
        askNext();
    }
}

void Animation::askNext()
{
    const auto elapsed = static_cast<int>(std::min<qint64>(m_sinceFrame.elapsed(), m_frameTime));
    // By way of the event loop, so that what has been computed is painted first.
    m_next.start(m_frameTime - elapsed);
}

void Animation::advance()
{
    if (!m_workspace.isProgramCurrent()) {
        // A long text is still being read; what comes of it calls again.
        return;
    }
    m_sinceFrame.start();
    const Experiment before = m_workspace.experiment();
    m_isChanging = true;
    if (m_subject) {
        const double value = animatedValue(m_number, m_start, m_clock.elapsed());
        m_workspace.setLiterals(tr("Animate %1").arg(m_number.name), {{*m_subject, value}}, m_gesture);
    } else {
        Experiment next = before;
        ++next.seed;
        m_workspace.change(tr("Animate draws"), std::move(next), m_gesture);
    }
    m_isChanging = false;
    if (m_workspace.experiment() == before) {
        m_next.start(m_frameTime);
    }
}

} // namespace sluice
