// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sluice {

/// A thread for one task at a time, of which only the latest is wanted: a new one takes the place of the one
/// that waits, and asks the one that runs to stop. For answers that are of no use once the question has
/// changed; what must be seen while a slider moves belongs to the computation's own thread.
class LatestTask
{
public:
    /// Must not throw, and should look at its token now and then.
    using Task = std::function<void(const std::stop_token&)>;

    LatestTask();
    ~LatestTask();
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void start(Task task);
    /// Drops what waits and asks what runs to end.
    void stop();

private:
    void run(const std::stop_token& ending);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Task m_waiting;
    std::stop_source m_stopRunning;
    /// Last, so that it has ended before what it uses goes.
    std::jthread m_thread;
};

} // namespace sluice
