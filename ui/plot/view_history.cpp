// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/view_history.h"

namespace sluice {

void ViewHistory::reset()
{
    m_views.assign(1, ShownRanges{});
    m_position = 0;
}

void ViewHistory::add(const ShownRanges& view)
{
    constexpr std::size_t most = 100;
    if (view == m_views[m_position]) {
        return;
    }
    m_views.resize(m_position + 1);
    m_views.push_back(view);
    if (m_views.size() > most) {
        m_views.erase(m_views.begin());
    }
    m_position = m_views.size() - 1;
}

std::optional<ShownRanges> ViewHistory::back()
{
    return hasBack() ? std::optional(m_views[--m_position]) : std::nullopt;
}

std::optional<ShownRanges> ViewHistory::forward()
{
    return hasForward() ? std::optional(m_views[++m_position]) : std::nullopt;
}

} // namespace sluice
