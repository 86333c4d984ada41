// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/heat_map.h"
#include "ui/workspace/latest_task.h"

#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>

namespace sluice {

/// A question for a map, and what came of it. Never changed.
struct MapAnswer
{
    std::uint64_t number = 0;
    HeatMap map;
    QString error;
};

/// Computes heat maps off the GUI thread; the latest request wins.
class HeatMaps : public QObject
{
    Q_OBJECT

public:
    explicit HeatMaps(QObject* parent = nullptr);
    ~HeatMaps() override;

    void ask(std::shared_ptr<const Program> program, Experiment experiment, HeatMapRequest request);
    /// Ends what runs, without an answer.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] double progress() const { return m_progress->load(std::memory_order_relaxed); }
    /// How long the question has been running, in milliseconds.
    [[nodiscard]] qint64 elapsed() const { return m_isRunning ? m_clock.elapsed() : 0; }
    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const MapAnswer>& shown() const { return m_shown; }

signals:
    void changed();
    /// From the thread.
    void answered(std::shared_ptr<const sluice::MapAnswer> answer);

private:
    void accept(const std::shared_ptr<const MapAnswer>& answer);

    bool m_isRunning = false;
    std::uint64_t m_asked = 0;
    std::shared_ptr<std::atomic<double>> m_progress;
    QElapsedTimer m_clock;
    std::shared_ptr<const MapAnswer> m_shown;
    /// Last, so that its thread has ended before what it uses goes.
    LatestTask m_task;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::MapAnswer>)
