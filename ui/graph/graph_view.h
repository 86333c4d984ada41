// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/gradient/gate.h"
#include "core/language/program.h"
#include "ui/graph/graph_groups.h"
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
#include <set>
#include <string>
#include <vector>

class QMenu;

namespace sluice {

class EdgeItem;
class GateItem;
class NodeItem;

/// What is selected in a drawn graph.
struct GraphSelection
{
    /// The place's name; empty unless one node is selected.
    QString node;
    /// What is selected, in a sentence: also an edge or a group of nodes.
    QString description;
    /// The gate on it.
    std::optional<GateKind> gate = {};

    bool operator==(const GraphSelection&) const = default;
};

/// The drawn graph of a program with the gates of one variant. It changes nothing itself: it says which gate
/// the user has chosen where. In a large graph nodes of one name, as those of a loop, are one node that
/// opens.
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
    /// Goes on to the next gate at this node or edge, or opens this group, as a click does; false where it
    /// isn't drawn.
    bool activate(const QString& target);
    [[nodiscard]] bool hasOpenedGroups() const;
    /// What was last clicked or reached by the keyboard.
    [[nodiscard]] const GraphSelection& selection() const { return m_selection; }

public slots:
    /// Makes all visible where it can stay readable, and keeps it so when the window changes.
    void fit();
    void zoomBy(double factor);
    void closeGroups();

signals:
    void selectionChanged();
    /// There are opened groups now, or none any more.
    void openedGroupsChanged();
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
    /// More are not drawn.
    static constexpr std::size_t mostNodes = 500;

    [[nodiscard]] GroupedGraph groupedGraph(const DrawnGraph& whole) const;
    /// Draws the graph again after a group has been opened or closed.
    void regroup();
    /// Not with an item's own name: the item is gone before the end.
    void openGroup(const QString& name);
    void closeGroup(const QString& name);
    /// The opened group that a drawn node is of; empty for none.
    [[nodiscard]] QString openedGroupOf(const GateItem& item) const;
    void rebuild();
    void clear();
    void showFormulas();
    void placeItems();
    /// Where the drawing would not fit across the view, labels get no room of their own and formulas less.
    [[nodiscard]] LayoutRequest layoutRequest(bool isTight) const;
    [[nodiscard]] bool fitsAcross(double width) const;
    void applyGates();
    [[nodiscard]] std::optional<DrawnGate> gateOfNode(std::size_t node) const;
    [[nodiscard]] std::optional<DrawnGate> gateOfEdge(std::size_t edge) const;
    void applyFlows();
    [[nodiscard]] std::optional<DrawnFlow> flowOfEdge(std::size_t edge) const;
    /// Labels stand where they cover neither a node nor one another, or not at all.
    void placeLabels();
    [[nodiscard]] std::vector<const EdgeItem*> crossing(const QRectF& area) const;
    void frameScene();
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
    /// Goes on to the next gate, or opens a group. Whoever listens may show another graph at once: the item
    /// is not to be used afterwards.
    void cycle(const GateItem& item);
    void addGateChoices(QMenu& menu, const GateItem& item);
    void showMenu(const GateItem& item, const QPoint& globalPosition);

    Theme m_theme;
    std::shared_ptr<const Program> m_program;
    QGraphicsScene m_scene;
    DrawnGraph m_whole;
    /// What of it is drawn.
    GroupedGraph m_grouped;
    std::set<std::string> m_opened;
    GraphLayout m_layout;
    /// Of the drawing with room for labels and formulas, whether or not it is the one that is shown.
    double m_roomyWidth = 0.0;
    bool m_isTight = false;
    DrawnGates m_gates;
    DrawnFlows m_flows;
    std::vector<LayoutRequest::Size> m_sizes;
    std::vector<LayoutRequest::Size> m_tightSizes;
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
    GraphSelection m_selection;
};

} // namespace sluice
