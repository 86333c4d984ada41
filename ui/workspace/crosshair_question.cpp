// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/crosshair_question.h"

#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace sluice {

namespace {

/// The point of a sweep that is nearest. Where nobody has pointed yet, three quarters along: seldom is the
/// middle typical, where x is 0.
std::size_t pointUnderCrosshair(std::span<const double> points, std::optional<double> x)
{
    const double wanted = x.value_or(points[(points.size() - 1) * 3 / 4]);
    const auto nearest =
        std::ranges::min_element(points, {}, [wanted](double each) { return std::abs(each - wanted); });
    return static_cast<std::size_t>(nearest - points.begin());
}

} // namespace

CrosshairQuestion::CrosshairQuestion(const Workspace& workspace, QObject* parent)
    : LongQuestion(parent), m_workspace(workspace)
{
    constexpr int pause = 30;
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &CrosshairQuestion::ask);
    connect(&m_workspace, &Workspace::outcomeChanged, this, &CrosshairQuestion::askSoon);
    connect(&m_workspace, &Workspace::selectionChanged, this, &CrosshairQuestion::askSoon);
}

void CrosshairQuestion::moveTo(double x)
{
    m_x = x;
    askSoon();
}

void CrosshairQuestion::askSoon()
{
    if (isWanted() && !m_pause.isActive()) {
        m_pause.start();
    }
}

void CrosshairQuestion::ask()
{
    const auto& outcome = m_workspace.shownOutcome();
    if (isWanted() && outcome && !outcome->curves->x.empty()) {
        run(questionAbout(outcome, m_workspace.selectedVariant(),
                          pointUnderCrosshair(outcome->curves->x, m_x)));
    }
}

} // namespace sluice
