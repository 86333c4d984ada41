// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/point_reading.h"
#include "ui/workspace/crosshair_question.h"

#include <QString>

#include <cstddef>
#include <memory>

namespace sluice {

/// What the samples of an outcome show at one point of its sweep. Never changed.
struct ReadPoint
{
    std::shared_ptr<const Outcome> outcome;
    std::size_t selected = 0;
    PointReading reading;
    QString error;
};

/// Reads the samples at the crosshair off the GUI thread, as long as somebody wants to know.
class PointReadings : public CrosshairQuestion
{
    Q_OBJECT

public:
    explicit PointReadings(const Workspace& workspace, QObject* parent = nullptr);

    void setWanted(bool wanted);
    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const ReadPoint>& shown() const { return m_shown; }

private:
    [[nodiscard]] bool isWanted() const override { return m_isWanted; }
    [[nodiscard]] Ask questionAbout(std::shared_ptr<const Outcome> outcome, std::size_t variant,
                                    std::size_t point) override;

    bool m_isWanted = false;
    std::shared_ptr<const ReadPoint> m_shown;
};

} // namespace sluice
