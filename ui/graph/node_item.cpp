// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include "ui/graph/gate_symbol.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

constexpr double nodeHeight = 24.0;
constexpr double sidePadding = 8.0;
constexpr double spaceBetweenTexts = 6.0;
constexpr double longestTitle = 120.0;
constexpr double longestFormula = 120.0;
constexpr double longestFormulaWhereTight = 56.0;
constexpr double corner = 4.0;
/// How far an input's outline points to the right.
constexpr double tip = 8.0;
/// How far the lower sheet of a group looks out.
constexpr double pileStep = 3.0;
/// How far outside of the outline a gate's symbol stands.
constexpr double gateOffset = 4.0;

/// The texts of a node from left to right, and their widths.
struct Texts
{
    QString title;
    QString formula;
    double titleWidth = 0.0;
    double formulaWidth = 0.0;
};

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

Texts textsOf(const DrawnNode& node, const QFont& font, double roomForFormula = longestFormula)
{
    Texts texts;
    QString title = QString::fromStdString(node.title);
    if (node.kind == DrawnNode::Kind::noiseSource) {
        title.prepend(QStringLiteral("~ "));
    }
    const QFontMetricsF titleMetrics(bold(font));
    const QFontMetricsF formulaMetrics(font);
    texts.title = titleMetrics.elidedText(title, Qt::ElideMiddle, longestTitle);
    // An input's range stands at the plots' axis anyway.
    const bool hasFormula = node.kind != DrawnNode::Kind::input;
    QString formula = hasFormula ? QString::fromStdString(node.formula) : QString();
    if (node.kind == DrawnNode::Kind::group) {
        formula = NodeItem::tr("%1 nodes").arg(node.size);
    }
    texts.formula = formulaMetrics.elidedText(formula, Qt::ElideRight, roomForFormula);
    texts.titleWidth = titleMetrics.horizontalAdvance(texts.title);
    texts.formulaWidth = formulaMetrics.horizontalAdvance(texts.formula);
    return texts;
}

double widthBetween(const Texts& texts)
{
    return texts.titleWidth > 0.0 && texts.formulaWidth > 0.0 ? spaceBetweenTexts : 0.0;
}

} // namespace

NodeItem::NodeItem(const DrawnNode& node, const QFont& font, const Theme& theme)
    : GateItem(QString::fromStdString(node.name), theme),
      m_node(node),
      m_font(font),
      m_size(sizeFor(node, font))
{
    setZValue(2.0);
    updateToolTip();
}

LayoutRequest::Size NodeItem::sizeFor(const DrawnNode& node, const QFont& font, bool isTight)
{
    const Texts texts = textsOf(node, font, isTight ? longestFormulaWhereTight : longestFormula);
    const double tipWidth = node.kind == DrawnNode::Kind::input ? tip : 0.0;
    const double width =
        texts.titleWidth + texts.formulaWidth + widthBetween(texts) + 2.0 * sidePadding + tipWidth;
    const double height = std::max(nodeHeight, QFontMetricsF(font).height() + 8.0);
    return {std::ceil(width / 4.0) * 4.0, std::ceil(height / 4.0) * 4.0};
}

void NodeItem::setSize(const LayoutRequest::Size& size)
{
    prepareGeometryChange();
    m_size = size;
}

void NodeItem::setNode(const DrawnNode& node)
{
    m_node = node;
    updateToolTip();
    update();
}

QRectF NodeItem::box() const
{
    return {-m_size.width / 2.0, -m_size.height / 2.0, m_size.width, m_size.height};
}

QRectF NodeItem::space() const
{
    return gate() ? box().adjusted(0.0, 0.0, gateSymbolRadius + gateOffset, 0.0) : box();
}

QRectF NodeItem::boundingRect() const
{
    return box().adjusted(-5.0, -5.0, gateSymbolRadius + gateOffset + 2.0, 5.0);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(space());
    return path;
}

QPainterPath NodeItem::outline(const QRectF& box) const
{
    QPainterPath path;
    const double cut = 6.0;
    switch (m_node.kind) {
    case DrawnNode::Kind::noiseSource:
        path.addRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
        break;
    case DrawnNode::Kind::input:
        path.addPolygon(QPolygonF({box.topLeft(), box.topRight() - QPointF(tip, 0.0),
                                   QPointF(box.right(), box.center().y()),
                                   box.bottomRight() - QPointF(tip, 0.0), box.bottomLeft()}));
        path.closeSubpath();
        break;
    case DrawnNode::Kind::parameter:
        path.addPolygon(
            QPolygonF({QPointF(box.left() + cut, box.top()), QPointF(box.right() - cut, box.top()),
                       QPointF(box.right(), box.center().y()), QPointF(box.right() - cut, box.bottom()),
                       QPointF(box.left() + cut, box.bottom()), QPointF(box.left(), box.center().y())}));
        path.closeSubpath();
        break;
    case DrawnNode::Kind::operation:
    case DrawnNode::Kind::output:
    case DrawnNode::Kind::group:
        path.addRoundedRect(box, corner, corner);
        break;
    }
    return path;
}

QColor NodeItem::fillColor() const
{
    if (isHovered()) {
        return theme().tinted(theme().accent);
    }
    const bool isSource = m_node.kind == DrawnNode::Kind::noiseSource && m_node.isUsed;
    return isSource ? theme().tinted(theme().noise) : theme().window;
}

QPen NodeItem::outlinePen() const
{
    if (!m_node.isUsed) {
        return {theme().secondaryText, 1.0, Qt::DotLine};
    }
    return m_node.dependsOnNoise ? QPen(theme().noise, 1.5) : QPen(theme().secondaryText, 1.0);
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter->setPen(QPen(theme().accent, 2.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(outline(box().adjusted(-3.5, -3.5, 3.5, 3.5)));
    }
    painter->setPen(outlinePen());
    painter->setBrush(fillColor());
    if (m_node.kind == DrawnNode::Kind::group) {
        // A pile of sheets.
        painter->drawPath(outline(box().translated(pileStep, -pileStep)));
    }
    painter->drawPath(outline(box()));
    if (m_node.kind == DrawnNode::Kind::output) {
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(outline(box().adjusted(3.0, 3.0, -3.0, -3.0)));
    }
    paintText(*painter);
    if (gate()) {
        painter->save();
        painter->translate(m_size.width / 2.0 + gateOffset, 0.0);
        paintGateSymbol(*painter, *gate(), theme(), theme().panel);
        painter->restore();
    }
}

void NodeItem::paintText(QPainter& painter) const
{
    const double tipWidth = m_node.kind == DrawnNode::Kind::input ? tip : 0.0;
    Texts texts = textsOf(m_node, m_font);
    const double excess = texts.titleWidth + texts.formulaWidth + widthBetween(texts) + 2.0 * sidePadding +
                          tipWidth - m_size.width;
    if (excess > 0.0) {
        texts = textsOf(m_node, m_font, std::max(0.0, texts.formulaWidth - excess));
    }
    QRectF room = box().adjusted(0.0, 0.0, -tipWidth, 0.0);
    const double width = texts.titleWidth + texts.formulaWidth + widthBetween(texts);
    room.setLeft(room.center().x() - width / 2.0);
    const int alignment = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip;
    if (!texts.title.isEmpty()) {
        const bool isSource = m_node.kind == DrawnNode::Kind::noiseSource;
        const QColor plain = isSource ? theme().noise : theme().text;
        painter.setFont(bold(m_font));
        painter.setPen(m_node.isUsed ? plain : theme().secondaryText);
        painter.drawText(room, alignment, texts.title);
    }
    room.setLeft(room.left() + texts.titleWidth + widthBetween(texts));
    painter.setFont(m_font);
    painter.setPen(texts.title.isEmpty() && m_node.isUsed ? theme().text : theme().secondaryText);
    painter.drawText(room, alignment, texts.formula);
}

QPolygonF NodeItem::anchors() const
{
    return {{pos()}};
}

QString NodeItem::description() const
{
    const QString name = target();
    const QString formula = QString::fromStdString(m_node.formula);
    QString text;
    switch (m_node.kind) {
    case DrawnNode::Kind::noiseSource:
        text = tr("Noise source %1: %2").arg(name, formula);
        break;
    case DrawnNode::Kind::input:
        text = tr("Input %1 %2").arg(name, formula);
        break;
    case DrawnNode::Kind::parameter:
        text = tr("Parameter %1 %2").arg(name, formula);
        break;
    case DrawnNode::Kind::operation:
        text = tr("%1: %2").arg(name, formula);
        break;
    case DrawnNode::Kind::output:
        text = tr("Output %1: %2").arg(name, formula);
        break;
    case DrawnNode::Kind::group:
        text = tr("%1: %2 nodes drawn as one").arg(name).arg(m_node.size);
        break;
    }
    if (!m_node.isUsed) {
        return tr("%1; the output does not depend on it").arg(text);
    }
    const bool isReached = m_node.dependsOnNoise && m_node.kind != DrawnNode::Kind::noiseSource;
    return isReached ? tr("%1; its value is noisy").arg(text) : text;
}

QString NodeItem::gateSentence() const
{
    if (groupSize() == 0) {
        return GateItem::gateSentence();
    }
    const QString open = tr("A click opens it.");
    return gate() ? tr("There are gates inside. %1").arg(open) : open;
}

double NodeItem::distanceTo(const QPointF& point) const
{
    const QPointF local = mapFromScene(point);
    const QRectF area = shape().boundingRect();
    const double dx = std::max({area.left() - local.x(), 0.0, local.x() - area.right()});
    const double dy = std::max({area.top() - local.y(), 0.0, local.y() - area.bottom()});
    return std::hypot(dx, dy);
}

} // namespace sluice
