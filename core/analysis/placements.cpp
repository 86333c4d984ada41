// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/placements.h"

#include "core/gradient/gate.h"
#include "core/gradient/hidden_ways.h"
#include "core/graph/dependants.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sluice {

namespace {

constexpr std::array kinds{GateKind::clean, GateKind::stop};

bool isSamePlace(const BoundGate& a, const BoundGate& b)
{
    return a.node == b.node && a.user == b.user && (!a.user || a.operand == b.operand);
}

class PlacementList
{
public:
    explicit PlacementList(std::span<const BoundGate> taken) : m_taken(taken) {}

    /// Both kinds of gate on one place or edge.
    void add(Gate gate, BoundGate bound)
    {
        if (std::ranges::any_of(m_taken, [&](const BoundGate& other) { return isSamePlace(other, bound); }))
            return;
        for (const GateKind kind : kinds) {
            gate.kind = bound.kind = kind;
            m_candidates.push_back({.gates = {toString(gate)}, .bound = {bound}});
        }
    }

    [[nodiscard]] std::vector<Candidate> take() && { return std::move(m_candidates); }

private:
    std::span<const BoundGate> m_taken;
    std::vector<Candidate> m_candidates;
};

void addPlaces(PlacementList& list, std::span<const Place* const> places, bool areAssigned)
{
    for (const Place* place : places)
        if (place->isAssigned == areAssigned)
            list.add({.place = place->name, .user = {}, .operand = {}, .kind = {}},
                     {.node = place->node, .user = {}, .operand = 0, .kind = {}});
}

void addEdges(PlacementList& list, const Program& program, std::span<const Place* const> places)
{
    for (const Place* user : places) {
        const std::vector<Use> uses = usesOf(program.graph, user->node);
        for (const Use& use : uses) {
            const Place* from = program.placeOf(use.node);
            if (from == nullptr)
                continue;
            const bool isOneOfSeveral = std::ranges::count(uses, use.node, &Use::node) > 1;
            list.add({.place = from->name,
                      .user = user->name,
                      .operand = isOneOfSeveral ? std::optional(use.number) : std::nullopt,
                      .kind = {}},
                     {.node = use.node, .user = user->node, .operand = use.operand, .kind = {}});
        }
    }
}

/// From the inputs to the output.
std::vector<const Place*> inGraphOrder(const Program& program)
{
    std::vector<const Place*> places;
    places.reserve(program.places.size());
    for (const Place& place : program.places)
        places.push_back(&place);
    std::ranges::stable_sort(places, {}, &Place::node);
    return places;
}

std::vector<bool> ancestors(const Graph& graph, NodeId of)
{
    std::vector<bool> isAncestor(graph.size());
    isAncestor[index(of)] = true;
    for (std::size_t i = index(of) + 1; i-- > 0;)
        if (isAncestor[i])
            for (const NodeId operand : graph.nodes()[i].operands())
                isAncestor[index(operand)] = true;
    return isAncestor;
}

} // namespace

std::vector<Candidate> singlePlacements(const Program& program, std::span<const BoundGate> taken)
{
    const std::vector<const Place*> places = inGraphOrder(program);
    PlacementList list(taken);
    addPlaces(list, places, true);
    addPlaces(list, places, false);
    addEdges(list, program, places);
    return std::move(list).take();
}

EffectFilter::EffectFilter(const Program& program, NodeId output, NodeId by)
    : m_hasHiddenWays(hasHiddenWays(program))
{
    const Graph& graph = program.graph;
    m_reachesOutput = ancestors(graph, output);
    m_dependsOnInput = dependantsOf(graph, by);
    m_isNoisy = dependants(graph, [&](NodeId id) { return graph[id].operation->role == Role::noise; });
}

bool EffectFilter::changesNothing(const BoundGate& gate) const
{
    const auto usedBy = gate.user.value_or(gate.node);
    if (m_hasHiddenWays)
        return false;
    return !m_reachesOutput[index(usedBy)] || !m_dependsOnInput[index(gate.node)] ||
           (gate.kind == GateKind::clean && !m_isNoisy[index(gate.node)]);
}

} // namespace sluice
