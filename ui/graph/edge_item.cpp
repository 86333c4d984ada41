// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_item.h"

#include "ui/graph/gate_symbol.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

constexpr double clickWidth = 12.0;
constexpr double arrowLength = 6.0;

QPainterPath smoothPath(const std::vector<LayoutPoint>& route)
{
    QPainterPath path;
    if (route.empty()) {
        return path;
    }
    path.moveTo(route.front().x, route.front().y);
    for (std::size_t i = 1; i < route.size(); ++i) {
        const LayoutPoint& from = route[i - 1];
        const LayoutPoint& to = route[i];
        if (from.y == to.y) {
            path.lineTo(to.x, to.y);
        } else {
            const double middle = (from.x + to.x) / 2.0;
            path.cubicTo(middle, from.y, middle, to.y, to.x, to.y);
        }
    }
    return path;
}

double distanceToSegment(const QPointF& point, const QPointF& from, const QPointF& to)
{
    const QPointF along = to - from;
    const double squaredLength = QPointF::dotProduct(along, along);
    const double share = squaredLength > 0.0 ? QPointF::dotProduct(point - from, along) / squaredLength : 0.0;
    return QLineF(point, from + along * std::clamp(share, 0.0, 1.0)).length();
}

double lengthOf(const QPolygonF& line)
{
    double length = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        length += QLineF(line[i - 1], line[i]).length();
    }
    return length;
}

/// A point of the line at this distance from its beginning; its angle is that of the line there.
QLineF tangentAt(const QPolygonF& line, double distance)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        QLineF segment(line[i - 1], line[i]);
        const double length = segment.length();
        if (length > 0.0 && (distance <= length || i + 1 == line.size())) {
            segment.setP1(segment.pointAt(std::min(1.0, distance / length)));
            segment.setP2(segment.p1() + line[i] - line[i - 1]);
            return segment;
        }
        distance -= length;
    }
    return {};
}

/// The longest level piece of a route, if a gate's symbol has room there.
std::optional<QLineF> levelPiece(const std::vector<LayoutPoint>& route)
{
    std::optional<QLineF> longest;
    double length = 2.0 * gateSymbolRadius;
    for (std::size_t i = 1; i < route.size(); ++i) {
        const QLineF piece(route[i - 1].x, route[i - 1].y, route[i].x, route[i].y);
        if (route[i - 1].y == route[i].y && piece.length() > length) {
            longest = piece;
            length = piece.length();
        }
    }
    return longest;
}

} // namespace

EdgeItem::EdgeItem(const DrawnEdge& edge, const DrawnGraph& graph, const Theme& theme)
    : GateItem(QString::fromStdString(edge.name), theme),
      m_from(QString::fromStdString(graph.nodes[edge.from].name)),
      m_to(QString::fromStdString(graph.nodes[edge.to].name)),
      m_isNoisy(graph.nodes[edge.from].dependsOnNoise),
      m_isUsed(graph.nodes[edge.to].isUsed)
{
    setZValue(1.0);
    updateToolTip();
}

void EdgeItem::setRoute(const std::vector<LayoutPoint>& route)
{
    prepareGeometryChange();
    m_path = smoothPath(route);
    m_line = m_path.toSubpathPolygons().value(0);
    const std::optional<QLineF> level = levelPiece(route);
    m_gatePlace = level ? QLineF(level->center(), level->p2()) : tangentAt(m_line, lengthOf(m_line) / 2.0);
    QPainterPathStroker stroker;
    stroker.setWidth(clickWidth);
    m_shape = stroker.createStroke(m_path);
    m_shape.addEllipse(m_gatePlace.p1(), gateSymbolRadius, gateSymbolRadius);
    m_shape.setFillRule(Qt::WindingFill);
}

QRectF EdgeItem::boundingRect() const
{
    return m_path.boundingRect().adjusted(-gateSymbolRadius - 2.0, -gateSymbolRadius - 2.0,
                                          gateSymbolRadius + 2.0, gateSymbolRadius + 2.0);
}

QPainterPath EdgeItem::shape() const
{
    return m_shape;
}

QPen EdgeItem::linePen() const
{
    const bool isStopped = gate() && gate()->kind == GateKind::stop && !gate()->changesNothing;
    QColor color = m_isNoisy && m_isUsed ? theme().noise : theme().secondaryText;
    if (isStopped) {
        color = theme().stopped;
    }
    if (isHovered()) {
        color = theme().accent;
    }
    QPen pen(color, m_isNoisy && m_isUsed ? 2.0 : 1.2);
    if (isStopped) {
        pen.setDashPattern({3.0, 2.5});
    } else if (!m_isUsed) {
        pen.setStyle(Qt::DotLine);
    }
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    if (hasFocus()) {
        // A casing on both sides of the line, so that the line itself keeps its meaning.
        painter->setPen(QPen(theme().accent, 8.0));
        painter->drawPath(m_path);
        painter->setPen(QPen(theme().panel, 4.0));
        painter->drawPath(m_path);
    }
    painter->setPen(linePen());
    painter->drawPath(m_path);
    paintArrow(*painter);
    if (gate()) {
        painter->save();
        painter->translate(m_gatePlace.p1());
        painter->rotate(-m_gatePlace.angle());
        paintGateSymbol(*painter, *gate(), theme(), theme().panel);
        painter->restore();
    }
}

void EdgeItem::paintArrow(QPainter& painter) const
{
    const QPointF end = m_path.currentPosition();
    painter.setPen(Qt::NoPen);
    painter.setBrush(linePen().color());
    painter.drawPolygon(QPolygonF({end, end + QPointF(-arrowLength, -arrowLength / 2.0),
                                   end + QPointF(-arrowLength, arrowLength / 2.0)}));
}

QPolygonF EdgeItem::anchors() const
{
    constexpr double step = 4.0;
    QPolygonF points{{m_gatePlace.p1()}};
    const int count = static_cast<int>(lengthOf(m_line) / step);
    for (int i = 1; i < count; ++i) {
        points << tangentAt(m_line, step * i).p1();
    }
    return points;
}

QString EdgeItem::description() const
{
    const QString text = tr("%1 is used by %2").arg(m_from, m_to);
    return m_isNoisy ? tr("%1; its value is noisy").arg(text) : text;
}

double EdgeItem::distanceTo(const QPointF& point) const
{
    double nearest = QLineF(m_gatePlace.p1(), point).length() - (gate() ? gateSymbolRadius / 2.0 : 0.0);
    for (qsizetype i = 1; i < m_line.size(); ++i) {
        nearest = std::min(nearest, distanceToSegment(point, m_line[i - 1], m_line[i]));
    }
    return std::max(nearest, 0.0);
}

} // namespace sluice
