// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_groups.h"

#include "ui/graph/strong_components.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace sluice {

namespace {

/// Fewer are as easy to read by themselves.
constexpr std::size_t fewestMembers = 6;

/// What a person looks for first stays in sight.
bool canBeGrouped(const DrawnNode& node)
{
    return node.kind == DrawnNode::Kind::operation || node.kind == DrawnNode::Kind::noiseSource;
}

/// For each node the first of those that share its group's name; itself where there are too few.
std::vector<std::size_t> firstOfName(const DrawnGraph& whole)
{
    std::unordered_map<std::string, std::vector<std::size_t>> byName;
    std::vector<std::size_t> first(whole.nodes.size());
    for (std::size_t node = 0; node < first.size(); ++node) {
        first[node] = node;
        if (canBeGrouped(whole.nodes[node])) {
            byName[groupNameOf(whole.nodes[node].name)].push_back(node);
        }
    }
    for (const auto& [name, members] : byName) {
        for (const std::size_t node : members) {
            first[node] = members.size() < fewestMembers ? node : members.front();
        }
    }
    return first;
}

/// The nodes in parts, in the order of their first ones. Parts that would feed each other are one, since a
/// drawing from left to right has no way back.
std::vector<std::vector<std::size_t>> partsOf(const DrawnGraph& whole)
{
    const std::vector<std::size_t> first = firstOfName(whole);
    std::vector<std::pair<std::size_t, std::size_t>> uses;
    for (const DrawnEdge& edge : whole.edges) {
        uses.emplace_back(first[edge.from], first[edge.to]);
    }
    const std::vector<std::size_t> component = strongComponents(whole.nodes.size(), uses);
    std::map<std::size_t, std::size_t> partOfComponent;
    std::vector<std::vector<std::size_t>> parts;
    for (std::size_t node = 0; node < first.size(); ++node) {
        const auto [place, isNew] = partOfComponent.emplace(component[first[node]], parts.size());
        if (isNew) {
            parts.emplace_back();
        }
        parts[place->second].push_back(node);
    }
    return parts;
}

std::string nameOfGroup(const DrawnGraph& whole, const std::vector<std::size_t>& members)
{
    std::map<std::string, std::size_t> counts;
    for (const std::size_t node : members) {
        ++counts[groupNameOf(whole.nodes[node].name)];
    }
    std::string joined;
    for (const auto& [name, count] : counts) {
        if (count >= fewestMembers) {
            joined += (joined.empty() ? "" : ", ") + name;
        }
    }
    return joined;
}

DrawnNode groupNode(const DrawnGraph& whole, const std::vector<std::size_t>& members, std::string name)
{
    DrawnNode group = whole.nodes[members.front()];
    group.name = name;
    group.title = std::move(name);
    group.formula.clear();
    group.kind = DrawnNode::Kind::group;
    group.size = members.size();
    const auto any = [&](bool DrawnNode::*property) {
        return std::ranges::any_of(members, [&](std::size_t node) { return whole.nodes[node].*property; });
    };
    group.dependsOnNoise = any(&DrawnNode::dependsOnNoise);
    group.isUsed = any(&DrawnNode::isUsed);
    return group;
}

void addEdges(GroupedGraph& grouped, const DrawnGraph& whole, const std::vector<std::size_t>& drawnAs)
{
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> merged;
    for (std::size_t edge = 0; edge < whole.edges.size(); ++edge) {
        DrawnEdge drawn = whole.edges[edge];
        drawn.from = drawnAs[drawn.from];
        drawn.to = drawnAs[drawn.to];
        if (drawn.from == drawn.to) {
            continue;
        }
        const auto isGroup = [&](std::size_t node) {
            return grouped.graph.nodes[node].kind == DrawnNode::Kind::group;
        };
        if (isGroup(drawn.from) || isGroup(drawn.to)) {
            const auto [same, isNew] =
                merged.emplace(std::pair(drawn.from, drawn.to), grouped.graph.edges.size());
            if (!isNew) {
                grouped.graph.edges[same->second].name.clear();
                grouped.edges[same->second].push_back(edge);
                continue;
            }
        }
        grouped.graph.edges.push_back(std::move(drawn));
        grouped.edges.push_back({edge});
    }
}

} // namespace

std::string groupNameOf(std::string_view nodeName)
{
    const std::string_view first = nodeName.substr(0, nodeName.find_first_of(".#"));
    const std::size_t last = first.find_last_not_of("0123456789");
    return std::string(last == std::string_view::npos ? first : first.substr(0, last + 1));
}

GroupedGraph ungrouped(const DrawnGraph& whole)
{
    GroupedGraph all{whole, std::vector<std::vector<std::size_t>>(whole.nodes.size()),
                     std::vector<std::vector<std::size_t>>(whole.edges.size())};
    for (std::size_t node = 0; node < all.nodes.size(); ++node) {
        all.nodes[node] = {node};
    }
    for (std::size_t edge = 0; edge < all.edges.size(); ++edge) {
        all.edges[edge] = {edge};
    }
    return all;
}

GroupedGraph grouped(const DrawnGraph& whole, const std::set<std::string>& opened)
{
    GroupedGraph grouped;
    std::vector<std::size_t> drawnAs(whole.nodes.size());
    for (const std::vector<std::size_t>& part : partsOf(whole)) {
        std::string name = part.size() > 1 ? nameOfGroup(whole, part) : std::string();
        if (part.size() > 1 && !opened.contains(name)) {
            for (const std::size_t node : part) {
                drawnAs[node] = grouped.nodes.size();
            }
            grouped.graph.nodes.push_back(groupNode(whole, part, std::move(name)));
            grouped.nodes.push_back(part);
            continue;
        }
        for (const std::size_t node : part) {
            drawnAs[node] = grouped.nodes.size();
            grouped.graph.nodes.push_back(whole.nodes[node]);
            grouped.nodes.push_back({node});
        }
    }
    addEdges(grouped, whole, drawnAs);
    return grouped;
}

std::set<std::string> companionsOf(const GroupedGraph& closed, const std::string& name)
{
    std::set<std::string> companions;
    for (std::size_t edge = 0; edge < closed.edges.size(); ++edge) {
        const DrawnEdge& drawn = closed.graph.edges[edge];
        const DrawnNode& from = closed.graph.nodes[drawn.from];
        const DrawnNode& to = closed.graph.nodes[drawn.to];
        const bool areGroups = from.kind == DrawnNode::Kind::group && to.kind == DrawnNode::Kind::group;
        if (!areGroups || (from.name != name && to.name != name)) {
            continue;
        }
        const std::size_t smaller = std::min(closed.nodes[drawn.from].size(), closed.nodes[drawn.to].size());
        if (closed.edges[edge].size() >= smaller) {
            companions.insert(from.name == name ? to.name : from.name);
        }
    }
    return companions;
}

} // namespace sluice
