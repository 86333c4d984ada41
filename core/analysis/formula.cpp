// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/formula.h"

#include "core/language/operators.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace sluice {

namespace {

/// How tightly Python binds what a text is made of.
enum class Binding
{
    comparison,
    sum,
    product,
    negative,
    power,
    atom
};

struct Text
{
    std::string text;
    Binding binding = Binding::atom;
};

std::string within(const Text& text, Binding loosest)
{
    return text.binding < loosest ? "(" + text.text + ")" : text.text;
}

/// As the second operand of an operator, where a minus sign would run into it.
std::string afterSign(const Text& text, Binding loosest)
{
    return text.text.starts_with('-') ? "(" + text.text + ")" : within(text, loosest);
}

std::string digitsOf(double value)
{
    if (std::isnan(value))
        return "nan";
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

Text numberText(double value)
{
    return {digitsOf(value), std::signbit(value) && !std::isnan(value) ? Binding::product : Binding::atom};
}

std::string_view comparisonSymbol(const Operation& operation)
{
    const auto* found =
        std::ranges::find(comparisonOperators, operation.name, &ComparisonOperator::operation);
    return found == comparisonOperators.end() ? std::string_view() : found->symbol;
}

Text callText(const Operation& operation, const std::vector<const Text*>& operands)
{
    if (!operation.written.empty()) {
        std::string text;
        for (std::size_t i = 0; i < operation.written.size(); ++i) {
            if (operation.written[i] == '$')
                text += operands.at(static_cast<std::size_t>(operation.written[++i] - '0'))->text;
            else
                text += operation.written[i];
        }
        return {text, Binding::atom};
    }
    std::string text(operation.name);
    for (std::size_t k = 0; k < operands.size(); ++k)
        text += (k == 0 ? "(" : ", ") + operands[k]->text;
    return {text + ")", Binding::atom};
}

Text operationText(const Operation& operation, const std::vector<const Text*>& operands)
{
    const auto& o = operands;
    switch (operation.notation) {
    case Notation::sum:
        return {within(*o[0], Binding::sum) + " + " + afterSign(*o[1], Binding::sum), Binding::sum};
    case Notation::difference:
        return {within(*o[0], Binding::sum) + " - " + afterSign(*o[1], Binding::product), Binding::sum};
    case Notation::product:
        return {within(*o[0], Binding::product) + "*" + afterSign(*o[1], Binding::product), Binding::product};
    case Notation::fraction:
        return {within(*o[0], Binding::product) + "/" + afterSign(*o[1], Binding::power), Binding::product};
    case Notation::negative:
        return {"-" + afterSign(*o[0], Binding::product), Binding::product};
    case Notation::power:
        return {within(*o[0], Binding::atom) + "**" + within(*o[1], Binding::power), Binding::power};
    case Notation::square:
        return {within(*o[0], Binding::atom) + "**2", Binding::power};
    case Notation::infix:
        return {within(*o[0], Binding::sum) + " " + std::string(comparisonSymbol(operation)) + " " +
                    within(*o[1], Binding::sum),
                Binding::comparison};
    default:
        return callText(operation, operands);
    }
}

Text textOf(const Graph& graph, NodeId id, const std::vector<Text>& texts)
{
    const Node& node = graph[id];
    if (node.operation->role == Role::constant)
        return numberText(node.constant);
    if (node.operation->role == Role::variable)
        return {graph.symbol(id), Binding::atom};
    if (node.operation->role == Role::upstream)
        return {"g", Binding::atom};
    std::vector<const Text*> operands;
    for (const NodeId operand : node.operands())
        operands.push_back(&texts[index(operand)]);
    return operationText(*node.operation, operands);
}

} // namespace

std::string toText(const Formula& formula)
{
    std::vector<Text> texts(index(formula.root) + 1);
    for (std::size_t i = 0; i < texts.size(); ++i)
        texts[i] = textOf(formula.graph, NodeId(static_cast<std::uint32_t>(i)), texts);
    return texts.back().text;
}

std::vector<std::string> variablesOf(const Formula& formula)
{
    std::vector<bool> isRead(index(formula.root) + 1, false);
    isRead.back() = true;
    for (std::size_t i = isRead.size(); i-- > 0;)
        if (isRead[i])
            for (const NodeId operand : formula.graph.nodes()[i].operands())
                isRead[index(operand)] = true;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < isRead.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        if (isRead[i] && formula.graph[id].operation->role == Role::variable)
            names.push_back(formula.graph.symbol(id));
    }
    return names;
}

} // namespace sluice
