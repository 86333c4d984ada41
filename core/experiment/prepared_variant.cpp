// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/prepared_variant.h"

#include "core/evaluation/shared_graph.h"
#include "core/gradient/gate_effect.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace sluice {

namespace {

/// A gate as its variant names it, and what it is bound to.
struct NamedGate
{
    std::string text;
    std::optional<Gate> gate;
    std::vector<BoundGate> bound;
};

std::vector<NamedGate> bindAll(const Variant& variant, const Program& program)
{
    std::vector<NamedGate> gates;
    for (const std::string& text : variant.gates) {
        NamedGate named{.text = text, .gate = parseGate(text), .bound = {}};
        if (named.gate)
            named.bound = bind(*named.gate, program);
        gates.push_back(std::move(named));
    }
    return gates;
}

std::vector<BoundGate> boundExcept(std::span<const NamedGate> gates, const NamedGate* left)
{
    std::vector<BoundGate> bound;
    for (const NamedGate& gate : gates)
        if (&gate != left)
            std::ranges::copy(gate.bound, std::back_inserter(bound));
    return bound;
}

Phrase reasonFor(const NamedGate& gate, const Program& program, NodeId output, NodeId by)
{
    const std::string place = "`" + gate.gate->place + "`";
    const std::string input = "`" + program.graph.symbol(by) + "`";
    switch (whyWithoutEffect(program, gate.gate->kind, gate.bound.front().node, output, by)) {
    case NoEffect::outside:
        return Phrase::of("the output does not depend on %1", {place});
    case NoEffect::cutsNoPath:
        return Phrase::of("%1 does not depend on %2, so no gradient flows through it", {place, input});
    case NoEffect::nothingToClean:
        return Phrase::of("no noise reaches %1, so there is nothing to clean", {place});
    case NoEffect::sameGradient:
        break;
    }
    return Phrase::of("the gradient is the same without it");
}

class EffectFinder
{
public:
    EffectFinder(const Program& program, NodeId output, NodeId by, const Semantics& semantics)
        : m_program(program), m_output(output), m_by(by), m_semantics(semantics)
    {
    }

    GateEffect effectOf(const NamedGate& gate, std::span<const NamedGate> all,
                        const ValueAndGradient& withAll)
    {
        GateEffect effect{.gate = gate.text, .notFound = false, .changesNothing = false, .reason = {}};
        if (gate.bound.empty()) {
            effect.notFound = true;
            effect.reason = !gate.gate
                                ? Phrase::of("a gate is written PLACE=stop or PLACE=clean")
                                : Phrase::of("the text has no place or use `%1`", {targetOf(*gate.gate)});
            return effect;
        }
        const ValueAndGradient without =
            valueAndGradient(gated(m_program, m_output, boundExcept(all, &gate)), m_by, m_semantics);
        effect.changesNothing =
            withAll.isDisconnected == without.isDisconnected && rootsOf(withAll) == rootsOf(without);
        if (effect.changesNothing)
            effect.reason = reasonFor(gate, m_program, m_output, m_by);
        return effect;
    }

private:
    // Laid into one shared graph, equal expressions are the same nodes.
    std::vector<NodeId> rootsOf(const ValueAndGradient& graph)
    {
        return m_shared.add(graph.graph, std::array{graph.value, graph.gradient});
    }

    const Program& m_program;
    NodeId m_output;
    NodeId m_by;
    const Semantics& m_semantics;
    SharedGraph m_shared;
};

} // namespace

PreparedVariant prepare(const Variant& variant, const Program& program, NodeId output, NodeId by,
                        const Semantics& semantics)
{
    const std::vector<NamedGate> gates = bindAll(variant, program);
    PreparedVariant prepared;
    prepared.name = variant.name;
    prepared.graph = valueAndGradient(gated(program, output, boundExcept(gates, nullptr)), by, semantics);
    EffectFinder finder(program, output, by, semantics);
    for (const NamedGate& gate : gates)
        prepared.effects.push_back(finder.effectOf(gate, gates, prepared.graph));
    return prepared;
}

} // namespace sluice
