// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/placement_plot.h"

#include "ui/panels/verdict_text.h"
#include "ui/plot/plot_canvas.h"

#include <QLineF>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace sluice {

namespace {

constexpr double dotSize = 8.0;
constexpr double clickDistance = 10.0;

/// Told by shape as well as by colour.
QCPScatterStyle::ScatterShape shapeOf(const Placement& placement)
{
    if (placement.isDisconnected) {
        return QCPScatterStyle::ssCross;
    }
    if (placement.isCure()) {
        return QCPScatterStyle::ssDisc;
    }
    return placement.noiseFree == Certainty::no ? QCPScatterStyle::ssTriangle : QCPScatterStyle::ssCircle;
}

} // namespace

PlacementPlot::PlacementPlot(const QString& name, const QString& xLabel, const QString& yLabel,
                             QWidget* parent)
    : QWidget(parent), m_plot(new PlotCanvas(this)), m_theme(&lightTheme())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setAccessibleName(name);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->xAxis->setLabel(xLabel);
    m_plot->yAxis->setLabel(yLabel);
    m_plot->styleForPanel(*m_theme, font());
    connectMouse();
}

PlacementPlot::~PlacementPlot()
{
    delete m_plot;
}

void PlacementPlot::connectMouse()
{
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        const Mark* mark = event->button() == Qt::LeftButton ? markAt(event->position()) : nullptr;
        if (mark != nullptr) {
            emit tried(mark->placement);
        }
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const Mark* mark = markAt(event->position());
        m_plot->setCursor(mark != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
        QToolTip::showText(event->globalPosition().toPoint(), mark != nullptr ? mark->toolTip : QString(),
                           m_plot);
    });
}

void PlacementPlot::take(std::shared_ptr<const AdvisedExperiment> advised)
{
    if (advised != m_advised) {
        m_advised = std::move(advised);
        m_selected.reset();
        m_marks = advice() != nullptr ? marksOf(*advice()) : std::vector<Mark>{};
        redraw();
    }
}

void PlacementPlot::select(std::optional<int> placement)
{
    if (placement != m_selected) {
        m_selected = placement;
        redraw();
    }
}

void PlacementPlot::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_plot->styleForPanel(theme, font());
    redraw();
}

const Advice* PlacementPlot::advice() const
{
    return m_advised && m_advised->advice ? &*m_advised->advice : nullptr;
}

QPointF PlacementPlot::pixelOf(const Mark& mark) const
{
    return {m_plot->xAxis->coordToPixel(mark.x), m_plot->yAxis->coordToPixel(mark.y)};
}

std::optional<QPointF> PlacementPlot::positionOf(int placement) const
{
    const auto found = std::ranges::find(m_marks, placement, &Mark::placement);
    return found == m_marks.end() ? std::nullopt : std::optional(pixelOf(*found));
}

const PlacementPlot::Mark* PlacementPlot::markAt(const QPointF& pixel) const
{
    const Mark* nearest = nullptr;
    double smallest = clickDistance;
    for (const Mark& mark : m_marks) {
        const double distance = QLineF(pixelOf(mark), pixel).length();
        // Of those that lie on one another the first is on top.
        if (distance < smallest) {
            smallest = distance;
            nearest = &mark;
        }
    }
    return nearest;
}

void PlacementPlot::redraw()
{
    m_plot->clearItems();
    m_plot->clearGraphs();
    if (const Advice* shown = advice()) {
        drawBehind(*m_plot, *shown, m_marks);
        // The best last, on top.
        for (std::size_t i = m_marks.size(); i-- > 0;) {
            drawMark(m_marks[i], shown->placements[static_cast<std::size_t>(m_marks[i].placement)]);
        }
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlacementPlot::drawMark(const Mark& mark, const Placement& placement)
{
    const auto draw = [&](const QCPScatterStyle& style) {
        QCPGraph* graph = m_plot->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(style);
        graph->addData(mark.x, mark.y);
    };
    const QColor ink = verdictColor(placement.noiseFree, placement.isDisconnected, *m_theme);
    const QBrush fill = placement.isCure() ? QBrush(ink) : QBrush(Qt::NoBrush);
    draw(QCPScatterStyle(shapeOf(placement), QPen(ink, 1.6), fill, dotSize));
    if (m_selected == mark.placement) {
        draw(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(m_theme->accent, 2.0), QBrush(Qt::NoBrush),
                             2.0 * dotSize));
    }
}

} // namespace sluice
