// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/depth_curve.h"

#include "ui/local_number.h"
#include "ui/panels/panel.h"
#include "ui/panels/placement_text.h"
#include "ui/plot/plot_canvas.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

namespace sluice {

namespace {

/// The places that the curve is of: those with names of their own in the text, as layers have, and all where
/// there is no curve of them.
std::vector<DepthPoint> layersOf(const Advice& advice)
{
    std::vector<DepthPoint> named;
    std::ranges::copy_if(advice.depths, std::back_inserter(named),
                         [](const DepthPoint& depth) { return depth.place.find('.') == std::string::npos; });
    return named.size() > 1 ? named : advice.depths;
}

/// A level across the plot, with its name above the line at the right.
void drawLevel(PlotCanvas& plot, double level, const QString& name, const Theme& theme, const QFont& font)
{
    auto* line = new QCPItemStraightLine(&plot);
    line->point1->setCoords(0.0, level);
    line->point2->setCoords(1.0, level);
    line->setPen(QPen(theme.noise, 1.2, Qt::DashLine));
    auto* label = new QCPItemText(&plot);
    label->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    label->position->setTypeY(QCPItemPosition::ptPlotCoords);
    label->position->setCoords(0.99, level);
    label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    label->setText(name);
    label->setFont(font);
    label->setColor(theme.secondaryText);
}

} // namespace

DepthCurve::DepthCurve(QWidget* parent)
    : PlacementPlot(tr("Deviation of the gradient by the depth of a clean gate"),
                    tr("depth of the clean gate"), tr("deviation"), parent)
{
    const auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickStep(1.0);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    canvas().xAxis->setTicker(ticker);
    canvas().xAxis->grid()->setVisible(false);
}

std::vector<PlacementPlot::Mark> DepthCurve::marksOf(const Advice& advice) const
{
    std::vector<Mark> marks;
    if (!has(advice)) {
        return marks;
    }
    const std::vector<DepthPoint> layers = layersOf(advice);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const DepthPoint& depth = layers[i];
        const Placement& each = advice.placements[depth.placement];
        if (std::isfinite(each.stddev)) {
            const QString place = QString::fromStdString(depth.place);
            marks.push_back({static_cast<int>(depth.placement), static_cast<double>(i + 1), each.stddev,
                             tr("%1=clean, %2: deviation %3")
                                 .arg(place, placementVerdict(each), readableNumber(each.stddev, 3))});
        }
    }
    return marks;
}

void DepthCurve::drawBehind(PlotCanvas& plot, const Advice& advice, const std::vector<Mark>& marks)
{
    const double ungated = advice.placements[advice.ungated].stddev;
    double highest = std::isfinite(ungated) ? ungated : 0.0;
    QCPGraph* curve = plot.addGraph();
    curve->setPen(QPen(theme().secondaryText, 1.2));
    for (const Mark& mark : marks) {
        curve->addData(mark.x, mark.y);
        highest = std::max(highest, mark.y);
    }
    if (std::isfinite(ungated) && !marks.empty()) {
        drawLevel(plot, ungated, tr("no gates"), theme(), smaller(font()));
    }
    const double room = highest > 0.0 ? highest : 1.0;
    // Marks at the sides are not cut in half.
    const auto deepest = static_cast<double>(layersOf(advice).size());
    const double side = 0.5 + 0.03 * deepest;
    plot.xAxis->setRange(1.0 - side, deepest + side);
    plot.yAxis->setRange(-0.1 * room, 1.2 * room);
}

} // namespace sluice
