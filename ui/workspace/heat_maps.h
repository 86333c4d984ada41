// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/heat_map.h"
#include "ui/workspace/long_question.h"

#include <QString>

#include <memory>

namespace sluice {

/// A map, or why there is none. Never changed.
struct MapAnswer
{
    HeatMap map;
    QString error;
};

/// Computes heat maps off the GUI thread; the latest request wins.
class HeatMaps : public LongQuestion
{
    Q_OBJECT

public:
    explicit HeatMaps(QObject* parent = nullptr);

    void ask(std::shared_ptr<const Program> program, Experiment experiment, HeatMapRequest request);
    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const MapAnswer>& shown() const { return m_shown; }

private:
    std::shared_ptr<const MapAnswer> m_shown;
};

} // namespace sluice
