// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/advice_scatter.h"

#include "ui/panels/placement_text.h"
#include "ui/plot/plot_canvas.h"

#include <algorithm>
#include <cmath>

namespace sluice {

AdviceScatter::AdviceScatter(QWidget* parent)
    : PlacementPlot(tr("Placements by bias and deviation"), tr("bias against the noise-free gradient"),
                    tr("deviation"), parent)
{
}

std::vector<PlacementPlot::Mark> AdviceScatter::marksOf(const Advice& advice) const
{
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < advice.placements.size(); ++i) {
        const Placement& each = advice.placements[i];
        const double bias = each.biasAgainst(GradientTarget::noiseFree).value;
        if (std::isfinite(bias) && std::isfinite(each.stddev)) {
            marks.push_back({static_cast<int>(i), std::abs(bias), each.stddev, placementToolTip(each)});
        }
    }
    return marks;
}

void AdviceScatter::drawBehind(PlotCanvas& plot, const Advice& /*advice*/, const std::vector<Mark>& marks)
{
    double widest = 0.0;
    double highest = 0.0;
    for (const Mark& mark : marks) {
        widest = std::max(widest, mark.x);
        highest = std::max(highest, mark.y);
    }
    // Marks at the axes are not cut in half.
    const auto room = [](double largest) { return largest > 0.0 ? largest : 1.0; };
    plot.xAxis->setRange(-0.08 * room(widest), 1.12 * room(widest));
    plot.yAxis->setRange(-0.1 * room(highest), 1.15 * room(highest));
}

} // namespace sluice
