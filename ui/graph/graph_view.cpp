// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_view.h"

#include "ui/graph/edge_item.h"
#include "ui/graph/node_item.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace sluice {

namespace {

constexpr double margin = 12.0;
/// Below this, names can't be read any more: the view scrolls instead.
constexpr double smallestFit = 0.7;
constexpr double largestFit = 1.25;
constexpr double smallestZoom = 0.2;
constexpr double largestZoom = 4.0;

} // namespace

GraphView::GraphView(QWidget* parent) : QGraphicsView(parent)
{
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(BoundingRectViewportUpdate);
    viewport()->setMouseTracking(true);
    m_scene.setStickyFocus(true);
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    setAccessibleName(tr("Graph of the expression"));
    setWhatsThis(
        tr("Click a node or an edge to change its gate: none, stop, clean. Arrow keys move along the "
           "edges, Space changes the gate or opens a group, Backspace closes it, the wheel zooms, dragging "
           "pans."));
    setTheme(lightTheme());
}

GraphView::~GraphView()
{
    setScene(nullptr);
}

void GraphView::showGraph(const std::shared_ptr<const Program>& program,
                          const std::vector<std::string>& gates, const std::vector<GateEffect>& effects)
{
    if (program != m_program) {
        m_program = program;
        m_whole = program ? drawnGraph(*program) : DrawnGraph{};
        GroupedGraph next = groupedGraph(m_whole);
        const bool isSame = haveSameStructure(next.graph, m_grouped.graph);
        m_grouped = std::move(next);
        if (!isSame) {
            rebuild();
        } else {
            showFormulas();
        }
    }
    m_gates = program ? DrawnGates(*program, gates, effects) : DrawnGates();
    applyGates();
}

void GraphView::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackgroundBrush(m_theme.panel);
    m_scene.update();
    viewport()->update();
}

void GraphView::clear()
{
    m_hovered = nullptr;
    m_pressedTarget.clear();
    m_nodes.clear();
    m_edges.clear();
    m_sizes.clear();
    m_tightSizes.clear();
    m_rooms.clear();
    m_scene.clear();
    m_layout = {};
    m_message.clear();
}

void GraphView::rebuild()
{
    const GateItem* focused = focusedItem();
    const QString focusedTarget = focused != nullptr ? focused->target() : QString();
    clear();
    if (m_grouped.graph.nodes.size() > mostNodes) {
        m_message = tr("This graph has %1 nodes, more than the %2 that can be drawn.")
                        .arg(m_grouped.graph.nodes.size())
                        .arg(mostNodes);
        m_scene.setSceneRect({});
        viewport()->update();
        return;
    }
    for (const DrawnEdge& edge : m_grouped.graph.edges) {
        m_edges.push_back(new EdgeItem(edge, m_grouped.graph, m_theme));
        m_edges.back()->setFlow(flowOfEdge(m_edges.size() - 1), labelFont());
        m_rooms.push_back(m_edges.back()->labelRoom());
        m_scene.addItem(m_edges.back());
    }
    for (const DrawnNode& node : m_grouped.graph.nodes) {
        m_sizes.push_back(NodeItem::sizeFor(node, font()));
        m_tightSizes.push_back(NodeItem::sizeFor(node, font(), true));
        m_nodes.push_back(new NodeItem(node, font(), m_theme));
        m_scene.addItem(m_nodes.back());
    }
    placeItems();
    if (GateItem* item = itemOf(focusedTarget)) {
        focusOn(item);
    }
}

void GraphView::showFormulas()
{
    bool needsRoom = false;
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        m_nodes[node]->setNode(m_grouped.graph.nodes[node]);
        // Nodes only grow, so that the drawing doesn't tremble while a number changes.
        const auto grow = [&](LayoutRequest::Size& size, bool isTight) {
            const auto wanted = NodeItem::sizeFor(m_grouped.graph.nodes[node], font(), isTight);
            if (wanted.width > size.width) {
                size = wanted;
                needsRoom = needsRoom || isTight == m_isTight;
            }
        };
        grow(m_sizes[node], false);
        grow(m_tightSizes[node], true);
    }
    if (needsRoom) {
        placeItems();
    }
}

LayoutRequest GraphView::layoutRequest(bool isTight) const
{
    LayoutRequest request{isTight ? m_tightSizes : m_sizes, {}};
    for (std::size_t edge = 0; edge < m_grouped.graph.edges.size(); ++edge) {
        request.edges.push_back({m_grouped.graph.edges[edge].from, m_grouped.graph.edges[edge].to,
                                 isTight ? 0.0 : m_rooms[edge]});
    }
    return request;
}

bool GraphView::fitsAcross(double width) const
{
    return maximumViewportSize().width() >= (width + 2.0 * margin) * smallestFit;
}

void GraphView::placeItems()
{
    m_layout = layOut(layoutRequest(false));
    m_roomyWidth = m_layout.width;
    m_isTight = !fitsAcross(m_roomyWidth);
    if (m_isTight) {
        m_layout = layOut(layoutRequest(true));
    }
    const std::vector<LayoutRequest::Size>& sizes = m_isTight ? m_tightSizes : m_sizes;
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        m_nodes[node]->setSize(sizes[node]);
        m_nodes[node]->setPos(m_layout.centres[node].x, m_layout.centres[node].y);
    }
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        m_edges[edge]->setRoute(m_layout.routes[edge]);
    }
    placeLabels();
    if (m_isFitted) {
        fit();
    }
}

void GraphView::showFlows(const DrawnFlows& flows)
{
    m_flows = flows;
    applyFlows();
}

void GraphView::applyFlows()
{
    bool needsRoom = false;
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        m_edges[edge]->setFlow(flowOfEdge(edge), labelFont());
        // Room only grows, so that the drawing doesn't jump with every gate.
        if (const double room = m_edges[edge]->labelRoom(); room > m_rooms[edge]) {
            m_rooms[edge] = room;
            needsRoom = true;
        }
    }
    if (needsRoom) {
        placeItems();
    } else {
        placeLabels();
    }
    describeFocus();
}

void GraphView::placeLabels()
{
    std::vector<QRectF> taken;
    for (const NodeItem* node : m_nodes) {
        taken.push_back(node->space().translated(node->pos()));
    }
    // An edge with a crossed label is drawn above those that cross it, which must not be raised themselves.
    std::set<const EdgeItem*> raised;
    std::set<const EdgeItem*> below;
    for (EdgeItem* edge : m_edges) {
        const std::vector<QRectF> places = edge->labelPlaces();
        const auto isFree = [&taken](const QRectF& place) {
            return std::ranges::none_of(taken,
                                        [&place](const QRectF& other) { return other.intersects(place); });
        };
        const auto isClear = [&](const QRectF& place) { return isFree(place) && crossing(place).empty(); };
        const auto canCover = [&](const QRectF& place) {
            return isFree(place) && std::ranges::none_of(crossing(place), [&](const EdgeItem* other) {
                       return other != edge && raised.contains(other);
                   });
        };
        auto place = std::ranges::find_if(places, isClear);
        const bool isCrossed = place == places.end() && !below.contains(edge);
        if (isCrossed) {
            place = std::ranges::find_if(places, canCover);
        }
        if (place == places.end()) {
            edge->setLabelPlace(std::nullopt);
            continue;
        }
        if (isCrossed) {
            raised.insert(edge);
            std::ranges::copy_if(crossing(*place), std::inserter(below, below.end()),
                                 [edge](const EdgeItem* other) { return other != edge; });
        }
        edge->setLabelPlace(*place, isCrossed);
        taken.push_back(*place);
    }
    frameScene();
}

std::vector<const EdgeItem*> GraphView::crossing(const QRectF& area) const
{
    std::vector<const EdgeItem*> edges;
    std::ranges::copy_if(m_edges, std::back_inserter(edges),
                         [&area](const EdgeItem* edge) { return edge->crosses(area); });
    return edges;
}

/// Labels may stand above the uppermost node and below the lowest.
void GraphView::frameScene()
{
    QRectF whole(0.0, 0.0, m_layout.width, m_layout.height);
    for (const EdgeItem* edge : m_edges) {
        if (edge->labelPlace()) {
            whole = whole.united(*edge->labelPlace());
        }
    }
    const QRectF framed = whole.adjusted(-margin, -margin, margin, margin);
    if (framed != m_scene.sceneRect()) {
        m_scene.setSceneRect(framed);
        if (m_isFitted) {
            fit();
        }
    }
}

QFont GraphView::labelFont() const
{
    constexpr double smallScale = 0.8;
    QFont small = font();
    if (small.pixelSize() > 0) {
        small.setPixelSize(qRound(small.pixelSize() * smallScale));
    } else {
        small.setPointSizeF(small.pointSizeF() * smallScale);
    }
    return small;
}

void GraphView::applyGates()
{
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        m_nodes[node]->setGate(gateOfNode(node));
    }
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        m_edges[edge]->setGate(gateOfEdge(edge));
    }
    placeLabels();
    describeFocus();
}

void GraphView::fit()
{
    m_isFitted = true;
    const QRectF whole = sceneRect();
    const QSize room = maximumViewportSize();
    if (m_nodes.empty() || whole.isEmpty() || room.isEmpty()) {
        return;
    }
    const double wanted = std::min(room.width() / whole.width(), room.height() / whole.height());
    // A little less than the room, lest rounding bring a scroll bar.
    const double scale = std::clamp(wanted * 0.995, smallestFit, largestFit);
    setTransform(QTransform::fromScale(scale, scale));
    // Where not all can be seen, reading begins on the left.
    const double left = whole.left() + viewport()->width() / scale / 2.0;
    const double top = whole.height() * scale > viewport()->height() ? readingHeight() : whole.center().y();
    centerOn(std::min(left, whole.center().x()), top);
    updateCursor();
}

double GraphView::readingHeight() const
{
    const auto isInput = [](const DrawnNode& node) { return node.kind == DrawnNode::Kind::input; };
    const auto input = std::ranges::find_if(m_grouped.graph.nodes, isInput);
    return m_layout
        .centres[input != m_grouped.graph.nodes.end()
                     ? static_cast<std::size_t>(input - m_grouped.graph.nodes.begin())
                     : 0]
        .y;
}

void GraphView::zoomBy(double factor)
{
    const double current = transform().m11();
    const double next = std::clamp(current * factor, smallestZoom, largestZoom);
    m_isFitted = false;
    scale(next / current, next / current);
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted && !m_nodes.empty() && fitsAcross(m_roomyWidth) == m_isTight) {
        placeItems();
    } else if (m_isFitted) {
        fit();
    }
}

void GraphView::drawForeground(QPainter* painter, const QRectF&)
{
    if (m_message.isEmpty()) {
        return;
    }
    painter->save();
    painter->resetTransform();
    painter->setPen(m_theme.secondaryText);
    const QRect room = viewport()->rect().adjusted(12, 12, -12, -12);
    painter->drawText(room, static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_message);
    painter->restore();
}

std::optional<QPoint> GraphView::positionOf(const QString& target) const
{
    const GateItem* item = itemOf(target);
    if (item == nullptr) {
        return std::nullopt;
    }
    const QPolygonF anchors = item->anchors();
    for (const QPointF& anchor : anchors) {
        const QPoint position = mapFromScene(anchor);
        if (itemNear(position) == item) {
            return position;
        }
    }
    return mapFromScene(anchors.front());
}

bool GraphView::activate(const QString& target)
{
    const GateItem* item = itemOf(target);
    if (item == nullptr) {
        return false;
    }
    cycle(*item);
    return true;
}

GateItem* GraphView::itemOf(const QString& target) const
{
    const auto isTarget = [&target](const GateItem* item) { return item->target() == target; };
    if (const auto node = std::ranges::find_if(m_nodes, isTarget); node != m_nodes.end()) {
        return *node;
    }
    const auto edge = std::ranges::find_if(m_edges, isTarget);
    return edge != m_edges.end() ? *edge : nullptr;
}

GateItem* GraphView::itemOf(GraphElement element) const
{
    if (element.kind == GraphElement::Kind::node) {
        return m_nodes[element.position];
    }
    return m_edges[element.position];
}

GateItem* GraphView::itemNear(const QPoint& viewportPosition) const
{
    const QPointF point = mapToScene(viewportPosition);
    for (NodeItem* node : m_nodes) {
        if (node->distanceTo(point) == 0.0) {
            return node;
        }
    }
    GateItem* nearest = nullptr;
    double smallest = 6.0 / std::min(1.0, transform().m11());
    for (EdgeItem* edge : m_edges) {
        const double distance = edge->distanceTo(point);
        if (distance < smallest) {
            nearest = edge;
            smallest = distance;
        }
    }
    return nearest;
}

} // namespace sluice
