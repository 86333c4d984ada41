// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/latest_task.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace sluice {

/// What takes long to answer and is asked off the GUI thread, as long as somebody wants to know: how far it
/// has come, how long it has run, and how it is stopped. What is asked is up to those who derive from it.
class LongQuestion : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] double progress() const { return m_progress->load(std::memory_order_relaxed); }
    /// How long the question has been running, in milliseconds.
    [[nodiscard]] qint64 elapsed() const { return m_isRunning ? m_clock.elapsed() : 0; }

    /// Ends what runs; the last answer stays.
    void stop();

signals:
    /// There is something new: an answer, or that it is asked, or not current any more.
    void changed();
    /// There is a new answer.
    void answered();
    /// From the thread.
    void delivered(std::uint64_t number, const std::function<void()>& take);

protected:
    using ShowProgress = std::function<void(double)>;
    /// Takes the answer, in the GUI thread.
    using TakeAnswer = std::function<void()>;
    /// Runs in a thread, perhaps longer than the object that asked, which it must not touch. Returns nothing
    /// where it was stopped.
    using Ask = std::function<TakeAnswer(const ShowProgress& showProgress, const std::stop_token& stop)>;

    explicit LongQuestion(QObject* parent);

    /// In the place of what runs.
    void run(Ask ask);
    /// As stop(), for those who say themselves that something has changed.
    void abandon();

private:
    void accept(std::uint64_t number, const TakeAnswer& take);

    QElapsedTimer m_clock;
    bool m_isRunning = false;
    /// Of the last question. What an earlier one still answers is not wanted any more.
    std::uint64_t m_number = 0;
    /// Of the question that runs; a stopped one may still count for a while.
    std::shared_ptr<std::atomic<double>> m_progress;
    /// Last, so that it has ended before anything else goes.
    LatestTask m_task;
};

} // namespace sluice
