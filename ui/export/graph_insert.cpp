// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/graph_insert.h"

#include "ui/graph/graph_view.h"

#include <algorithm>
#include <utility>

namespace sluice {

GraphInsert::GraphInsert(GraphDrawing drawing) : m_drawing(std::move(drawing)) {}

GraphInsert::~GraphInsert() = default;

GraphView& GraphInsert::viewFor(const FigureStyle& style) const
{
    if (!m_view || m_fontPixels != style.fontPixels) {
        m_fontPixels = style.fontPixels;
        m_view = std::make_unique<GraphView>();
        m_view->setFont(style.font());
        m_view->showGraph(m_drawing.program, m_drawing.gates, m_drawing.effects);
        m_view->showFlows(m_drawing.flows);
    }
    return *m_view;
}

double GraphInsert::heightFor(double width, const FigureStyle& style) const
{
    const QRectF whole = viewFor(style).sceneRect();
    return whole.isEmpty() ? 0.0 : whole.height() * std::min(1.0, width / whole.width());
}

void GraphInsert::paint(QPainter& painter, const QRectF& room, const FigureStyle& style) const
{
    GraphView& view = viewFor(style);
    view.setTheme(*style.theme);
    const QRectF whole = view.sceneRect();
    if (whole.isEmpty() || room.isEmpty()) {
        return;
    }
    const double scale = std::min({1.0, room.width() / whole.width(), room.height() / whole.height()});
    QRectF place(QPointF(), whole.size() * scale);
    place.moveCenter(room.center());
    view.scene()->render(&painter, place, whole);
}

} // namespace sluice
