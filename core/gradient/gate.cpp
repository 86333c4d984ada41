// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/gate.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <charconv>

namespace sluice {

namespace {

std::optional<GateKind> kindNamed(std::string_view name)
{
    if (name == nameOf(GateKind::stop))
        return GateKind::stop;
    if (name == nameOf(GateKind::clean))
        return GateKind::clean;
    return std::nullopt;
}

/// Splits `w[1]` into `w` and 1. False where the brackets hold no number.
bool splitOperand(std::string_view& user, std::optional<std::size_t>& operand)
{
    if (!user.ends_with(']'))
        return true;
    const std::size_t open = user.rfind('[');
    if (open == std::string_view::npos)
        return false;
    const std::string_view digits = user.substr(open + 1, user.size() - open - 2);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return false;
    operand = number;
    user = user.substr(0, open);
    return true;
}

} // namespace

std::string_view nameOf(GateKind kind)
{
    return kind == GateKind::stop ? "stop" : "clean";
}

std::optional<Gate> parseGate(std::string_view text)
{
    const std::size_t equals = text.rfind('=');
    if (equals == std::string_view::npos)
        return std::nullopt;
    const std::optional<GateKind> kind = kindNamed(text.substr(equals + 1));
    const std::string_view target = text.substr(0, equals);
    if (!kind || target.empty())
        return std::nullopt;

    Gate gate{.place = std::string(target), .user = {}, .operand = {}, .kind = *kind};
    const std::size_t arrow = target.find("->");
    const std::size_t separator = arrow != std::string_view::npos ? arrow : target.find(':');
    if (separator == std::string_view::npos)
        return gate;
    std::string_view user = target.substr(separator + (arrow != std::string_view::npos ? 2 : 1));
    gate.place = target.substr(0, separator);
    if (!splitOperand(user, gate.operand) || gate.place.empty() || user.empty())
        return std::nullopt;
    gate.user = user;
    return gate;
}

std::string targetOf(const Gate& gate)
{
    if (!gate.user)
        return gate.place;
    const std::string operand = gate.operand ? "[" + std::to_string(*gate.operand) + "]" : std::string();
    return gate.place + "->" + *gate.user + operand;
}

std::string toString(const Gate& gate)
{
    return targetOf(gate) + "=" + std::string(nameOf(gate.kind));
}

std::vector<Use> usesOf(const Graph& graph, NodeId user)
{
    const Node& node = graph[user];
    const std::size_t first = node.operation->role == Role::noise ? 1 : 0;
    const std::size_t count = node.operation->role == Role::gradient         ? 1
                              : node.operation->role == Role::customGradient ? 2
                                                                             : node.arity;
    std::vector<Use> uses;
    for (std::size_t k = first; k < count; ++k)
        uses.push_back({.node = node.operandIds[k], .operand = k, .number = k - first});
    return uses;
}

std::vector<Edge> edgesOf(const Program& program)
{
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < program.graph.size(); ++i) {
        const NodeId user{static_cast<std::uint32_t>(i)};
        const Place* to = program.placeOf(user);
        if (to == nullptr)
            continue;
        const std::vector<Use> uses = usesOf(program.graph, user);
        for (const Use& use : uses) {
            const Place* from = program.placeOf(use.node);
            if (from == nullptr)
                continue;
            Gate gate{.place = from->name, .user = to->name, .operand = {}, .kind = GateKind::stop};
            if (std::ranges::count(uses, use.node, &Use::node) > 1)
                gate.operand = use.number;
            edges.push_back({.from = use.node, .to = user, .name = targetOf(gate)});
        }
    }
    return edges;
}

} // namespace sluice
