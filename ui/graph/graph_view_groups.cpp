// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How nodes of one name are drawn as one, opened and closed, and what is seen of them from outside.
#include "ui/graph/graph_view.h"
#include "ui/graph/node_item.h"

#include <QToolTip>

#include <algorithm>

namespace sluice {

namespace {

/// In a larger graph nobody finds a node any more: nodes of one name are drawn as one. A loop of 24 layers
/// has at least twice as many.
constexpr std::size_t mostReadableNodes = 40;

} // namespace

GroupedGraph GraphView::groupedGraph(const DrawnGraph& whole) const
{
    return whole.nodes.size() > mostReadableNodes ? grouped(whole, m_opened) : ungrouped(whole);
}

void GraphView::regroup()
{
    m_grouped = groupedGraph(m_whole);
    rebuild();
    applyGates();
    emit openedGroupsChanged();
}

void GraphView::openGroup(const QString& name)
{
    const GateItem* item = itemOf(name);
    if (item == nullptr) {
        return;
    }
    std::size_t size = item->groupSize();
    const std::set<std::string> companions = companionsOf(grouped(m_whole, {}), name.toStdString());
    for (const std::string& companion : companions) {
        const GateItem* other = itemOf(QString::fromStdString(companion));
        size += other != nullptr ? other->groupSize() : 0;
    }
    if (m_grouped.graph.nodes.size() + size > mostNodes) {
        const QPoint place = mapFromScene(item->anchors().front());
        QToolTip::showText(viewport()->mapToGlobal(place),
                           tr("%1 nodes are more than can be drawn.").arg(size), viewport());
        return;
    }
    m_opened.insert(name.toStdString());
    m_opened.insert(companions.begin(), companions.end());
    regroup();
    const auto isOfGroup = [&](GateItem* each) { return openedGroupOf(*each) == name; };
    if (const auto first = std::ranges::find_if(m_nodes, isOfGroup); first != m_nodes.end()) {
        focusOn(*first);
        ensureVisible(*first);
    }
}

void GraphView::closeGroup(const QString& name)
{
    m_opened.erase(name.toStdString());
    for (const std::string& companion : companionsOf(grouped(m_whole, {}), name.toStdString())) {
        m_opened.erase(companion);
    }
    regroup();
    if (GateItem* group = itemOf(name)) {
        focusOn(group);
        ensureVisible(group);
    }
}

void GraphView::closeGroups()
{
    m_opened.clear();
    regroup();
}

bool GraphView::hasOpenedGroups() const
{
    return !m_opened.empty() && m_whole.nodes.size() > mostReadableNodes;
}

QString GraphView::openedGroupOf(const GateItem& item) const
{
    if (!hasOpenedGroups()) {
        return {};
    }
    const std::string name = groupNameOf(item.target().toStdString());
    // A group of several names is called by all of them.
    const auto hasName = [&](const std::string& opened) {
        const QStringList names = QString::fromStdString(opened).split(QStringLiteral(", "));
        return names.contains(QString::fromStdString(name));
    };
    const auto opened = std::ranges::find_if(m_opened, hasName);
    return opened != m_opened.end() ? QString::fromStdString(*opened) : QString();
}

std::optional<DrawnGate> GraphView::gateOfNode(std::size_t node) const
{
    for (const std::size_t member : m_grouped.nodes[node]) {
        if (auto gate = m_gates.at(m_whole.nodes[member])) {
            return gate;
        }
    }
    return std::nullopt;
}

std::optional<DrawnGate> GraphView::gateOfEdge(std::size_t edge) const
{
    for (const std::size_t member : m_grouped.edges[edge]) {
        if (auto gate = m_gates.at(m_whole, m_whole.edges[member])) {
            return gate;
        }
    }
    return std::nullopt;
}

std::optional<DrawnFlow> GraphView::flowOfEdge(std::size_t edge) const
{
    const std::vector<std::size_t>& members = m_grouped.edges[edge];
    std::optional<DrawnFlow> together = m_flows.at(m_whole.edges[members.front()]);
    if (!together || members.size() == 1) {
        return together;
    }
    // There are as many local derivatives as uses: only what they carry can be said of them all.
    *together = {};
    for (const std::size_t member : members) {
        const auto flow = m_flows.at(m_whole.edges[member]);
        together->carried = std::max(together->carried, flow ? flow->carried : Carried::nothing);
    }
    return together;
}

} // namespace sluice
