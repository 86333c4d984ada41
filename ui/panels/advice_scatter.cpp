// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/advice_scatter.h"

#include "ui/panels/advice_model.h"
#include "ui/panels/verdict_text.h"

#include <QLineF>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

constexpr double dotSize = 8.0;
constexpr double clickDistance = 10.0;

bool isDrawn(const Placement& placement)
{
    return std::isfinite(placement.bias) && std::isfinite(placement.stddev);
}

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

/// The plotting widget, with the screen's pixel ratio.
class AdviceScatter::Canvas : public QCustomPlot
{
public:
    explicit Canvas(QWidget* parent) : QCustomPlot(parent) { setAttribute(Qt::WA_OpaquePaintEvent, false); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (std::abs(bufferDevicePixelRatio() - devicePixelRatioF()) > 1e-6) {
            setBufferDevicePixelRatio(devicePixelRatioF());
            replot(rpQueuedRefresh);
        }
        QCustomPlot::paintEvent(event);
    }
};

AdviceScatter::AdviceScatter(QWidget* parent)
    : QWidget(parent), m_plot(new Canvas(this)), m_theme(&lightTheme())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setAccessibleName(tr("Placements by bias and deviation"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
    m_plot->setMouseTracking(true);
    m_plot->xAxis->setLabel(tr("bias"));
    m_plot->yAxis->setLabel(tr("deviation"));
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        if (const auto placement = placementAt(event->position())) {
            emit chosen(*placement);
        }
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this](const QMouseEvent* event) {
        if (const auto placement = placementAt(event->position())) {
            emit tried(*placement);
        }
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const auto placement = placementAt(event->position());
        m_plot->setCursor(placement ? Qt::PointingHandCursor : Qt::ArrowCursor);
        const QString text =
            placement ? gatesText(m_advised->advice->placements[static_cast<std::size_t>(*placement)].gates)
                      : QString();
        QToolTip::showText(event->globalPosition().toPoint(), text, m_plot);
    });
    styleAxes();
}

AdviceScatter::~AdviceScatter()
{
    delete m_plot;
}

void AdviceScatter::take(std::shared_ptr<const AdvisedExperiment> advised)
{
    if (advised != m_advised) {
        m_advised = std::move(advised);
        m_selected.reset();
        redraw();
    }
}

void AdviceScatter::select(std::optional<int> placement)
{
    if (placement != m_selected) {
        m_selected = placement;
        redraw();
    }
}

void AdviceScatter::setTheme(const Theme& theme)
{
    m_theme = &theme;
    styleAxes();
    redraw();
}

std::optional<QPointF> AdviceScatter::positionOf(int placement) const
{
    if (!m_advised || !m_advised->advice) {
        return std::nullopt;
    }
    const Placement& each = m_advised->advice->placements[static_cast<std::size_t>(placement)];
    if (!isDrawn(each)) {
        return std::nullopt;
    }
    return QPointF(m_plot->xAxis->coordToPixel(std::abs(each.bias)),
                   m_plot->yAxis->coordToPixel(each.stddev));
}

std::optional<int> AdviceScatter::placementAt(const QPointF& pixel) const
{
    std::optional<int> nearest;
    double smallest = clickDistance;
    const int count =
        m_advised && m_advised->advice ? static_cast<int>(m_advised->advice->placements.size()) : 0;
    for (int i = 0; i < count; ++i) {
        const auto position = positionOf(i);
        const double distance = position ? QLineF(*position, pixel).length() : clickDistance;
        // Of those that lie on one another the best is meant.
        if (distance < smallest) {
            smallest = distance;
            nearest = i;
        }
    }
    return nearest;
}

void AdviceScatter::styleAxes()
{
    m_plot->setBackground(m_theme->panel);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() - 1.5);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setLabelColor(m_theme->secondaryText);
        axis->setTickLabelColor(m_theme->secondaryText);
        axis->setBasePen(QPen(m_theme->line));
        axis->setTickPen(QPen(m_theme->line));
        axis->setSubTicks(false);
        axis->grid()->setPen(QPen(m_theme->grid));
        axis->grid()->setZeroLinePen(QPen(m_theme->line));
        axis->setNumberFormat(QStringLiteral("gbc"));
        axis->setNumberPrecision(3);
        axis->ticker()->setTickCount(4);
    }
}

void AdviceScatter::redraw()
{
    m_plot->clearGraphs();
    double widest = 0.0;
    double highest = 0.0;
    const int count =
        m_advised && m_advised->advice ? static_cast<int>(m_advised->advice->placements.size()) : 0;
    // The best are drawn last, on top.
    for (int i = count - 1; i >= 0; --i) {
        const Placement& each = m_advised->advice->placements[static_cast<std::size_t>(i)];
        if (!isDrawn(each)) {
            continue;
        }
        widest = std::max(widest, std::abs(each.bias));
        highest = std::max(highest, each.stddev);
        const bool isSelected = m_selected == i;
        const QColor ink = verdictColor(each.noiseFree, each.isDisconnected, *m_theme);
        QCPGraph* graph = m_plot->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(shapeOf(each), QPen(ink, 1.6),
                                               each.isCure() ? QBrush(ink) : QBrush(Qt::NoBrush), dotSize));
        graph->addData(std::abs(each.bias), each.stddev);
        if (isSelected) {
            QCPGraph* ring = m_plot->addGraph();
            ring->setLineStyle(QCPGraph::lsNone);
            ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(m_theme->accent, 2.0),
                                                  QBrush(Qt::NoBrush), 2.0 * dotSize));
            ring->addData(std::abs(each.bias), each.stddev);
        }
    }
    // Marks at the axes are not cut in half.
    const auto room = [](double largest) { return largest > 0.0 ? largest : 1.0; };
    m_plot->xAxis->setRange(-0.08 * room(widest), 1.12 * room(widest));
    m_plot->yAxis->setRange(-0.1 * room(highest), 1.15 * room(highest));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace sluice
