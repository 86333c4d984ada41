// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/point_readings.h"

#include "ui/phrase_text.h"

#include <exception>
#include <utility>

namespace sluice {

namespace {

/// Nothing where it was stopped.
std::shared_ptr<const ReadPoint> pointOf(std::shared_ptr<const Outcome> outcome, std::size_t point,
                                         std::size_t selected, const std::stop_token& stop)
{
    ReadPoint answer{.outcome = nullptr, .selected = selected, .reading = {}, .error = {}};
    try {
        auto reading = readPoint(*outcome->programs.own, outcome->experiment, outcome->curves->x[point],
                                 point, selected, stop);
        if (!reading) {
            return nullptr;
        }
        answer.reading = std::move(*reading);
    } catch (const std::exception& exception) {
        answer.error = messageOf(exception);
    }
    answer.outcome = std::move(outcome);
    return std::make_shared<const ReadPoint>(std::move(answer));
}

} // namespace

PointReadings::PointReadings(const Workspace& workspace, QObject* parent)
    : CrosshairQuestion(workspace, parent)
{
}

void PointReadings::setWanted(bool wanted)
{
    m_isWanted = wanted;
    askSoon();
}

LongQuestion::Ask PointReadings::questionAbout(std::shared_ptr<const Outcome> outcome, std::size_t variant,
                                               std::size_t point)
{
    return [this, outcome = std::move(outcome), variant, point](const ShowProgress&,
                                                                const std::stop_token& stop) -> TakeAnswer {
        auto answer = pointOf(outcome, point, variant, stop);
        if (!answer) {
            return {};
        }
        return [this, answer = std::move(answer)] { m_shown = answer; };
    };
}

} // namespace sluice
