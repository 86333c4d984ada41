// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/syntax.h"
#include "core/language/token_stream.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// Python's expressions by precedence climbing. What Python has and the language has not is read too, and
/// becomes `Unsupported`: it may stand where nobody asks for its value.
class ExpressionParser
{
public:
    explicit ExpressionParser(TokenStream& tokens) : m_tokens(tokens) {}

    /// One expression, or several with commas: a tuple.
    syntax::ExpressionPointer parseList();
    syntax::ExpressionPointer parse();
    /// What may stand left of `=` or behind `for`: no comparison, so that `in` is not read as one.
    syntax::ExpressionPointer parseTargetList();
    /// One of them: behind `as`, where a comma begins the next.
    syntax::ExpressionPointer parseTarget() { return parsePostfix(); }
    /// The parameters of a function, up to its closing bracket or colon.
    std::vector<syntax::FunctionParameter> parseParameters(std::string_view closing);

private:
    using Pointer = syntax::ExpressionPointer;

    Pointer parseLambda();
    Pointer parseDisjunction();
    Pointer parseConjunction();
    Pointer parseNegation();
    Pointer parseComparison();
    Pointer parseBinary(int level);
    Pointer parseUnary();
    Pointer parsePower();
    Pointer parsePostfix();
    Pointer parsePrimary();
    Pointer parseNumber();
    Pointer parseParenthesis();
    Pointer parseBracket();
    Pointer parseBrace();
    Pointer parseCall(Pointer function);
    syntax::CallArgument parseArgument();
    Pointer parseSubscript(Pointer object);
    /// `element for i in values if condition`, from `for` on.
    Pointer parseComprehension(Pointer element);
    Pointer parseBraceComprehension(syntax::Dictionary before);
    [[nodiscard]] bool startsExpression() const;
    [[nodiscard]] bool atComprehension() const { return m_tokens.is("for") || m_tokens.is("async"); }
    [[nodiscard]] std::string_view comparisonHere() const;

    Pointer make(TextSpan span, std::size_t height, syntax::Form form);
    Pointer unsupported(TextSpan span, TextSpan where, Phrase message, std::vector<Pointer> operands = {});
    [[nodiscard]] TextSpan spanFrom(std::size_t begin) const { return {begin, m_tokens.previousEnd()}; }

    /// Counts a level of nesting while it lives.
    class Level
    {
    public:
        explicit Level(ExpressionParser& parser);
        ~Level() { --m_parser.m_depth; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        ExpressionParser& m_parser;
    };

    TokenStream& m_tokens;
    std::size_t m_depth = 0;
};

} // namespace sluice
