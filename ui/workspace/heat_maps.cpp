// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/heat_maps.h"

#include <exception>
#include <utility>

namespace sluice {

namespace {

/// Nothing where it was stopped.
std::shared_ptr<const MapAnswer> answerTo(std::uint64_t number, const Program& program,
                                          const Experiment& experiment, const HeatMapRequest& request,
                                          const std::shared_ptr<std::atomic<double>>& progress,
                                          const std::stop_token& stop)
{
    MapAnswer answer{.number = number, .map = {}, .error = {}};
    try {
        auto map = heatMapOf(
            program, experiment, request,
            [&progress](double share) { progress->store(share, std::memory_order_relaxed); }, stop);
        if (!map) {
            return nullptr;
        }
        answer.map = std::move(*map);
    } catch (const std::exception& exception) {
        answer.error = QString::fromUtf8(exception.what());
    }
    return std::make_shared<const MapAnswer>(std::move(answer));
}

} // namespace

HeatMaps::HeatMaps(QObject* parent) : QObject(parent), m_progress(std::make_shared<std::atomic<double>>(0.0))
{
    qRegisterMetaType<std::shared_ptr<const MapAnswer>>();
    connect(this, &HeatMaps::answered, this, &HeatMaps::accept, Qt::QueuedConnection);
}

HeatMaps::~HeatMaps()
{
    m_task.stop();
}

void HeatMaps::ask(std::shared_ptr<const Program> program, Experiment experiment, HeatMapRequest request)
{
    m_isRunning = true;
    m_clock.start();
    m_progress = std::make_shared<std::atomic<double>>(0.0);
    m_task.start([this, number = ++m_asked, program = std::move(program), experiment = std::move(experiment),
                  request = std::move(request), progress = m_progress](const std::stop_token& stop) {
        if (auto answer = answerTo(number, *program, experiment, request, progress, stop)) {
            emit answered(std::move(answer));
        }
    });
    emit changed();
}

void HeatMaps::stop()
{
    m_task.stop();
    m_isRunning = false;
    emit changed();
}

void HeatMaps::accept(const std::shared_ptr<const MapAnswer>& answer)
{
    // What a stopped question still sends is not wanted any more.
    if (!m_isRunning || answer->number != m_asked) {
        return;
    }
    m_shown = answer;
    m_isRunning = false;
    emit changed();
}

} // namespace sluice
