// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/gradient/gate.h"
#include "core/language/program.h"
#include "ui/graph/graph_layout.h"
#include "ui/graph/graph_model.h"
#include "ui/graph/graph_navigation.h"
#include "ui/theme.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPoint>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice {

class EdgeItem;
class GateItem;
class NodeItem;

/// The drawn graph of a program with the gates of one variant. It changes nothing itself: it says which gate
/// the user has chosen where.
class GraphView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// Shows a program; nothing where it is null.
    void showGraph(const std::shared_ptr<const Program>& program, const std::vector<std::string>& gates,
                   const std::vector<GateEffect>& effects);
    /// What the backward pass of the shown variant carries.
    void showFlows(const DrawnFlows& flows);
    void setTheme(const Theme& theme);

    /// A point on the viewport at which a click means this node or edge, named as gates name it.
    [[nodiscard]] std::optional<QPoint> positionOf(const QString& target) const;
    /// Goes on to the next gate at this node or edge, as a click does; false where it isn't drawn.
    bool activate(const QString& target);

public slots:
    /// Makes all visible where it can stay readable, and keeps it so when the window changes.
    void fit();
    void zoomBy(double factor);

signals:
    /// The user wants this gate, or none, at a node `yu` or an edge `y->z.mul`.
    void gateChosen(const QString& target, std::optional<sluice::GateKind> kind);

protected:
    bool viewportEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void rebuild();
    void clear();
    void showFormulas();
    void placeItems();
    void applyGates(const DrawnGates& gates);
    void applyFlows();
    /// Labels stand where they cover neither a node nor one another, or not at all.
    void placeLabels();
    [[nodiscard]] QFont labelFont() const;
    /// Where reading begins in a graph too high for the view: at the input.
    [[nodiscard]] double readingHeight() const;
    void describeFocus();

    [[nodiscard]] GateItem* itemOf(const QString& target) const;
    [[nodiscard]] GateItem* itemOf(GraphElement element) const;
    [[nodiscard]] GateItem* itemNear(const QPoint& viewportPosition) const;
    [[nodiscard]] GateItem* focusedItem() const;
    [[nodiscard]] std::optional<GraphElement> focusedElement() const;
    void setHoveredItem(GateItem* item);
    void focusOn(GateItem* item);
    void moveFocus(Direction direction);
    void updateCursor();
    /// Whoever listens may show another graph at once: the item is not to be used afterwards.
    void cycle(const GateItem& item);
    void showMenu(const GateItem& item, const QPoint& globalPosition);

    Theme m_theme;
    std::shared_ptr<const Program> m_program;
    QGraphicsScene m_scene;
    DrawnGraph m_graph;
    GraphLayout m_layout;
    DrawnFlows m_flows;
    std::vector<LayoutRequest::Size> m_sizes;
    /// How much room each edge's label wants.
    std::vector<double> m_rooms;
    /// Owned by the scene, in the order of the graph.
    std::vector<NodeItem*> m_nodes;
    std::vector<EdgeItem*> m_edges;
    GateItem* m_hovered = nullptr;
    /// Where the left button went down on a node or edge, until it goes up again.
    QString m_pressedTarget;
    QString m_message;
    bool m_isFitted = true;
};

} // namespace sluice
