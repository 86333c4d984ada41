// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/attributions.h"

#include <exception>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Nothing where it was stopped.
std::shared_ptr<const AttributedVariant> attributedTo(std::shared_ptr<const ExplainedVariant> variant,
                                                      const std::shared_ptr<std::atomic<double>>& progress,
                                                      const std::stop_token& stop)
{
    AttributionOptions options;
    options.gates = variant->experiment.variants.front().gates;
    options.progress = [progress](double share) { progress->store(share, std::memory_order_relaxed); };
    AttributedVariant answer;
    try {
        auto attribution = attribute(*variant->program, variant->experiment, options, stop);
        if (!attribution) {
            return nullptr;
        }
        answer.attribution = std::move(*attribution);
    } catch (const std::exception& exception) {
        answer.error = QString::fromUtf8(exception.what());
    }
    answer.variant = std::move(variant);
    return std::make_shared<const AttributedVariant>(std::move(answer));
}

} // namespace

Attributions::Attributions(const Explanations& explanations, QObject* parent)
    : QObject(parent), m_explanations(explanations), m_progress(std::make_shared<std::atomic<double>>(0.0))
{
    qRegisterMetaType<std::shared_ptr<const AttributedVariant>>();
    connect(&m_explanations, &Explanations::changed, this, &Attributions::follow);
    connect(this, &Attributions::attributed, this, &Attributions::accept, Qt::QueuedConnection);
}

Attributions::~Attributions()
{
    m_task.stop();
}

void Attributions::setWanted(bool wanted)
{
    m_isWanted = wanted;
    follow();
}

bool Attributions::isFitting() const
{
    const auto& explained = m_explanations.shown();
    return explained && explained->error.isEmpty() && m_explanations.isCurrent() &&
           explained->explanation.verdict.noiseFree == Certainty::no &&
           !explained->explanation.verdict.isDisconnected &&
           explained->explanation.verdict.sources.size() > 1;
}

std::shared_ptr<const AttributedVariant> Attributions::current() const
{
    return m_shown && m_shown->variant == m_explanations.shown() ? m_shown : nullptr;
}

void Attributions::follow()
{
    if (m_isRunning && m_asked != m_explanations.shown()) {
        m_task.stop();
        m_isRunning = false;
    }
    if (m_isWanted && isFitting() && m_asked != m_explanations.shown()) {
        ask();
    } else {
        emit changed();
    }
}

void Attributions::ask()
{
    if (!isFitting()) {
        return;
    }
    m_asked = m_explanations.shown();
    m_isRunning = true;
    m_clock.start();
    m_progress = std::make_shared<std::atomic<double>>(0.0);
    m_task.start([this, variant = m_asked, progress = m_progress](const std::stop_token& stop) {
        if (auto answer = attributedTo(variant, progress, stop)) {
            emit attributed(std::move(answer));
        }
    });
    emit changed();
}

void Attributions::stop()
{
    m_task.stop();
    m_isRunning = false;
    emit changed();
}

void Attributions::accept(const std::shared_ptr<const AttributedVariant>& attributed)
{
    // What a stopped question still sends is not wanted any more.
    if (!m_isRunning || attributed->variant != m_asked) {
        return;
    }
    m_shown = attributed;
    m_isRunning = false;
    emit changed();
}

} // namespace sluice
