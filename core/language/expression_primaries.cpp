// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What binds tightest: names, numbers, brackets, calls, attributes.
#include "core/language/expression_parser.h"
#include "core/language/number_literal.h"

#include <algorithm>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

constexpr std::string_view comprehension = Phrase::marked(
    "comprehensions are not in the language: write the values out, or use a `for` loop over `range`");

void collectNames(const Expression& target, std::vector<std::string_view>& names)
{
    if (const auto* name = target.as<Name>())
        names.push_back(name->name);
    if (const auto* sequence = target.as<Sequence>())
        for (const ExpressionPointer& element : sequence->elements)
            collectNames(*element, names);
}

} // namespace

ExpressionPointer ExpressionParser::parsePostfix()
{
    Pointer expression = parsePrimary();
    for (;;) {
        if (m_tokens.is("(")) {
            expression = parseCall(std::move(expression));
        } else if (m_tokens.is("[")) {
            expression = parseSubscript(std::move(expression));
        } else if (m_tokens.accept(".")) {
            const Token name = m_tokens.expectIdentifier(Phrase::of("a name after `.`"));
            const bool isDeeper = expression->as<Attribute>() != nullptr;
            const std::size_t height = expression->height + (isDeeper ? 1 : 0);
            const TextSpan span = spanFrom(expression->span.begin);
            expression =
                make(span, height, Attribute{std::move(expression), {m_tokens.text(name), name.span}});
        } else {
            return expression;
        }
    }
}

ExpressionPointer ExpressionParser::parsePrimary()
{
    const Token token = m_tokens.current();
    switch (token.kind) {
    case TokenKind::number:
        return parseNumber();
    case TokenKind::text:
        while (m_tokens.isKind(TokenKind::text))
            m_tokens.advance();
        return make(spanFrom(token.span.begin), 0, Text{});
    case TokenKind::name:
        if (!m_tokens.isIdentifier() && !m_tokens.is("None") && !m_tokens.is("True") && !m_tokens.is("False"))
            break;
        m_tokens.advance();
        return make(token.span, 0, Name{m_tokens.text(token), token.span});
    default:
        if (m_tokens.is("("))
            return parseParenthesis();
        if (m_tokens.is("["))
            return parseBracket();
        if (m_tokens.is("{"))
            return parseBrace();
        if (m_tokens.accept("..."))
            return unsupported(token.span, token.span,
                               Phrase::of("`...` stands for what was left out: write it out"));
        break;
    }
    m_tokens.failExpecting(Phrase::of("an expression"));
}

ExpressionPointer ExpressionParser::parseNumber()
{
    const Token token = m_tokens.current();
    auto number = readNumber(m_tokens.text(token));
    if (const Phrase* problem = std::get_if<Phrase>(&number))
        m_tokens.fail(token.span, *problem);
    m_tokens.advance();
    return make(token.span, 0, std::get<Number>(number));
}

ExpressionPointer ExpressionParser::parseParenthesis()
{
    const Level level(*this);
    const std::size_t begin = m_tokens.current().span.begin;
    m_tokens.advance();
    if (m_tokens.accept(")"))
        return make(spanFrom(begin), 0, Sequence{.isTuple = true, .elements = {}});
    Pointer inner = parseList();
    if (atComprehension())
        inner = parseComprehension(std::move(inner));
    m_tokens.expect(")");
    inner->span = spanFrom(begin);
    return inner;
}

ExpressionPointer ExpressionParser::parseBracket()
{
    const Level level(*this);
    const std::size_t begin = m_tokens.current().span.begin;
    m_tokens.advance();
    Sequence list;
    std::size_t height = 0;
    while (startsExpression()) {
        if (m_tokens.is("*"))
            list.elements.push_back(parseList());
        else
            list.elements.push_back(parse());
        height = std::max(height, list.elements.back()->height);
        if (atComprehension()) {
            Pointer whole = parseComprehension(std::move(list.elements.back()));
            m_tokens.expect("]");
            return whole;
        }
        if (!m_tokens.accept(","))
            break;
    }
    m_tokens.expect("]", Phrase::of("`,` or `]`"));
    return make(spanFrom(begin), height + 1, std::move(list));
}

ExpressionPointer ExpressionParser::parseBrace()
{
    const Level level(*this);
    const std::size_t begin = m_tokens.current().span.begin;
    m_tokens.advance();
    Dictionary dictionary;
    std::size_t height = 0;
    bool isDictionary = true;
    while (!m_tokens.is("}")) {
        if (m_tokens.accept("**")) {
            isDictionary = false;
            parse();
        } else {
            Pointer key = parseList();
            height = std::max(height, key->height);
            isDictionary = isDictionary && m_tokens.is(":");
            Pointer value;
            if (m_tokens.accept(":"))
                value = parse();
            if (value)
                height = std::max(height, value->height);
            dictionary.items.emplace_back(std::move(key), std::move(value));
        }
        if (atComprehension())
            return parseBraceComprehension(std::move(dictionary));
        if (!m_tokens.accept(","))
            break;
    }
    m_tokens.expect("}", Phrase::of("`,` or `}`"));
    const TextSpan span = spanFrom(begin);
    if (!isDictionary)
        return unsupported(span, span,
                           Phrase::of("sets are not in the language: a feed is written `{x: [-1, 1]}`"));
    return make(span, height + 1, std::move(dictionary));
}

/// `{key: value for …}`, after what stands before `for`.
ExpressionPointer ExpressionParser::parseBraceComprehension(Dictionary before)
{
    Pointer element;
    if (!before.items.empty()) {
        auto& [key, value] = before.items.back();
        element = std::move(value ? value : key);
    } else {
        element = make(m_tokens.current().span, 0, Text{});
    }
    Pointer whole = parseComprehension(std::move(element));
    m_tokens.expect("}");
    return whole;
}

ExpressionPointer ExpressionParser::parseComprehension(Pointer element)
{
    const std::size_t begin = element->span.begin;
    const TextSpan where = m_tokens.current().span;
    std::vector<Pointer> operands;
    operands.push_back(std::move(element));
    std::vector<std::string_view> names;
    while (atComprehension()) {
        m_tokens.accept("async");
        m_tokens.expect("for");
        const Pointer target = parseTargetList();
        collectNames(*target, names);
        m_tokens.expect("in");
        operands.push_back(parseDisjunction());
        while (m_tokens.accept("if"))
            operands.push_back(parseDisjunction());
    }
    Pointer whole = unsupported(spanFrom(begin), where, Phrase::of(comprehension), std::move(operands));
    std::get<Unsupported>(whole->form).names = std::move(names);
    return whole;
}

ExpressionPointer ExpressionParser::parseCall(Pointer function)
{
    const Level level(*this);
    m_tokens.advance();
    std::size_t height = function->height;
    const std::size_t begin = function->span.begin;
    Call call{std::move(function), {}};
    while (!m_tokens.is(")")) {
        call.arguments.push_back(parseArgument());
        height = std::max(height, call.arguments.back().value->height);
        if (!m_tokens.accept(","))
            break;
    }
    m_tokens.expect(")", Phrase::of("`,` or `)`"));
    return make(spanFrom(begin), height + 1, std::move(call));
}

syntax::CallArgument ExpressionParser::parseArgument()
{
    CallArgument argument;
    argument.isUnpacked = m_tokens.accept("*") || m_tokens.accept("**");
    const bool isKeyword = m_tokens.isIdentifier() && m_tokens.is(m_tokens.ahead(1), "=");
    if (!argument.isUnpacked && isKeyword) {
        const Token keyword = m_tokens.current();
        argument.keyword = Name{m_tokens.text(keyword), keyword.span};
        m_tokens.advance();
        m_tokens.advance();
    }
    argument.value = parse();
    if (!argument.keyword && atComprehension())
        argument.value = parseComprehension(std::move(argument.value));
    return argument;
}

ExpressionPointer ExpressionParser::parseSubscript(Pointer object)
{
    const Level level(*this);
    const TextSpan where = m_tokens.current().span;
    const std::size_t begin = object->span.begin;
    m_tokens.advance();
    bool isSlice = false;
    std::vector<Pointer> items;
    while (!m_tokens.is("]")) {
        const auto parsePart = [&] {
            if (startsExpression())
                items.push_back(parse());
        };
        parsePart();
        while (m_tokens.accept(":")) {
            isSlice = true;
            parsePart();
        }
        if (!m_tokens.accept(","))
            break;
    }
    m_tokens.expect("]");
    const TextSpan span = spanFrom(begin);
    if (isSlice || items.size() != 1) {
        items.insert(items.begin(), std::move(object));
        return unsupported(
            span, where,
            Phrase::of(
                "slices are not in the language: every value is a single number, computed at each point"),
            std::move(items));
    }
    const std::size_t height = std::max(object->height, items.front()->height) + 1;
    return make(span, height, Subscript{std::move(object), std::move(items.front())});
}

} // namespace sluice
