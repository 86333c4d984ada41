// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/point_reading.h"
#include "ui/workspace/latest_task.h"
#include "ui/workspace/outcome.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace sluice {

class Workspace;

/// What the samples of an outcome show at one point of its sweep. Never changed.
struct ReadPoint
{
    std::shared_ptr<const Outcome> outcome;
    std::size_t selected = 0;
    PointReading reading;
    QString error;
};

/// The point of a sweep at which the crosshair is read. Where nobody has pointed yet, three quarters along:
/// seldom is the middle typical, where x is 0. There must be points.
[[nodiscard]] std::size_t pointUnderCrosshair(std::span<const double> points, std::optional<double> x);

/// Reads the samples at the crosshair off the GUI thread, as long as somebody wants to know. The last point
/// stays when the crosshair leaves, and follows what is computed.
class PointReadings : public QObject
{
    Q_OBJECT

public:
    explicit PointReadings(const Workspace& workspace, QObject* parent = nullptr);
    ~PointReadings() override;

    void setWanted(bool wanted);
    /// The point of the sweep that is to be read.
    void moveTo(double x);
    /// Where the crosshair was last.
    [[nodiscard]] std::optional<double> position() const { return m_x; }
    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const ReadPoint>& shown() const { return m_shown; }

signals:
    void changed();
    /// From the thread.
    void read(std::shared_ptr<const sluice::ReadPoint> point);

private:
    void askSoon();
    void ask();
    void accept(const std::shared_ptr<const ReadPoint>& point);

    const Workspace& m_workspace;
    bool m_isWanted = false;
    std::optional<double> m_x;
    std::shared_ptr<const ReadPoint> m_shown;
    /// Many points in a short time are read as one: a later question ends the one before.
    QTimer m_pause;
    /// Last, so that its thread has ended before what it uses goes.
    LatestTask m_task;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::ReadPoint>)
