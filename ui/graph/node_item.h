// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/gate_item.h"
#include "ui/graph/graph_layout.h"

#include <QFont>
#include <QPainterPath>
#include <QPen>

namespace sluice {

/// A place: its kind is told by its outline and a mark as well as by colour.
class NodeItem : public GateItem
{
    Q_DECLARE_TR_FUNCTIONS(sluice::NodeItem)

public:
    NodeItem(const DrawnNode& node, const QFont& font, const Theme& theme);

    /// What a node needs to show its text whole, up to a limit beyond which the text is elided: a lower one
    /// where room is tight.
    [[nodiscard]] static LayoutRequest::Size sizeFor(const DrawnNode& node, const QFont& font,
                                                     bool isTight = false);
    void setSize(const LayoutRequest::Size& size);
    void setNode(const DrawnNode& node);

    /// The outline, and the gate's symbol beside it, around the node's own origin.
    [[nodiscard]] QRectF space() const;
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    [[nodiscard]] QPolygonF anchors() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] QString gateSentence() const override;
    [[nodiscard]] bool canHaveGate() const override { return groupSize() == 0; }
    [[nodiscard]] std::size_t groupSize() const override
    {
        return m_node.kind == DrawnNode::Kind::group ? m_node.size : 0;
    }
    [[nodiscard]] double distanceTo(const QPointF& point) const override;

private:
    [[nodiscard]] double baseLevel() const override { return 2.0; }
    [[nodiscard]] QRectF box() const;
    [[nodiscard]] QPainterPath outline(const QRectF& box) const;
    [[nodiscard]] QColor fillColor() const;
    [[nodiscard]] QPen outlinePen() const;
    void paintText(QPainter& painter) const;

    DrawnNode m_node;
    QFont m_font;
    LayoutRequest::Size m_size;
};

} // namespace sluice
