// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/heat_maps.h"

#include "ui/phrase_text.h"

#include <exception>
#include <functional>
#include <utility>

namespace sluice {

namespace {

/// Nothing where it was stopped.
std::shared_ptr<const MapAnswer> answerTo(const Program& program, const Experiment& experiment,
                                          const HeatMapRequest& request,
                                          const std::function<void(double)>& showProgress,
                                          const std::stop_token& stop)
{
    MapAnswer answer;
    try {
        auto map = heatMapOf(program, experiment, request, showProgress, stop);
        if (!map) {
            return nullptr;
        }
        answer.map = std::move(*map);
    } catch (const std::exception& exception) {
        answer.error = messageOf(exception);
    }
    return std::make_shared<const MapAnswer>(std::move(answer));
}

} // namespace

HeatMaps::HeatMaps(QObject* parent) : LongQuestion(parent) {}

void HeatMaps::ask(std::shared_ptr<const Program> program, Experiment experiment, HeatMapRequest request)
{
    run([this, program = std::move(program), experiment = std::move(experiment),
         request = std::move(request)](const ShowProgress& showProgress,
                                       const std::stop_token& stop) -> TakeAnswer {
        auto answer = answerTo(*program, experiment, request, showProgress, stop);
        if (!answer) {
            return {};
        }
        return [this, answer = std::move(answer)] { m_shown = answer; };
    });
}

} // namespace sluice
