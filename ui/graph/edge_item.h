// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/formula_box.h"
#include "ui/graph/gate_item.h"
#include "ui/graph/graph_layout.h"

#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

namespace sluice {

/// The use of one place by another: a channel from left to right. Once it is known what the backward pass
/// carries through it from right to left, colour, line and a sign say so, and its label is the local
/// derivative.
class EdgeItem : public GateItem
{
    Q_DECLARE_TR_FUNCTIONS(sluice::EdgeItem)

public:
    EdgeItem(const DrawnEdge& edge, const DrawnGraph& graph, const Theme& theme);

    void setRoute(const std::vector<LayoutPoint>& route);
    /// What the backward pass carries; none where that isn't known.
    void setFlow(const std::optional<DrawnFlow>& flow, const QFont& font);
    [[nodiscard]] const std::optional<DrawnFlow>& flow() const { return m_flow; }

    /// How much room the label wants along the edge, 0 without one.
    [[nodiscard]] double labelRoom() const;
    /// Where the label may stand, the best place first.
    [[nodiscard]] std::vector<QRectF> labelPlaces() const;
    /// Shows the label there, or not at all; on top of other edges where one of them runs through it.
    void setLabelPlace(const std::optional<QRectF>& place, bool isCrossed = false);
    [[nodiscard]] const std::optional<QRectF>& labelPlace() const { return m_labelPlace; }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    [[nodiscard]] QPolygonF anchors() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] QString gateSentence() const override;
    [[nodiscard]] QString heading() const override;
    [[nodiscard]] bool crosses(const QRectF& area) const;
    [[nodiscard]] double distanceTo(const QPointF& point) const override;

private:
    [[nodiscard]] double baseLevel() const override { return m_isLabelCrossed ? 1.2 : 1.0; }
    [[nodiscard]] QPen linePen() const;
    void paintArrow(QPainter& painter) const;
    void paintFlow(QPainter& painter) const;
    [[nodiscard]] QString flowSentence() const;

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
    std::optional<DrawnFlow> m_flow;
    FormulaBox m_label;
    std::optional<QRectF> m_labelPlace;
    bool m_isLabelCrossed = false;
};

} // namespace sluice
