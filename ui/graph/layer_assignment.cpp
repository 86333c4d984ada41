// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layer_assignment.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace sluice {

namespace {

struct Link
{
    std::size_t node = 0;
    std::size_t span = 1;
};

struct Links
{
    std::vector<std::vector<Link>> incoming;
    std::vector<std::vector<Link>> outgoing;
};

Links linksOf(const LayoutRequest& request)
{
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
    for (const LayoutRequest::Edge& edge : request.edges) {
        ++counts[{edge.from, edge.to}];
    }
    Links links{std::vector<std::vector<Link>>(request.nodes.size()),
                std::vector<std::vector<Link>>(request.nodes.size())};
    for (const auto& [ends, count] : counts) {
        const std::size_t span = count > 1 ? 2 : 1;
        links.outgoing[ends.first].push_back({ends.second, span});
        links.incoming[ends.second].push_back({ends.first, span});
    }
    return links;
}

std::vector<std::size_t> topologicalOrder(const Links& links)
{
    std::vector<std::size_t> missing(links.incoming.size());
    std::vector<std::size_t> order;
    order.reserve(missing.size());
    for (std::size_t node = 0; node < missing.size(); ++node) {
        missing[node] = links.incoming[node].size();
        if (missing[node] == 0) {
            order.push_back(node);
        }
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const Link& link : links.outgoing[order[next]]) {
            if (--missing[link.node] == 0) {
                order.push_back(link.node);
            }
        }
    }
    return order;
}

} // namespace

std::vector<std::size_t> assignedLayers(const LayoutRequest& request)
{
    const Links links = linksOf(request);
    const std::vector<std::size_t> order = topologicalOrder(links);
    std::vector<std::size_t> layers(request.nodes.size(), 0);
    for (const std::size_t node : order) {
        for (const Link& link : links.outgoing[node]) {
            layers[link.node] = std::max(layers[link.node], layers[node] + link.span);
        }
    }
    // What feeds more than it is fed by stands right before its first use.
    for (std::size_t i = order.size(); i-- > 0;) {
        const std::size_t node = order[i];
        if (links.outgoing[node].size() <= links.incoming[node].size()) {
            continue;
        }
        std::size_t latest = std::numeric_limits<std::size_t>::max();
        for (const Link& link : links.outgoing[node]) {
            latest = std::min(latest, layers[link.node] - link.span);
        }
        layers[node] = latest;
    }
    return layers;
}

} // namespace sluice
