// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/long_question.h"

#include <utility>

namespace sluice {

LongQuestion::LongQuestion(QObject* parent)
    : QObject(parent), m_progress(std::make_shared<std::atomic<double>>(0.0))
{
    connect(this, &LongQuestion::delivered, this, &LongQuestion::accept, Qt::QueuedConnection);
}

void LongQuestion::run(Ask ask)
{
    m_isRunning = true;
    m_clock.start();
    m_progress = std::make_shared<std::atomic<double>>(0.0);
    const auto showProgress = [progress = m_progress](double share) {
        progress->store(share, std::memory_order_relaxed);
    };
    m_task.start(
        [this, number = ++m_number, ask = std::move(ask), showProgress](const std::stop_token& stop) {
            if (const TakeAnswer take = ask(showProgress, stop)) {
                emit delivered(number, take);
            }
        });
    emit changed();
}

void LongQuestion::stop()
{
    abandon();
    emit changed();
}

void LongQuestion::abandon()
{
    m_task.stop();
    m_isRunning = false;
    ++m_number;
}

void LongQuestion::accept(std::uint64_t number, const TakeAnswer& take)
{
    if (number != m_number) {
        return;
    }
    m_isRunning = false;
    take();
    emit answered();
    emit changed();
}

} // namespace sluice
