// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/latest_task.h"

#include <utility>

namespace sluice {

LatestTask::LatestTask() : m_thread([this](const std::stop_token& ending) { run(ending); }) {}

LatestTask::~LatestTask()
{
    m_thread.request_stop();
    stop();
}

void LatestTask::start(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = std::move(task);
        m_stopRunning.request_stop();
    }
    m_wake.notify_one();
}

void LatestTask::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_waiting = nullptr;
    m_stopRunning.request_stop();
}

void LatestTask::run(const std::stop_token& ending)
{
    while (true) {
        Task task;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return m_waiting != nullptr; })) {
                return;
            }
            task = std::exchange(m_waiting, nullptr);
            m_stopRunning = {};
            stop = m_stopRunning.get_token();
        }
        task(stop);
    }
}

} // namespace sluice
