// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace sluice {

/// How far a long computation is, as a line on standard error that is written over and taken away at the end.
/// Says nothing where standard error is no terminal, and nothing of what takes less than a second.
class ProgressLine
{
public:
    explicit ProgressLine(std::string what);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// From any thread.
    void show(double share);

private:
    std::string m_what;
    bool m_isTerminal;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    int m_shown = -1;
};

} // namespace sluice
