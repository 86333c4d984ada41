// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/advices.h"

#include "ui/phrase_text.h"
#include "ui/workspace/workspace.h"

#include <exception>
#include <functional>
#include <utility>

namespace sluice {

namespace {

/// In milliseconds: a slider that is dragged asks nothing.
constexpr int pauseBeforeAdvices = 250;

bool isSameQuestion(const AdvisedExperiment& one, const AdvisedExperiment& other)
{
    return one.program == other.program && areComputedAlike(one.experiment, other.experiment) &&
           one.kept == other.kept;
}

/// Nothing where it was stopped.
std::shared_ptr<const AdvisedExperiment> answer(AdvisedExperiment question,
                                                const std::function<void(double)>& showProgress,
                                                const std::stop_token& stop)
{
    AdviceOptions options;
    options.kept = question.kept;
    options.progress = showProgress;
    try {
        question.advice = advise(*question.program, question.experiment, options, stop);
        if (!question.advice) {
            return nullptr;
        }
    } catch (const std::exception& exception) {
        question.error = messageOf(exception);
    }
    return std::make_shared<const AdvisedExperiment>(std::move(question));
}

} // namespace

Advices::Advices(Workspace& workspace, QObject* parent) : LongQuestion(parent), m_workspace(workspace)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeAdvices);
    connect(&m_pause, &QTimer::timeout, this, &Advices::askIfWanted);
    for (const auto signal : {&Workspace::outcomeChanged, &Workspace::selectionChanged}) {
        connect(&m_workspace, signal, &m_pause, qOverload<>(&QTimer::start));
    }
    connect(&m_workspace, &Workspace::experimentChanged, this, &Advices::changed);
}

void Advices::setWanted(bool wanted)
{
    m_isWanted = wanted;
    if (wanted) {
        m_pause.start();
    }
}

void Advices::setKeepingGates(bool keeping)
{
    m_isKeepingGates = keeping;
    askIfWanted();
}

std::optional<AdvisedExperiment> Advices::question() const
{
    const auto& outcome = m_workspace.outcome();
    const std::size_t selected = m_workspace.selectedVariant();
    if (!outcome || selected >= outcome->programs.variants.size() || !outcome->error.isEmpty()) {
        return std::nullopt;
    }
    AdvisedExperiment question;
    LoneVariant lone = loneVariant(outcome->programs, outcome->experiment, selected);
    question.program = std::move(lone.program);
    question.experiment = std::move(lone.experiment);
    if (m_isKeepingGates) {
        question.kept = question.experiment.variants.front().gates;
    }
    question.experiment.variants = Experiment{}.variants;
    return question;
}

bool Advices::isCurrent() const
{
    const auto asked = question();
    return m_shown && asked && isSameQuestion(*m_shown, *asked) && !m_workspace.hasFailed();
}

void Advices::askIfWanted()
{
    const auto wanted = question();
    const bool isAsked = wanted && m_asked && isSameQuestion(*m_asked, *wanted);
    if (m_isWanted && wanted && !isAsked) {
        ask();
    } else {
        emit changed();
    }
}

void Advices::ask()
{
    m_asked = question();
    if (!m_asked) {
        return;
    }
    run([this, question = *m_asked](const ShowProgress& showProgress,
                                    const std::stop_token& stop) -> TakeAnswer {
        auto advised = answer(question, showProgress, stop);
        if (!advised) {
            return {};
        }
        return [this, advised = std::move(advised)] { m_shown = advised; };
    });
}

} // namespace sluice
