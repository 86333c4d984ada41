// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/node_readings.h"

#include "ui/phrase_text.h"
#include "ui/workspace/point_readings.h"
#include "ui/workspace/workspace.h"

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

NodeReadings::NodeReadings(const Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace)
{
    constexpr int pause = 30;
    qRegisterMetaType<std::shared_ptr<const ReadNode>>();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &NodeReadings::ask);
    connect(&m_workspace, &Workspace::outcomeChanged, this, &NodeReadings::askSoon);
    connect(&m_workspace, &Workspace::selectionChanged, this, &NodeReadings::askSoon);
    connect(this, &NodeReadings::read, this, &NodeReadings::accept, Qt::QueuedConnection);
}

NodeReadings::~NodeReadings()
{
    m_task.stop();
}

void NodeReadings::select(const QString& name)
{
    if (name.toStdString() == m_name) {
        return;
    }
    m_name = name.toStdString();
    m_task.stop();
    m_shown.reset();
    emit changed();
    askSoon();
}

void NodeReadings::moveTo(double x)
{
    m_x = x;
    askSoon();
}

void NodeReadings::askSoon()
{
    if (!m_name.empty() && !m_pause.isActive()) {
        m_pause.start();
    }
}

void NodeReadings::ask()
{
    const auto& outcome = m_workspace.shownOutcome();
    if (m_name.empty() || !outcome || outcome->curves->x.empty()) {
        return;
    }
    const std::size_t point = pointUnderCrosshair(outcome->curves->x, m_x);
    const std::size_t variant = m_workspace.selectedVariant();
    m_task.start([this, outcome, name = m_name, variant, point](const std::stop_token& stop) {
        if (auto answer = nodeOf(outcome, name, variant, point, stop)) {
            emit read(std::move(answer));
        }
    });
}

void NodeReadings::accept(const std::shared_ptr<const ReadNode>& node)
{
    // It may have been on its way while another node was selected.
    if (node->name == m_name) {
        m_shown = node;
        emit changed();
    }
}

} // namespace sluice
