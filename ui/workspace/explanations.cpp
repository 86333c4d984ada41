// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/explanations.h"

#include "ui/phrase_text.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace sluice {

namespace {

/// In milliseconds.
constexpr int pauseBeforeExplanations = 60;

/// Nothing where it was stopped.
std::shared_ptr<const ExplainedVariant> explain(ExplainedVariant variant, const std::stop_token& stop)
{
    try {
        variant.explainer = std::make_shared<const Explainer>(*variant.program, variant.experiment);
        auto explanation = variant.explainer->explain(0, {}, stop);
        if (!explanation) {
            return nullptr;
        }
        variant.explanation = std::move(*explanation);
    } catch (const std::exception& exception) {
        variant.explainer.reset();
        variant.error = messageOf(exception);
    }
    return std::make_shared<const ExplainedVariant>(std::move(variant));
}

} // namespace

Explanations::Explanations(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    qRegisterMetaType<std::shared_ptr<const ExplainedVariant>>();
    qRegisterMetaType<std::shared_ptr<const WalkedPoint>>();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeExplanations);
    connect(&m_pause, &QTimer::timeout, this, &Explanations::ask);
    for (const auto signal : {&Workspace::outcomeChanged, &Workspace::selectionChanged}) {
        connect(&m_workspace, signal, &m_pause, qOverload<>(&QTimer::start));
    }
    connect(&m_workspace, &Workspace::experimentChanged, this, [this] {
        m_isCurrent = false;
        emit changed();
    });
    connect(this, &Explanations::explained, this, &Explanations::accept, Qt::QueuedConnection);
}

Explanations::~Explanations()
{
    m_explaining.stop();
    m_walking.stop();
}

bool Explanations::isOutdated() const
{
    return !m_isCurrent && m_workspace.hasErrors();
}

void Explanations::stop()
{
    m_explaining.stop();
    m_isRunning = false;
    emit changed();
}

void Explanations::ask()
{
    const auto& outcome = m_workspace.outcome();
    const std::size_t selected = m_workspace.selectedVariant();
    if (!outcome || selected >= outcome->programs.variants.size()) {
        return;
    }
    ExplainedVariant question;
    LoneVariant lone = loneVariant(outcome->programs, outcome->experiment, selected);
    question.program = std::move(lone.program);
    question.experiment = std::move(lone.experiment);
    const bool isAsked = m_asked && m_asked->program == question.program &&
                         areComputedAlike(m_asked->experiment, question.experiment);
    if (isAsked) {
        m_isCurrent = m_shown && areComputedAlike(m_shown->experiment, m_asked->experiment);
        emit changed();
        return;
    }
    m_asked = std::make_shared<const ExplainedVariant>(question);
    m_isCurrent = false;
    m_isRunning = true;
    emit changed();
    m_explaining.start([this, question = std::move(question)](const std::stop_token& stop) {
        if (auto answer = explain(question, stop)) {
            emit explained(std::move(answer));
        }
    });
}

void Explanations::accept(const std::shared_ptr<const ExplainedVariant>& variant)
{
    // What was stopped may have answered already.
    if (!m_isRunning || !m_asked || variant->program != m_asked->program ||
        variant->experiment != m_asked->experiment) {
        return;
    }
    m_shown = variant;
    m_isCurrent = true;
    m_isRunning = false;
    emit answered();
    emit changed();
}

void Explanations::walk(double x, std::size_t point, std::size_t sample)
{
    if (!m_shown || !m_shown->explainer) {
        return;
    }
    m_walking.start([this, variant = m_shown, x, point, sample](const std::stop_token&) {
        answerWalk(variant, x, point, [sample] { return sample; });
    });
}

void Explanations::walkNear(double x, std::size_t point, const PointedAt& at)
{
    if (!m_shown || !m_shown->explainer) {
        return;
    }
    m_walking.start([this, variant = m_shown, x, point, at](const std::stop_token&) {
        answerWalk(variant, x, point, [&] {
            return sampleNear(samplesAt(*variant->program, variant->experiment, x, point), at);
        });
    });
}

void Explanations::answerWalk(const std::shared_ptr<const ExplainedVariant>& variant, double x,
                              std::size_t point, const std::function<std::size_t()>& sample)
{
    WalkedPoint answer{variant, point, 0, {}, {}};
    try {
        answer.sample = sample();
        answer.walk = variant->explainer->walk(0, x, point, answer.sample);
    } catch (const std::exception& exception) {
        answer.error = messageOf(exception);
    }
    emit walked(std::make_shared<const WalkedPoint>(std::move(answer)));
}

std::size_t sampleNear(const PointSamples& samples, const PointedAt& at)
{
    const std::vector<double>& numbers =
        at.quantity == PointedAt::Quantity::value ? samples.value : samples.gradient;
    const auto isFinite = [](double number) { return std::isfinite(number); };
    const auto firstWild = std::ranges::find_if_not(numbers, isFinite);
    const bool hasWild = firstWild != numbers.end();
    const auto wild = static_cast<std::size_t>(firstWild - numbers.begin());
    if (!at.number || std::isnan(*at.number)) {
        return hasWild ? wild : 0;
    }
    std::optional<std::size_t> nearest;
    bool isBelowAll = true;
    bool isAboveAll = true;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!std::isfinite(numbers[i])) {
            continue;
        }
        isBelowAll = isBelowAll && *at.number < numbers[i];
        isAboveAll = isAboveAll && *at.number > numbers[i];
        const double distance = std::abs(numbers[i] - *at.number);
        if (!nearest || distance < std::abs(numbers[*nearest] - *at.number)) {
            nearest = i;
        }
    }
    const bool isBeyond = isBelowAll || isAboveAll;
    return hasWild && (isBeyond || !nearest) ? wild : nearest.value_or(0);
}

} // namespace sluice
