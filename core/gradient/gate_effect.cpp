// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/gate_effect.h"

#include "core/graph/dependants.h"
#include "core/operations/operation.h"

namespace sluice {

NoEffect whyWithoutEffect(const Program& program, GateKind kind, NodeId place, NodeId output, NodeId input)
{
    const Graph& graph = program.graph;
    if (!dependantsOf(graph, place)[index(output)])
        return NoEffect::outside;
    if (!dependantsOf(graph, input)[index(place)])
        return NoEffect::cutsNoPath;
    const auto isNoise = [&](NodeId id) { return graph[id].operation->role == Role::noise; };
    if (kind == GateKind::clean && !dependants(graph, isNoise)[index(place)])
        return NoEffect::nothingToClean;
    return NoEffect::sameGradient;
}

} // namespace sluice
