// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/placement_plot.h"

namespace sluice {

/// How the gradient's deviation depends on how deep in a chain of layers a clean gate stands, beside what it
/// is without a gate.
class DepthCurve : public PlacementPlot
{
    Q_OBJECT

public:
    explicit DepthCurve(QWidget* parent = nullptr);

    /// Whether there is a chain, and so a curve.
    [[nodiscard]] static bool has(const Advice& advice) { return advice.depths.size() > 1; }

protected:
    [[nodiscard]] std::vector<Mark> marksOf(const Advice& advice) const override;
    void drawBehind(PlotCanvas& plot, const Advice& advice, const std::vector<Mark>& marks) override;
};

} // namespace sluice
