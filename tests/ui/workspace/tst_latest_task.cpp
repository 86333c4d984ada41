// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/latest_task.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <semaphore>
#include <thread>

using namespace sluice;

/// One task at a time, the latest wins.
class LatestTaskTest : public QObject
{
    Q_OBJECT

private slots:
    void runs();
    void dropsWhatWaits();
    void asksTheRunningOneToStop();
    void endsWhileATaskRuns();
};

namespace {

void waitFor(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace

void LatestTaskTest::runs()
{
    LatestTask latest;
    std::atomic<int> done = 0;
    latest.start([&done](const std::stop_token&) { done = 1; });
    QTRY_COMPARE(done.load(), 1);
    latest.start([&done](const std::stop_token&) { done = 2; });
    QTRY_COMPARE(done.load(), 2);
}

void LatestTaskTest::dropsWhatWaits()
{
    LatestTask latest;
    std::binary_semaphore hasBegun(0);
    std::binary_semaphore mayEnd(0);
    std::atomic<int> sum = 0;
    latest.start([&](const std::stop_token&) {
        hasBegun.release();
        mayEnd.acquire();
    });
    hasBegun.acquire();
    for (const int each : {1, 10, 100}) {
        latest.start([&sum, each](const std::stop_token&) { sum += each; });
    }
    mayEnd.release();
    QTRY_COMPARE(sum.load(), 100);
}

void LatestTaskTest::asksTheRunningOneToStop()
{
    LatestTask latest;
    std::atomic<int> stopped = 0;
    const auto untilStopped = [&stopped](const std::stop_token& stop) {
        waitFor(stop);
        ++stopped;
    };
    std::binary_semaphore hasBegun(0);
    latest.start([&](const std::stop_token& stop) {
        hasBegun.release();
        untilStopped(stop);
    });
    hasBegun.acquire();
    latest.start([&](const std::stop_token& stop) {
        hasBegun.release();
        untilStopped(stop);
    });
    hasBegun.acquire();
    // The second is not stopped by what came before it.
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QCOMPARE(stopped.load(), 1);
    latest.stop();
    QTRY_COMPARE(stopped.load(), 2);
}

void LatestTaskTest::endsWhileATaskRuns()
{
    std::binary_semaphore hasBegun(0);
    std::atomic<bool> wasStopped = false;
    {
        LatestTask latest;
        latest.start([&](const std::stop_token& stop) {
            hasBegun.release();
            waitFor(stop);
            wasStopped = true;
        });
        hasBegun.acquire();
    }
    QVERIFY(wasStopped);
}

QTEST_APPLESS_MAIN(LatestTaskTest)
#include "tst_latest_task.moc"
