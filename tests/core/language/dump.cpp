// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/dump.h"

#include "core/operations/operation.h"

#include <charconv>

namespace sluice {

std::string dump(const Graph& graph, NodeId id)
{
    const Node& node = graph[id];
    switch (node.operation->role) {
    case Role::constant: {
        char digits[32];
        return {digits, std::to_chars(digits, digits + sizeof digits, node.constant).ptr};
    }
    case Role::variable:
        return graph.symbol(id);
    case Role::draw:
        return "draw " + graph.symbol(id);
    default:
        break;
    }
    std::string written(node.operation->name);
    char separator = '(';
    for (const NodeId operand : node.operands()) {
        written += separator;
        if (separator == ',')
            written += ' ';
        written += dump(graph, operand);
        separator = ',';
    }
    return written + ')';
}

std::string dump(const Program& program, std::string_view place)
{
    const Place* found = program.findPlace(place);
    return found ? dump(program.graph, found->node) : "no such place";
}

std::string placeNames(const Program& program)
{
    std::string names;
    for (const Place& place : program.places)
        names += (names.empty() ? "" : " ") + place.name;
    return names;
}

std::string sayings(const Reading& reading)
{
    std::string lines;
    for (const Diagnostic& diagnostic : reading.diagnostics) {
        lines += lines.empty() ? "" : "\n";
        lines += std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column);
        lines +=
            (diagnostic.severity == Severity::error ? " error: " : " note: ") + inEnglish(diagnostic.message);
    }
    return lines;
}

} // namespace sluice
