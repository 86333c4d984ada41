// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse and the keyboard do in the drawn graph.
#include "ui/graph/edge_item.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/node_item.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

constexpr double zoomStep = 1.2;

std::optional<GateKind> nextKind(const std::optional<DrawnGate>& gate)
{
    if (!gate) {
        return GateKind::stop;
    }
    return gate->kind == GateKind::stop ? std::optional(GateKind::clean) : std::nullopt;
}

/// The gate that is there is named as it was written, be it for several places at once.
QString targetAt(const GateItem& item)
{
    return item.gate() ? QString::fromStdString(item.gate()->target) : item.target();
}

} // namespace

void GraphView::cycle(const GateItem& item)
{
    if (item.groupSize() > 0) {
        openGroup(QString(item.target()));
        return;
    }
    if (!item.canHaveGate()) {
        return;
    }
    const QString target = targetAt(item);
    const std::optional<GateKind> kind = nextKind(item.gate());
    emit gateChosen(target, kind);
}

bool GraphView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        setHoveredItem(nullptr);
    }
    const auto* help = event->type() == QEvent::ToolTip ? dynamic_cast<QHelpEvent*>(event) : nullptr;
    if (help != nullptr) {
        if (const GateItem* item = itemNear(help->pos())) {
            QToolTip::showText(help->globalPos(), item->toolTip(), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QGraphicsView::viewportEvent(event);
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    GateItem* item = itemNear(event->position().toPoint());
    if (item == nullptr || event->button() != Qt::LeftButton) {
        QGraphicsView::mousePressEvent(event);
        return;
    }
    focusOn(item);
    m_pressedTarget = item->target();
    event->accept();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (itemNear(event->position().toPoint()) != nullptr) {
        mousePressEvent(event);
    } else if (event->button() == Qt::LeftButton) {
        fit();
    }
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() == Qt::NoButton) {
        setHoveredItem(itemNear(event->position().toPoint()));
        return;
    }
    if (m_pressedTarget.isEmpty()) {
        QGraphicsView::mouseMoveEvent(event);
    }
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    const QString pressed = std::exchange(m_pressedTarget, QString());
    if (pressed.isEmpty() || event->button() != Qt::LeftButton) {
        QGraphicsView::mouseReleaseEvent(event);
        updateCursor();
        return;
    }
    const GateItem* item = itemNear(event->position().toPoint());
    if (item != nullptr && item->target() == pressed) {
        cycle(*item);
    }
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    constexpr double degreesOfOneStep = 120.0;
    const double steps = event->angleDelta().y() / degreesOfOneStep;
    if (steps != 0.0) {
        zoomBy(std::pow(zoomStep, steps));
    }
    event->accept();
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    constexpr std::array<std::pair<int, Direction>, 4> arrows{{{Qt::Key_Left, Direction::left},
                                                               {Qt::Key_Right, Direction::right},
                                                               {Qt::Key_Up, Direction::up},
                                                               {Qt::Key_Down, Direction::down}}};
    const bool isPlain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!isPlain) {
        event->ignore();
        return;
    }
    const auto* arrow = std::ranges::find(arrows, event->key(), &std::pair<int, Direction>::first);
    if (arrow != arrows.end()) {
        moveFocus(arrow->second);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const GateItem* item = focusedItem()) {
            cycle(*item);
        }
        break;
    case Qt::Key_Backspace:
        if (const GateItem* item = focusedItem(); item != nullptr && !openedGroupOf(*item).isEmpty()) {
            closeGroup(openedGroupOf(*item));
        }
        break;
    case Qt::Key_Plus:
        zoomBy(zoomStep);
        break;
    case Qt::Key_Minus:
        zoomBy(1.0 / zoomStep);
        break;
    case Qt::Key_0:
        fit();
        break;
    default:
        event->ignore();
    }
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (focusedItem() != nullptr || m_nodes.empty()) {
        return;
    }
    const auto output = std::ranges::find(m_grouped.graph.nodes, DrawnNode::Kind::output, &DrawnNode::kind);
    const auto position = output == m_grouped.graph.nodes.end() ? 0 : output - m_grouped.graph.nodes.begin();
    focusOn(m_nodes[static_cast<std::size_t>(position)]);
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    GateItem* item = isByKeyboard ? focusedItem() : itemNear(event->pos());
    if (item == nullptr) {
        return;
    }
    focusOn(item);
    const QPoint position = isByKeyboard ? mapFromScene(item->anchors().front()) : event->pos();
    showMenu(*item, viewport()->mapToGlobal(position));
}

void GraphView::showMenu(const GateItem& item, const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(item.heading())->setEnabled(false);
    menu->addSeparator();
    if (item.groupSize() > 0) {
        connect(menu->addAction(tr("&Open")), &QAction::triggered, this,
                [this, name = item.target()] { openGroup(name); });
    } else if (item.canHaveGate()) {
        addGateChoices(*menu, item);
    }
    if (const QString opened = openedGroupOf(item); !opened.isEmpty()) {
        menu->addSeparator();
        connect(menu->addAction(tr("C&lose %1").arg(opened)), &QAction::triggered, this,
                [this, opened] { closeGroup(opened); });
    }
    menu->popup(globalPosition);
}

void GraphView::addGateChoices(QMenu& menu, const GateItem& item)
{
    auto* choices = new QActionGroup(&menu);
    const std::optional<GateKind> current = item.gate() ? std::optional(item.gate()->kind) : std::nullopt;
    const QString target = targetAt(item);
    const auto add = [&](const QString& text, std::optional<GateKind> kind) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(kind == current);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, target, kind] { emit gateChosen(target, kind); });
    };
    add(tr("&No gate"), std::nullopt);
    add(tr("&Stop: no gradient flows back"), GateKind::stop);
    add(tr("&Clean: forward noisy, backward noise-free"), GateKind::clean);
}

GateItem* GraphView::focusedItem() const
{
    return dynamic_cast<GateItem*>(m_scene.focusItem());
}

std::optional<GraphElement> GraphView::focusedElement() const
{
    const QGraphicsItem* item = focusedItem();
    if (const auto node = std::ranges::find(m_nodes, item); node != m_nodes.end()) {
        return GraphElement{GraphElement::Kind::node, static_cast<std::size_t>(node - m_nodes.begin())};
    }
    if (const auto edge = std::ranges::find(m_edges, item); edge != m_edges.end()) {
        return GraphElement{GraphElement::Kind::edge, static_cast<std::size_t>(edge - m_edges.begin())};
    }
    return std::nullopt;
}

void GraphView::moveFocus(Direction direction)
{
    const std::optional<GraphElement> here = focusedElement();
    if (!here) {
        return;
    }
    GateItem* item = itemOf(neighbour(m_grouped.graph, m_layout, *here, direction));
    focusOn(item);
    constexpr int surroundings = 24;
    ensureVisible(QRectF(item->anchors().front(), QSizeF(1.0, 1.0)), surroundings, surroundings);
}

void GraphView::focusOn(GateItem* item)
{
    item->setFocus(Qt::OtherFocusReason);
    describeFocus();
}

void GraphView::describeFocus()
{
    const GateItem* item = focusedItem();
    setAccessibleDescription(
        item == nullptr ? QString() : item->description() + QStringLiteral(". ") + item->gateSentence());
    GraphSelection selection;
    if (item != nullptr) {
        const auto element = focusedElement();
        const bool isNode = element && element->kind == GraphElement::Kind::node && item->groupSize() == 0;
        selection = {.node = isNode ? item->target() : QString(),
                     .description = item->description(),
                     .gate = item->gate() ? std::optional(item->gate()->kind) : std::nullopt};
    }
    if (selection != m_selection) {
        m_selection = std::move(selection);
        emit selectionChanged();
    }
}

void GraphView::setHoveredItem(GateItem* item)
{
    if (item == m_hovered) {
        return;
    }
    if (m_hovered != nullptr) {
        m_hovered->setHovered(false);
    }
    m_hovered = item;
    if (item != nullptr) {
        item->setHovered(true);
    }
    updateCursor();
}

void GraphView::updateCursor()
{
    const bool canPan = horizontalScrollBar()->maximum() > horizontalScrollBar()->minimum() ||
                        verticalScrollBar()->maximum() > verticalScrollBar()->minimum();
    const Qt::CursorShape onGround = canPan ? Qt::OpenHandCursor : Qt::ArrowCursor;
    viewport()->setCursor(m_hovered != nullptr ? Qt::PointingHandCursor : onGround);
}

} // namespace sluice
