// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse and the keyboard do in the plots.
#include "ui/plot/crosshair.h"
#include "ui/plot/figure.h"
#include "ui/plot/legend.h"
#include "ui/plot/pane.h"
#include "ui/plot/plot_canvas.h"
#include "ui/plot/plot_view.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sluice {

void PlotView::connectInteractions()
{
    constexpr int timeToSettle = 400;
    m_settled.setSingleShot(true);
    m_settled.setInterval(timeToSettle);
    connect(&m_settled, &QTimer::timeout, this, &PlotView::remember);
    for (const Pane* pane : {&m_figure->valuePane(), &m_figure->gradientPane()}) {
        for (const QCPAxis* axis : pane->axisRect().axes()) {
            connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &PlotView::noteRanges);
        }
    }
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        const auto variant = m_figure->legend().variantAt(event->position());
        if (variant && event->button() == Qt::LeftButton) {
            toggle(*variant);
        }
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this](const QMouseEvent* event) {
        if (!m_figure->legend().variantAt(event->position())) {
            fit();
        }
    });
    connect(m_plot, &QCustomPlot::mouseMove, this,
            [this](const QMouseEvent* event) { moveCursorTo(event->position()); });
}

void PlotView::connectClicks()
{
    m_click.setSingleShot(true);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        const bool isOnEntry = m_figure->legend().variantAt(event->position()).has_value();
        const bool isClick = event->button() == Qt::LeftButton && !isOnEntry;
        m_pressed = isClick ? std::optional(event->position()) : std::nullopt;
    });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent* event) {
        const auto pressed = std::exchange(m_pressed, std::nullopt);
        const auto distance = pressed ? (event->position() - *pressed).manhattanLength() : 0.0;
        if (pressed && distance < QApplication::startDragDistance()) {
            m_click.disconnect(this);
            connect(&m_click, &QTimer::timeout, this, [this, pixel = *pressed] { takeClick(pixel); });
            m_click.start(QApplication::doubleClickInterval());
        }
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, &m_click, &QTimer::stop);
}

std::optional<PlotView::Aim> PlotView::aimAt(const QPointF& pixel) const
{
    for (const Pane* pane : {&m_figure->valuePane(), &m_figure->gradientPane()}) {
        const QCPAxisRect& area = pane->axisRect();
        // A mark hangs over the edge of the frame, and is narrower than what is nearer to the next point.
        if (const auto x = pane->exceptionalAt(pixel)) {
            return Aim{.pane = pane, .x = *x, .isAtMark = true};
        }
        if (area.rect().contains(pixel.toPoint())) {
            return Aim{.pane = pane, .x = area.axis(QCPAxis::atBottom)->pixelToCoord(pixel.x())};
        }
    }
    return std::nullopt;
}

void PlotView::takeClick(const QPointF& pixel)
{
    const std::optional<Aim> aim = aimAt(pixel);
    if (!aim) {
        return;
    }
    setCursor(aim->x);
    const double y = aim->isAtMark ? std::numeric_limits<double>::quiet_NaN()
                                   : aim->pane->axisRect().axis(QCPAxis::atLeft)->pixelToCoord(pixel.y());
    const auto x = m_crosshair->position();
    if (x && aim->pane == &m_figure->valuePane()) {
        emit valueClicked(*x, y);
    } else if (x) {
        emit gradientClicked(*x, y);
    }
}

void PlotView::chooseCursor()
{
    if (!m_crosshair->position()) {
        stepCursor(0);
    }
    if (const auto x = m_crosshair->position()) {
        emit cursorChosen(*x);
    }
}

bool PlotView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::Resize) {
        m_figure->arrange(m_plot->size());
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        setCursor(std::nullopt);
    }
    return QWidget::eventFilter(watched, event);
}

void PlotView::moveCursorTo(const QPointF& pixel)
{
    const std::optional<Aim> aim = aimAt(pixel);
    m_plot->setCursor(aim && aim->isAtMark ? Qt::PointingHandCursor : cursorShapeAt(pixel));
    setCursor(aim ? std::optional(aim->x) : std::nullopt);
}

Qt::CursorShape PlotView::cursorShapeAt(const QPointF& pixel) const
{
    if (m_figure->legend().variantAt(pixel)) {
        return Qt::PointingHandCursor;
    }
    // Wheel and drag over an axis move it alone.
    for (const Pane* pane : {&m_figure->valuePane(), &m_figure->gradientPane()}) {
        for (const auto& [side, shape] : {std::pair(QCPAxis::atBottom, Qt::SizeHorCursor),
                                          std::pair(QCPAxis::atLeft, Qt::SizeVerCursor)}) {
            if (pane->axisRect().axis(side)->selectTest(pixel, false) >= 0.0) {
                return shape;
            }
        }
    }
    return Qt::ArrowCursor;
}

void PlotView::stepCursor(int points)
{
    const std::span<const double> x = m_figure->valuePane().content().x;
    if (x.empty()) {
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(x.size()) - 1;
    const auto position = m_crosshair->position();
    const auto found = position ? std::ranges::find(x, *position) - x.begin() : last / 2;
    const bool backwards = x.front() > x.back();
    const std::ptrdiff_t step = position ? (backwards ? -points : points) : 0;
    setCursor(x[static_cast<std::size_t>(std::clamp(found + step, std::ptrdiff_t{0}, last))]);
}

void PlotView::zoom(double factor)
{
    for (const Pane* pane : {&m_figure->valuePane(), &m_figure->gradientPane()}) {
        QCPAxis* axis = pane->axisRect().axis(QCPAxis::atLeft);
        const QCPRange range = axis->range();
        axis->scaleRange(factor, pane->content().isLogarithmic() ? std::sqrt(range.lower * range.upper)
                                                                 : range.center());
    }
    QCPAxis* shared = m_figure->valuePane().axisRect().axis(QCPAxis::atBottom);
    shared->scaleRange(factor, m_crosshair->position().value_or(shared->range().center()));
    replotLater();
}

void PlotView::toggle(int variant)
{
    FigureContent content = m_figure->content();
    FigureVariant& entry = content.variants[static_cast<std::size_t>(variant)];
    entry.visible = !entry.visible;
    const bool visible = entry.visible;
    showFigure(std::move(content));
    emit visibilityChanged(variant, visible);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    const int stride = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        stepCursor(-stride);
        break;
    case Qt::Key_Right:
        stepCursor(stride);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8);
        break;
    case Qt::Key_Minus:
        zoom(1.25);
        break;
    case Qt::Key_Home:
        fit();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCursor();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace sluice
