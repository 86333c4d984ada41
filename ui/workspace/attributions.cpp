// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/attributions.h"

#include "ui/phrase_text.h"

#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Nothing where it was stopped.
std::shared_ptr<const AttributedVariant> attributedTo(std::shared_ptr<const ExplainedVariant> variant,
                                                      const std::function<void(double)>& showProgress,
                                                      const std::stop_token& stop)
{
    AttributionOptions options;
    options.gates = variant->experiment.variants.front().gates;
    options.progress = showProgress;
    AttributedVariant answer;
    try {
        auto attribution = attribute(*variant->program, variant->experiment, options, stop);
        if (!attribution) {
            return nullptr;
        }
        answer.attribution = std::move(*attribution);
    } catch (const std::exception& exception) {
        answer.error = messageOf(exception);
    }
    answer.variant = std::move(variant);
    return std::make_shared<const AttributedVariant>(std::move(answer));
}

} // namespace

Attributions::Attributions(const Explanations& explanations, QObject* parent)
    : LongQuestion(parent), m_explanations(explanations)
{
    connect(&m_explanations, &Explanations::changed, this, &Attributions::follow);
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
           explained->explanation.verdict.noiseDoubt == Doubt::none &&
           !explained->explanation.verdict.isDisconnected &&
           explained->explanation.verdict.sources.size() > 1;
}

std::shared_ptr<const AttributedVariant> Attributions::current() const
{
    return m_shown && m_shown->variant == m_explanations.shown() ? m_shown : nullptr;
}

void Attributions::follow()
{
    if (isRunning() && m_asked != m_explanations.shown()) {
        abandon();
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
    run([this, variant = m_asked](const ShowProgress& showProgress,
                                  const std::stop_token& stop) -> TakeAnswer {
        auto attributed = attributedTo(variant, showProgress, stop);
        if (!attributed) {
            return {};
        }
        return [this, attributed = std::move(attributed)] { m_shown = attributed; };
    });
}

} // namespace sluice
