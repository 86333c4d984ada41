// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_item.h"

#include "ui/formula/formula_painter.h"
#include "ui/formula/read_formula.h"
#include "ui/graph/gate_symbol.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice {

namespace {

constexpr double clickWidth = 12.0;
constexpr double arrowLength = 6.0;
/// Around a label, and how wide one may be before it is left to the tooltip.
constexpr double labelMargin = 2.0;
constexpr double widestLabel = 120.0;
/// Where the sign of what is carried stands, from the edge's beginning.
constexpr double signDistance = 9.0;

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
    m_labelPlace.reset();
}

void EdgeItem::setFlow(const std::optional<DrawnFlow>& flow, const QFont& font)
{
    if (flow == m_flow) {
        return;
    }
    prepareGeometryChange();
    m_flow = flow;
    m_label = {};
    m_labelPlace.reset();
    if (m_flow && m_flow->carried != Carried::nothing && !m_flow->local.empty()) {
        const bool readsNoise = !m_flow->noise.empty();
        const TypesetFormula formula = readFormula(m_flow->local);
        m_label = layOut(readsNoise ? formula.marked(TypesetFormula::Mark::noisy) : formula, font);
    }
    updateToolTip();
    update();
}

double EdgeItem::labelRoom() const
{
    const bool isShown = m_label.width > 0.0 && m_label.width <= widestLabel;
    return isShown ? m_label.width + 2.0 * labelMargin + arrowLength + signDistance : 0.0;
}

std::vector<QRectF> EdgeItem::labelPlaces() const
{
    std::vector<QRectF> places;
    if (labelRoom() == 0.0 || m_line.isEmpty()) {
        return places;
    }
    const QSizeF size(m_label.width + 2.0 * labelMargin, m_label.height() + 2.0 * labelMargin);
    const double length = lengthOf(m_line);
    const double nearest = gate() ? gateSymbolRadius : labelMargin;
    // A little away from the edge, where beside it there is another.
    for (const double away : {0.0, 7.0, 14.0}) {
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7}) {
            const QPointF on = tangentAt(m_line, share * length).p1();
            const double lift = nearest + away;
            const QPointF above(on.x() - size.width() / 2.0, on.y() - lift - size.height());
            places.emplace_back(above, size);
            places.emplace_back(QPointF(above.x(), on.y() + lift), size);
        }
    }
    return places;
}

void EdgeItem::setLabelPlace(const std::optional<QRectF>& place, bool isCrossed)
{
    prepareGeometryChange();
    m_labelPlace = place;
    if (isCrossed != m_isLabelCrossed) {
        const double raised = zValue() - baseLevel();
        m_isLabelCrossed = isCrossed;
        setZValue(baseLevel() + raised);
    }
    update();
}

QRectF EdgeItem::boundingRect() const
{
    const QRectF line = m_path.boundingRect().adjusted(-gateSymbolRadius - 2.0, -gateSymbolRadius - 2.0,
                                                       gateSymbolRadius + 2.0, gateSymbolRadius + 2.0);
    return m_labelPlace ? line.united(*m_labelPlace) : line;
}

QPainterPath EdgeItem::shape() const
{
    return m_shape;
}

QPen EdgeItem::linePen() const
{
    const bool isStopped = gate() && gate()->kind == GateKind::stop && !gate()->changesNothing;
    const bool isKnown = m_flow.has_value();
    const Carried carried = isKnown && !isStopped ? m_flow->carried : Carried::nothing;
    QPen pen(theme().secondaryText, 1.2);
    if (isKnown && carried == Carried::noisy) {
        pen = QPen(theme().noise, 2.0);
    } else if (isKnown && carried == Carried::noiseFree) {
        pen = QPen(theme().noiseFree, 1.6);
    } else if (isKnown && carried == Carried::noiseNotSeen) {
        pen = QPen(theme().noiseFree, 1.6);
        pen.setDashPattern({6.0, 2.0});
    } else if (isStopped) {
        pen.setColor(theme().stopped);
        pen.setDashPattern({3.0, 2.5});
    } else if (isKnown || !m_isUsed) {
        pen.setStyle(Qt::DotLine);
    }
    if (isHovered()) {
        pen.setColor(theme().accent);
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
    paintFlow(*painter);
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

void EdgeItem::paintFlow(QPainter& painter) const
{
    if (!m_flow || m_flow->carried == Carried::nothing) {
        return;
    }
    // What is carried flows against the arrow: the sign points to where it goes.
    const bool isNoisy = m_flow->carried == Carried::noisy;
    const QColor ink = isNoisy ? theme().noise : theme().noiseFree;
    const QLineF place = tangentAt(m_line, signDistance);
    painter.save();
    painter.translate(place.p1());
    painter.rotate(-place.angle());
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(isNoisy ? ink : theme().panel);
    painter.drawPolygon(QPolygonF({{-4.0, 0.0}, {2.5, -4.0}, {2.5, 4.0}}));
    painter.restore();
    if (m_labelPlace) {
        QColor ground = theme().panel;
        ground.setAlphaF(m_isLabelCrossed ? 1.0F : 0.85F);
        painter.fillRect(*m_labelPlace, ground);
        sluice::paint(painter, m_label,
                      m_labelPlace->topLeft() + QPointF(labelMargin, labelMargin + m_label.ascent), theme());
    }
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

QString EdgeItem::flowSentence() const
{
    switch (m_flow->carried) {
    case Carried::nothing:
        return tr("The backward pass carries nothing here.");
    case Carried::noiseFree:
        return tr("The backward pass carries a noise-free gradient.");
    case Carried::noiseNotSeen:
        return tr("The backward pass carries a gradient in which no noise is seen: this is measured, not "
                  "proved.");
    case Carried::noisy:
        break;
    }
    return tr("The backward pass carries a noisy gradient.");
}

QString EdgeItem::description() const
{
    QString text = tr("%1 is used by %2").arg(m_from, m_to);
    if (m_isNoisy) {
        text = tr("%1; its value is noisy").arg(text);
    }
    if (m_flow) {
        text += QLatin1Char('\n') + flowSentence();
        if (!m_flow->local.empty()) {
            text += QLatin1Char('\n') +
                    tr("∂%1/∂%2 = %3").arg(m_to, m_from, QString::fromStdString(m_flow->local));
        }
    }
    return text;
}

QString EdgeItem::gateSentence() const
{
    return canHaveGate() ? GateItem::gateSentence()
                         : tr("Several uses, drawn as one: open the group to set a gate on one of them.");
}

QString EdgeItem::heading() const
{
    return canHaveGate() ? GateItem::heading() : QStringLiteral("%1 → %2").arg(m_from, m_to);
}

bool EdgeItem::crosses(const QRectF& area) const
{
    // The box of a straight line is empty but for a margin.
    if (!m_line.boundingRect().adjusted(-1.0, -1.0, 1.0, 1.0).intersects(area)) {
        return false;
    }
    const std::array sides{
        QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
        QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())};
    for (qsizetype i = 1; i < m_line.size(); ++i) {
        const QLineF piece(m_line[i - 1], m_line[i]);
        const auto isMet = [&piece](const QLineF& side) {
            return side.intersects(piece, nullptr) == QLineF::BoundedIntersection;
        };
        if (area.contains(piece.p1()) || area.contains(piece.p2()) || std::ranges::any_of(sides, isMet)) {
            return true;
        }
    }
    return false;
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
