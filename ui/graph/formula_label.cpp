// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/formula_label.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>

namespace sluice {

namespace {

std::string labelNumber(double value)
{
    constexpr int significantDigits = 5;
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::general, significantDigits);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string("?");
}

bool isConstant(const Program& program, NodeId node)
{
    return program.graph[node].operation->role == Role::constant;
}

/// A constant, a short name of the user's own, or a dot for what the drawn edges tell anyway.
std::string operandText(const Program& program, NodeId node)
{
    constexpr std::size_t longestName = 8;
    if (isConstant(program, node)) {
        return labelNumber(program.graph[node].constant);
    }
    const std::string_view name = program.placeName(node);
    const bool isShort =
        !name.empty() && name.size() <= longestName && name.find('.') == std::string_view::npos;
    return isShort ? std::string(name) : std::string("·");
}

/// How an operation is drawn that the text writes as an operator: one sign, and how its operands are set.
struct OperatorSign
{
    std::string_view operation;
    std::string_view sign;
    bool isTight = false;
};

/// The sign of an operator; null for a function, which is drawn by its name.
const OperatorSign* signOf(const Operation& operation)
{
    static constexpr std::array<OperatorSign, 13> signs{{{"add", "+"},
                                                         {"sub", "−"},
                                                         {"mul", "×", true},
                                                         {"div", "/", true},
                                                         {"pow", "**", true},
                                                         {"neg", "−", true},
                                                         {"less", "<"},
                                                         {"less_equal", "<="},
                                                         {"greater", ">"},
                                                         {"greater_equal", ">="},
                                                         {"equal", "=="},
                                                         {"not_equal", "!="},
                                                         {"identity", "="}}};
    const auto* found = std::ranges::find(signs, operation.name, &OperatorSign::operation);
    return found != signs.end() ? found : nullptr;
}

std::string callText(const Program& program, const Operation& operation, std::span<const NodeId> arguments)
{
    std::string text(operation.name);
    text += '(';
    for (const NodeId& argument : arguments) {
        if (&argument != arguments.data()) {
            text += ", ";
        }
        text += operandText(program, argument);
    }
    return text + ')';
}

std::string operationText(const Program& program, const Node& node)
{
    const OperatorSign* sign = signOf(*node.operation);
    const std::span<const NodeId> operands = node.operands();
    const bool hasConstant =
        std::ranges::any_of(operands, [&](NodeId operand) { return isConstant(program, operand); });
    if (!hasConstant) {
        return std::string(sign != nullptr ? sign->sign : node.operation->name);
    }
    if (sign != nullptr && operands.size() == 2) {
        const std::string space = sign->isTight ? "" : " ";
        return operandText(program, operands[0]) + space + std::string(sign->sign) + space +
               operandText(program, operands[1]);
    }
    return callText(program, *node.operation, operands);
}

std::string variableText(const Program& program, NodeId node)
{
    for (const Input& input : program.inputs) {
        if (input.node == node) {
            return '[' + labelNumber(input.low) + ", " + labelNumber(input.high) + ']';
        }
    }
    for (const Parameter& parameter : program.parameters) {
        if (parameter.node == node) {
            return "= " + labelNumber(parameter.literal.value);
        }
    }
    return {};
}

} // namespace

std::string formulaLabel(const Program& program, NodeId node)
{
    const Node& inGraph = program.graph[node];
    switch (inGraph.operation->role) {
    case Role::constant:
        return labelNumber(inGraph.constant);
    case Role::variable:
        return variableText(program, node);
    case Role::customGradient:
        return std::string(inGraph.operation->name);
    case Role::noise:
        return callText(program, *inGraph.operation, inGraph.operands().subspan(1));
    default:
        return operationText(program, inGraph);
    }
}

} // namespace sluice
