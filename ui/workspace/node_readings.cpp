// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/node_readings.h"

#include "ui/phrase_text.h"

#include <exception>
#include <utility>

namespace sluice {

namespace {

/// Nothing where it was stopped.
std::shared_ptr<const ReadNode> nodeOf(std::shared_ptr<const Outcome> outcome, const std::string& name,
                                       std::size_t variant, std::size_t point, const std::stop_token& stop)
{
    ReadNode answer{.outcome = nullptr, .name = name, .variant = variant, .reading = {}, .error = {}};
    try {
        const LoneVariant lone = loneVariant(outcome->programs, outcome->experiment, variant);
        auto reading =
            readNode(*lone.program, lone.experiment, 0, name, outcome->curves->x[point], point, stop);
        if (!reading) {
            return nullptr;
        }
        answer.reading = std::move(*reading);
    } catch (const std::exception& exception) {
        answer.error = messageOf(exception);
    }
    answer.outcome = std::move(outcome);
    return std::make_shared<const ReadNode>(std::move(answer));
}

} // namespace

NodeReadings::NodeReadings(const Workspace& workspace, QObject* parent) : CrosshairQuestion(workspace, parent)
{
}

void NodeReadings::select(const QString& name)
{
    if (name.toStdString() == m_name) {
        return;
    }
    m_name = name.toStdString();
    m_shown.reset();
    // What is on its way is about another node.
    stop();
    askSoon();
}

LongQuestion::Ask NodeReadings::questionAbout(std::shared_ptr<const Outcome> outcome, std::size_t variant,
                                              std::size_t point)
{
    return [this, outcome = std::move(outcome), name = m_name, variant,
            point](const ShowProgress&, const std::stop_token& stop) -> TakeAnswer {
        auto answer = nodeOf(outcome, name, variant, point, stop);
        if (!answer) {
            return {};
        }
        return [this, answer = std::move(answer)] { m_shown = answer; };
    };
}

} // namespace sluice
