// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/expression_writer.h"

#include "core/code/helper_functions.h"
#include "core/code/python_names.h"
#include "core/code/spellings.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice {

ExpressionWriter::ExpressionWriter(const CodeGraph& code, const NodeKinds& kinds, const Dialect& dialect,
                                   CodeForm form)
    : m_code(code), m_kinds(kinds), m_dialect(dialect), m_form(form), m_expressions(code.graph.size())
{
}

std::string ExpressionWriter::setAnchor(std::string anchor)
{
    return std::exchange(m_anchor, std::move(anchor));
}

PythonExpression ExpressionWriter::expressionOf(NodeId id)
{
    if (kind(id).isNumber)
        return {.text = pythonNumber(kind(id).value),
                .tightness = std::signbit(kind(id).value) ? Tightness::unary : Tightness::atom};
    switch (node(id).operation->role) {
    case Role::noise:
        return noise(id);
    case Role::stopGradient:
        return spelt(id, m_dialect.stopGradient, Tightness::atom);
    case Role::surrogate:
        return surrogate(id);
    default:
        return operation(id);
    }
}

std::span<const NodeId> ExpressionWriter::repeatedOperandsOf(NodeId id) const
{
    const auto operands = node(id).operands();
    if (kind(id).isNumber)
        return {};
    if (node(id).operation->role == Role::surrogate)
        return callsSurrogate() ? operands.first(0) : operands;
    // The lower bound of what is uniform is the shift and, subtracted, in the scale.
    return node(id).operation->name == "uniform" ? operands.subspan(1, 1) : operands.first(0);
}

PythonExpression ExpressionWriter::operation(NodeId id)
{
    const Operation& row = *node(id).operation;
    std::string_view text = spellingOf(row, m_dialect);
    if (const std::size_t bar = text.find('|'); bar != std::string_view::npos) {
        const auto others = node(id).operands().subspan(1);
        const bool areNumbers = std::ranges::all_of(others, [&](NodeId o) { return kind(o).isNumber; });
        text = areNumbers ? text.substr(0, bar) : text.substr(bar + 1);
    }
    if (text == "$0")
        return operandText(node(id).operands()[0], 'T', Tightness::any);
    if (const auto operand = onlyOperand(id))
        return operandText(*operand, 'T', Tightness::any);
    const PythonOperator* found = pythonOperatorOf(row.name);
    const bool isCall = !text.starts_with('$') && !text.starts_with('-');
    if (found == nullptr || isCall)
        return spelt(id, text, Tightness::atom);
    return spelt(id, text, found->own, found->operands);
}

/// The operand that the value is, exactly: what is multiplied by 1, or divided by it.
std::optional<NodeId> ExpressionWriter::onlyOperand(NodeId id) const
{
    const auto operands = node(id).operands();
    for (std::size_t k = 0; k < operands.size() && operands.size() == 2; ++k) {
        const auto neutral = node(id).operation->neutral.at(k);
        const bool isLiteral = !m_code.names[index(operands[k])].isDefined;
        if (neutral && isLiteral && isNumber(operands[k], *neutral))
            return operands[1 - k];
    }
    return std::nullopt;
}

bool ExpressionWriter::callsSurrogate() const
{
    return m_form == CodeForm::exact && m_dialect.exactSurrogate.starts_with("surrogate(");
}

PythonExpression ExpressionWriter::surrogate(NodeId id)
{
    if (callsSurrogate())
        return spelt(id, m_dialect.exactSurrogate, Tightness::atom);
    const std::string_view spelling =
        m_form == CodeForm::exact ? m_dialect.exactSurrogate : m_dialect.stopGradientSurrogate;
    return spelt(id, spelling, Tightness::sum, {Tightness::term, Tightness::term});
}

PythonExpression ExpressionWriter::noise(NodeId id)
{
    const auto operands = node(id).operands();
    const std::string_view name = node(id).operation->name;
    if (name == "bernoulli")
        return spelt(operands, "$0 < $1", Tightness::comparison, {Tightness::atom, Tightness::sum});
    if (name == "rademacher") {
        const PythonExpression draw = spelt(operands, "$0 < 0.5", Tightness::comparison);
        return {.text = "2.0 * " + asNumber(draw).text + " - 1.0", .tightness = Tightness::sum, .depth = 2};
    }
    if (name == "exponential")
        return isNumber(operands[1], 1.0)
                   ? spelt(operands, "$0", Tightness::atom)
                   : spelt(operands, "$0 / $1", Tightness::product, {Tightness::atom, Tightness::unary});
    return shiftedAndScaled(id);
}

PythonExpression ExpressionWriter::shiftedAndScaled(NodeId id)
{
    constexpr Tightnesses factors{Tightness::atom, Tightness::product};
    const auto operands = node(id).operands();
    const bool isAtZero = isNumber(operands[1], 0.0);
    const bool isOfScaleOne = isNumber(operands[2], 1.0);
    if (isAtZero)
        return isOfScaleOne ? spelt(operands, "$0", Tightness::atom)
                            : spelt(operands, "$2 * $0", Tightness::product, factors);
    if (node(id).operation->name == "uniform")
        return spelt(operands, "$1 + ($2 - $1) * $0", Tightness::sum, {Tightness::atom, Tightness::term});
    return isOfScaleOne ? spelt(operands, "$1 + $0", Tightness::sum, {Tightness::atom, Tightness::sum})
                        : spelt(operands, "$1 + $2 * $0", Tightness::sum, factors);
}

PythonExpression ExpressionWriter::spelt(NodeId id, std::string_view spelling, Tightness own,
                                         Tightnesses needed)
{
    return spelt(node(id).operands(), spelling, own, needed, node(id).operation->name == "pow");
}

PythonExpression ExpressionWriter::spelt(std::span<const NodeId> operands, std::string_view spelling,
                                         Tightness own, Tightnesses needed, bool isPower)
{
    PythonExpression expression{.text = {}, .tightness = own, .depth = 1};
    for (std::size_t i = 0; i < spelling.size(); ++i) {
        if (spelling[i] != '$') {
            expression.text += spelling[i];
            continue;
        }
        char mark = spelling[++i];
        if (mark == 'x') {
            expression.text += m_anchor;
            continue;
        }
        if (mark >= '0' && mark <= '9')
            mark = ' ';
        else
            ++i;
        const auto k = static_cast<std::size_t>(spelling[i] - '0');
        const Tightness least = mark == 'A' ? Tightness::atom : needed[std::min<std::size_t>(k, 1)];
        const PythonExpression operand = isPower && k == 1 && isLiteralWholeNumber(operands[k])
                                             ? wholeNumber(operands[k])
                                             : operandText(operands[k], mark, least);
        expression.text += operand.text;
        expression.depth = std::max(expression.depth, operand.depth + 1);
    }
    needHelper(spelling);
    return expression;
}

PythonExpression ExpressionWriter::operandText(NodeId id, char mark, Tightness needed) const
{
    PythonExpression expression = m_expressions[index(id)];
    const NodeKind& own = kind(id);
    if (mark == 'B') {
        if (own.isCondition)
            return expression;
        if (own.isNumber)
            expression = wrapped(expression, m_dialect.constant);
        return wrapped(expression, m_dialect.condition);
    }
    if (own.isCondition)
        expression = asNumber(expression);
    if (own.isNumber && (mark == 'T' || mark == 'F'))
        expression = wrapped(expression, mark == 'F' ? m_dialect.filled : m_dialect.constant);
    else if (mark == 'F' && !own.isField)
        expression = wrapped(expression, m_dialect.spread);
    expression.text = bracketed(expression, needed);
    return expression;
}

std::string ExpressionWriter::filledIn(std::string_view spelling, std::string_view operand) const
{
    std::string text;
    for (std::size_t i = 0; i < spelling.size(); ++i) {
        if (spelling[i] != '$') {
            text += spelling[i];
            continue;
        }
        ++i;
        if (spelling[i] == 'x') {
            text += m_anchor;
        } else {
            i += spelling[i] == 'A' ? 1 : 0;
            text += operand;
        }
    }
    return text;
}

PythonExpression ExpressionWriter::wrapped(const PythonExpression& expression,
                                           std::string_view spelling) const
{
    const bool isBeforeDot = spelling.find("$A") != std::string_view::npos;
    return {.text = filledIn(spelling, bracketed(expression, isBeforeDot ? Tightness::atom : Tightness::any)),
            .tightness = Tightness::atom,
            .depth = expression.depth + 1};
}

PythonExpression ExpressionWriter::asNumber(const PythonExpression& condition) const
{
    return wrapped(condition, m_dialect.number);
}

/// What the frameworks take for an integer.
bool ExpressionWriter::isLiteralWholeNumber(NodeId id) const
{
    constexpr double largest = 1e15;
    const double value = kind(id).value;
    return node(id).operation->role == Role::constant && value == std::floor(value) &&
           std::abs(value) < largest;
}

PythonExpression ExpressionWriter::wholeNumber(NodeId id) const
{
    return {.text = std::to_string(static_cast<long long>(kind(id).value))};
}

bool ExpressionWriter::isNumber(NodeId id, double value) const
{
    return kind(id).isNumber && kind(id).value == value;
}

void ExpressionWriter::needHelper(std::string_view spelling)
{
    const std::string_view name = spelling.substr(0, std::min(spelling.find('('), spelling.size()));
    const std::string_view definition = helperNamed(name, m_dialect);
    if (!definition.empty() && m_helperNames.insert(name).second)
        m_helpers.emplace_back(definition);
}

} // namespace sluice
