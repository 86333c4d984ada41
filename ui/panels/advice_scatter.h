// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/placement_plot.h"

namespace sluice {

/// The placements by bias and spread: what cures lies at the origin.
class AdviceScatter : public PlacementPlot
{
    Q_OBJECT

public:
    explicit AdviceScatter(QWidget* parent = nullptr);

protected:
    [[nodiscard]] std::vector<Mark> marksOf(const Advice& advice) const override;
    void drawBehind(PlotCanvas& plot, const Advice& advice, const std::vector<Mark>& marks) override;
};

} // namespace sluice
