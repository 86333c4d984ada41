// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_line.h"

#include <iostream>
#include <unistd.h>
#include <utility>

namespace sluice {

ProgressLine::ProgressLine(std::string what)
    : m_what(std::move(what)), m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_shown >= 0) {
        std::cerr << '\r' << std::string(m_what.size() + 7, ' ') << '\r' << std::flush;
    }
}

void ProgressLine::show(double share)
{
    if (!m_isTerminal || std::chrono::steady_clock::now() - m_start < std::chrono::seconds(1)) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    const int percent = static_cast<int>(100.0 * share);
    if (percent > m_shown) {
        m_shown = percent;
        std::cerr << '\r' << m_what << ": " << percent << " %" << std::flush;
    }
}

} // namespace sluice
