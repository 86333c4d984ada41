// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/point_readings.h"

#include "ui/phrase_text.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>
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

std::size_t pointUnderCrosshair(std::span<const double> points, std::optional<double> x)
{
    const double wanted = x.value_or(points[(points.size() - 1) * 3 / 4]);
    const auto nearest =
        std::ranges::min_element(points, {}, [wanted](double each) { return std::abs(each - wanted); });
    return static_cast<std::size_t>(nearest - points.begin());
}

PointReadings::PointReadings(const Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace)
{
    constexpr int pause = 30;
    qRegisterMetaType<std::shared_ptr<const ReadPoint>>();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PointReadings::ask);
    connect(&m_workspace, &Workspace::outcomeChanged, this, &PointReadings::askSoon);
    connect(&m_workspace, &Workspace::selectionChanged, this, &PointReadings::askSoon);
    connect(this, &PointReadings::read, this, &PointReadings::accept, Qt::QueuedConnection);
}

PointReadings::~PointReadings()
{
    m_task.stop();
}

void PointReadings::setWanted(bool wanted)
{
    m_isWanted = wanted;
    askSoon();
}

void PointReadings::moveTo(double x)
{
    m_x = x;
    askSoon();
}

void PointReadings::askSoon()
{
    if (m_isWanted && !m_pause.isActive()) {
        m_pause.start();
    }
}

void PointReadings::ask()
{
    const auto& outcome = m_workspace.shownOutcome();
    if (!m_isWanted || !outcome || outcome->curves->x.empty()) {
        return;
    }
    const std::size_t point = pointUnderCrosshair(outcome->curves->x, m_x);
    const std::size_t selected = m_workspace.selectedVariant();
    m_task.start([this, outcome, point, selected](const std::stop_token& stop) {
        if (auto answer = pointOf(outcome, point, selected, stop)) {
            emit read(std::move(answer));
        }
    });
}

void PointReadings::accept(const std::shared_ptr<const ReadPoint>& point)
{
    m_shown = point;
    emit changed();
}

} // namespace sluice
