// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/expression_parser.h"

#include "core/language/operators.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

struct BinaryOperator
{
    std::string_view symbol;
    /// Larger binds tighter.
    int level;
    /// The operation's row; empty where the language has none, and then what is said of it, marked
    /// as a phrase.
    std::string_view operation;
    std::string_view instead = {};
};

constexpr int tightest = 6;
constexpr std::string_view bitwise =
    Phrase::marked("`%1` works on the bits of whole numbers; here values are real numbers: "
                   "multiply conditions for \"and\", take their `maximum` for \"or\"");
constexpr std::array binaryOperators{
    BinaryOperator{"|", 1, {}, bitwise},
    BinaryOperator{
        "^", 2, {}, Phrase::marked("`%1` works on the bits of whole numbers: a power is written `a**b`")},
    BinaryOperator{"&", 3, {}, bitwise},
    BinaryOperator{"<<", 4, {}, bitwise},
    BinaryOperator{">>", 4, {}, bitwise},
    BinaryOperator{"+", 5, "add"},
    BinaryOperator{"-", 5, "sub"},
    BinaryOperator{"*", 6, "mul"},
    BinaryOperator{"/", 6, "div"},
    BinaryOperator{"%", 6, {}, Phrase::marked("`%1` is not in the language: write `a - b*floor(a/b)`")},
    BinaryOperator{"//", 6, {}, Phrase::marked("`%1` is not in the language: write `floor(a/b)`")},
    BinaryOperator{
        "@",
        6,
        {},
        Phrase::marked("`%1` multiplies matrices; here every value is a single number: write `a*b`")},
};

Phrase tooDeep()
{
    return Phrase::of("this is nested deeper than %1 levels: give its parts names of their own, a line each",
                      {std::to_string(maximumNesting)});
}

} // namespace

ExpressionParser::Level::Level(ExpressionParser& parser) : m_parser(parser)
{
    if (parser.m_depth >= maximumNesting)
        parser.m_tokens.fail(parser.m_tokens.current().span, tooDeep());
    ++parser.m_depth;
}

ExpressionPointer ExpressionParser::make(TextSpan span, std::size_t height, Form form)
{
    if (height > maximumNesting)
        m_tokens.fail(span, tooDeep());
    return std::make_unique<Expression>(Expression{span, height, std::move(form)});
}

ExpressionPointer ExpressionParser::unsupported(TextSpan span, TextSpan where, Phrase message,
                                                std::vector<Pointer> operands)
{
    std::size_t height = 0;
    for (const Pointer& operand : operands)
        height = std::max(height, operand->height + 1);
    return make(span, height, Unsupported{where, std::move(message), std::move(operands)});
}

ExpressionPointer ExpressionParser::parseList()
{
    const std::size_t begin = m_tokens.current().span.begin;
    const TextSpan star = m_tokens.current().span;
    const bool isStarred = m_tokens.accept("*");
    Pointer first = isStarred ? parseBinary(1) : parse();
    if (isStarred)
        first = unsupported(first->span, star, Phrase::of("unpacking with `*` is not in the language"));
    if (!m_tokens.is(","))
        return first;
    Sequence sequence{.isTuple = true, .elements = {}};
    std::size_t height = first->height;
    sequence.elements.push_back(std::move(first));
    while (m_tokens.accept(",")) {
        if (!startsExpression())
            break;
        sequence.elements.push_back(parse());
        height = std::max(height, sequence.elements.back()->height);
    }
    return make(spanFrom(begin), height, std::move(sequence));
}

ExpressionPointer ExpressionParser::parseTargetList()
{
    const std::size_t begin = m_tokens.current().span.begin;
    Pointer first = parsePostfix();
    if (!m_tokens.is(","))
        return first;
    Sequence sequence{.isTuple = true, .elements = {}};
    sequence.elements.push_back(std::move(first));
    while (m_tokens.accept(",") && startsExpression())
        sequence.elements.push_back(parsePostfix());
    return make(spanFrom(begin), 1, std::move(sequence));
}

bool ExpressionParser::startsExpression() const
{
    switch (m_tokens.current().kind) {
    case TokenKind::number:
    case TokenKind::text:
    case TokenKind::invalid:
        return true;
    case TokenKind::name:
        return m_tokens.isIdentifier() || m_tokens.is("None") || m_tokens.is("True") ||
               m_tokens.is("False") || m_tokens.is("lambda") || m_tokens.is("not");
    case TokenKind::symbol: {
        constexpr std::array<std::string_view, 8> starts{"(", "[", "{", "-", "+", "~", "...", "*"};
        return std::ranges::any_of(starts, [this](std::string_view s) { return m_tokens.is(s); });
    }
    default:
        return false;
    }
}

ExpressionPointer ExpressionParser::parse()
{
    if (m_tokens.is("lambda"))
        return parseLambda();
    const std::size_t begin = m_tokens.current().span.begin;
    Pointer value = parseDisjunction();
    const TextSpan where = m_tokens.current().span;
    if (m_tokens.is(":=")) {
        m_tokens.advance();
        std::vector<Pointer> operands;
        operands.push_back(parse());
        return unsupported(
            spanFrom(begin), where,
            Phrase::of("`:=` is not in the language: write the assignment on a line of its own"),
            std::move(operands));
    }
    if (!m_tokens.accept("if"))
        return value;
    const Level level(*this);
    std::vector<Pointer> operands;
    operands.push_back(std::move(value));
    operands.push_back(parseDisjunction());
    m_tokens.expect("else", Phrase::of("`else` after `a if condition`"));
    operands.push_back(parse());
    return unsupported(
        spanFrom(begin), where,
        Phrase::of("`a if condition else b` is not in the language: write `where(condition, a, b)`"),
        std::move(operands));
}

ExpressionPointer ExpressionParser::parseLambda()
{
    const Level level(*this);
    const std::size_t begin = m_tokens.current().span.begin;
    m_tokens.expect("lambda");
    std::vector<FunctionParameter> parameters = parseParameters(":");
    m_tokens.expect(":", Phrase::of("`:` after the parameters of `lambda`"));
    Pointer body = parse();
    const std::size_t height = body->height + 1;
    return make(spanFrom(begin), height, Lambda{std::move(parameters), std::move(body)});
}

std::vector<FunctionParameter> ExpressionParser::parseParameters(std::string_view closing)
{
    std::vector<FunctionParameter> parameters;
    while (!m_tokens.is(closing)) {
        if (m_tokens.is("*") || m_tokens.is("**") || m_tokens.is("/"))
            m_tokens.fail(m_tokens.current().span,
                          Phrase::of("parameters are plain names here, with or without a default: "
                                     "%1 is not in the language",
                                     {quoted(m_tokens.text(m_tokens.current()))}));
        const Token name = m_tokens.expectIdentifier(Phrase::of("the name of a parameter"));
        FunctionParameter parameter{{m_tokens.text(name), name.span}, nullptr};
        if (closing == ")" && m_tokens.accept(":"))
            parse();
        if (m_tokens.accept("="))
            parameter.fallback = parse();
        const bool isKnown = std::ranges::any_of(
            parameters, [&](const FunctionParameter& p) { return p.name.name == parameter.name.name; });
        if (isKnown)
            m_tokens.fail(name.span, Phrase::of("there are two parameters with the name %1",
                                                {quoted(parameter.name.name)}));
        if (!parameter.fallback && !parameters.empty() && parameters.back().fallback)
            m_tokens.fail(name.span,
                          Phrase::of("a parameter without default can't follow one with a default"));
        parameters.push_back(std::move(parameter));
        if (!m_tokens.accept(","))
            break;
    }
    return parameters;
}

ExpressionPointer ExpressionParser::parseDisjunction()
{
    const std::size_t begin = m_tokens.current().span.begin;
    Pointer first = parseConjunction();
    if (!m_tokens.is("or"))
        return first;
    const TextSpan where = m_tokens.current().span;
    std::vector<Pointer> operands;
    operands.push_back(std::move(first));
    while (m_tokens.accept("or"))
        operands.push_back(parseConjunction());
    return unsupported(spanFrom(begin), where,
                       Phrase::of("`or` is not in the language: write `maximum(a, b)` of two conditions"),
                       std::move(operands));
}

ExpressionPointer ExpressionParser::parseConjunction()
{
    const std::size_t begin = m_tokens.current().span.begin;
    Pointer first = parseNegation();
    if (!m_tokens.is("and"))
        return first;
    const TextSpan where = m_tokens.current().span;
    std::vector<Pointer> operands;
    operands.push_back(std::move(first));
    while (m_tokens.accept("and"))
        operands.push_back(parseNegation());
    return unsupported(
        spanFrom(begin), where,
        Phrase::of("`and` is not in the language: multiply two conditions, as in `(a > 0)*(b > 0)`"),
        std::move(operands));
}

ExpressionPointer ExpressionParser::parseNegation()
{
    const TextSpan where = m_tokens.current().span;
    if (!m_tokens.accept("not"))
        return parseComparison();
    const Level level(*this);
    std::vector<Pointer> operands;
    operands.push_back(parseNegation());
    return unsupported(spanFrom(where.begin), where,
                       Phrase::of("`not` is not in the language: write `1 - condition`"),
                       std::move(operands));
}

std::string_view ExpressionParser::comparisonHere() const
{
    for (const ComparisonOperator& row : comparisonOperators)
        if (m_tokens.is(row.symbol))
            return row.symbol;
    return {};
}

ExpressionPointer ExpressionParser::parseComparison()
{
    const std::size_t begin = m_tokens.current().span.begin;
    Pointer first = parseBinary(1);
    if (comparisonHere().empty())
        return first;
    const auto* const row =
        std::ranges::find(comparisonOperators, comparisonHere(), &ComparisonOperator::symbol);
    const TextSpan where = m_tokens.current().span;
    m_tokens.advance();
    if (row->symbol == "not")
        m_tokens.expect("in", Phrase::of("`in` after `not`"));
    if (row->symbol == "is")
        m_tokens.accept("not");
    Pointer second = parseBinary(1);
    if (row->operation.empty()) {
        std::vector<Pointer> operands;
        operands.push_back(std::move(first));
        operands.push_back(std::move(second));
        return unsupported(
            spanFrom(begin), where,
            Phrase::of("%1 is not in the language: compare numbers with `==` or `<`", {quoted(row->symbol)}),
            std::move(operands));
    }
    if (comparisonHere().empty()) {
        const std::size_t height = std::max(first->height, second->height);
        Chain chain{std::move(first), {}};
        chain.links.push_back({row->operation, where, std::move(second)});
        return make(spanFrom(begin), height, std::move(chain));
    }
    const TextSpan again = m_tokens.current().span;
    std::vector<Pointer> operands;
    operands.push_back(std::move(first));
    operands.push_back(std::move(second));
    while (!comparisonHere().empty()) {
        m_tokens.advance();
        m_tokens.accept("in");
        m_tokens.accept("not");
        operands.push_back(parseBinary(1));
    }
    return unsupported(
        spanFrom(begin), again,
        Phrase::of(
            "comparisons in a chain are not in the language: multiply two of them, as in `(0 < x)*(x < 1)`"),
        std::move(operands));
}

ExpressionPointer ExpressionParser::parseBinary(int level)
{
    if (level > tightest)
        return parseUnary();
    const auto operatorHere = [&] {
        const auto fits = [&](const BinaryOperator& row) {
            return row.level == level && m_tokens.is(row.symbol);
        };
        return std::ranges::find_if(binaryOperators, fits);
    };
    const std::size_t begin = m_tokens.current().span.begin;
    Pointer first = parseBinary(level + 1);
    const BinaryOperator* row = operatorHere();
    if (row == binaryOperators.end())
        return first;
    std::size_t height = first->height;
    Chain chain{std::move(first), {}};
    std::optional<Unsupported> stranger;
    for (; row != binaryOperators.end(); row = operatorHere()) {
        const TextSpan where = m_tokens.current().span;
        if (row->operation.empty() && !stranger)
            stranger = Unsupported{where, Phrase::of(row->instead, {row->symbol})};
        m_tokens.advance();
        chain.links.push_back({row->operation, where, parseBinary(level + 1)});
        height = std::max(height, chain.links.back().operand->height);
    }
    if (stranger) {
        std::vector<Pointer> operands;
        operands.push_back(std::move(chain.first));
        for (Chain::Link& link : chain.links)
            operands.push_back(std::move(link.operand));
        return unsupported(spanFrom(begin), stranger->span, stranger->message, std::move(operands));
    }
    return make(spanFrom(begin), height, std::move(chain));
}

ExpressionPointer ExpressionParser::parseUnary()
{
    const TextSpan where = m_tokens.current().span;
    const bool isNegative = m_tokens.is("-");
    if (m_tokens.is("~")) {
        const Level level(*this);
        m_tokens.advance();
        std::vector<Pointer> operands;
        operands.push_back(parseUnary());
        return unsupported(spanFrom(where.begin), where,
                           Phrase::of("`~` is not in the language: write `1 - condition`"),
                           std::move(operands));
    }
    if (!isNegative && !m_tokens.is("+"))
        return parsePower();
    const Level level(*this);
    m_tokens.advance();
    Pointer operand = parseUnary();
    const std::size_t height = operand->height + 1;
    return make(spanFrom(where.begin), height, Sign{isNegative, where, std::move(operand)});
}

ExpressionPointer ExpressionParser::parsePower()
{
    const std::size_t begin = m_tokens.current().span.begin;
    if (m_tokens.is("await") || m_tokens.is("yield"))
        m_tokens.fail(m_tokens.current().span,
                      Phrase::of("%1 is not in the language", {quoted(m_tokens.text(m_tokens.current()))}));
    Pointer base = parsePostfix();
    if (!m_tokens.is("**"))
        return base;
    const Level level(*this);
    const TextSpan where = m_tokens.current().span;
    m_tokens.advance();
    Pointer exponent = parseUnary();
    const std::size_t height = std::max(base->height, exponent->height) + 1;
    Chain chain{std::move(base), {}};
    chain.links.push_back({"pow", where, std::move(exponent)});
    return make(spanFrom(begin), height, std::move(chain));
}

} // namespace sluice
