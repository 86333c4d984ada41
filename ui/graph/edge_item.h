// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/gate_item.h"
#include "ui/graph/graph_layout.h"

#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>

namespace sluice {

/// The use of one place by another: a channel from left to right.
class EdgeItem : public GateItem
{
public:
    EdgeItem(const DrawnEdge& edge, const DrawnGraph& graph, const Theme& theme);

    void setRoute(const std::vector<LayoutPoint>& route);

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    [[nodiscard]] QPolygonF anchors() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] double distanceTo(const QPointF& point) const override;

private:
    [[nodiscard]] double baseLevel() const override { return 1.0; }
    [[nodiscard]] QPen linePen() const;
    void paintArrow(QPainter& painter) const;

    QString m_from;
    QString m_to;
    bool m_isNoisy;
    bool m_isUsed;
    QPainterPath m_path;
    QPainterPath m_shape;
    /// The path in straight pieces.
    QPolygonF m_line;
    /// Where the gate's symbol stands, and the path's direction there.
    QLineF m_gatePlace;
};

} // namespace sluice
