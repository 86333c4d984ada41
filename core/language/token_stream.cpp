// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/token_stream.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

namespace {

constexpr std::array<std::string_view, 35> keywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

} // namespace

bool isKeyword(std::string_view word)
{
    return std::ranges::find(keywords, word) != keywords.end();
}

TokenStream::TokenStream(std::string_view text, std::vector<Token> tokens, Messages& messages,
                         Identifiers& identifiers)
    : m_text(text), m_tokens(std::move(tokens)), m_messages(messages)
{
    for (const Token& token : m_tokens) {
        if (token.kind != TokenKind::name)
            continue;
        const std::string_view written = TokenStream::text(token);
        const std::string_view normalized = identifiers.normalized(written);
        if (normalized.data() != written.data())
            m_otherSpellings.emplace(token.span.begin, normalized);
    }
}

const Token& TokenStream::ahead(std::size_t count) const
{
    return m_tokens[std::min(m_index + count, m_tokens.size() - 1)];
}

std::string_view TokenStream::text(const Token& token) const
{
    if (token.kind == TokenKind::name && !m_otherSpellings.empty())
        if (const auto other = m_otherSpellings.find(token.span.begin); other != m_otherSpellings.end())
            return other->second;
    return m_text.substr(token.span.begin, token.span.end - token.span.begin);
}

void TokenStream::advance()
{
    m_previousEnd = current().span.end;
    if (m_index + 1 < m_tokens.size())
        ++m_index;
}

bool TokenStream::is(const Token& token, std::string_view symbolOrKeyword) const
{
    return (token.kind == TokenKind::symbol || token.kind == TokenKind::name) &&
           text(token) == symbolOrKeyword;
}

bool TokenStream::accept(std::string_view symbolOrKeyword)
{
    const bool isHere = is(symbolOrKeyword);
    if (isHere)
        advance();
    return isHere;
}

void TokenStream::expect(std::string_view symbol, const Phrase& expectation)
{
    if (!accept(symbol))
        failExpecting(expectation.isEmpty() ? Phrase::verbatim(quoted(symbol)) : expectation);
}

bool TokenStream::isIdentifier() const
{
    return isKind(TokenKind::name) && !isKeyword(text(current()));
}

Token TokenStream::expectIdentifier(const Phrase& expectation)
{
    if (!isIdentifier())
        failExpecting(expectation);
    const Token token = current();
    advance();
    return token;
}

void TokenStream::fail(TextSpan span, Phrase message)
{
    m_messages.error(span, std::move(message));
    throw SyntaxFailure{};
}

void TokenStream::failExpecting(const Phrase& expectation)
{
    // What is invalid has been reported where it was found.
    if (isKind(TokenKind::invalid))
        throw SyntaxFailure{};
    fail(current().span, Phrase::of("expected %1, found %2", {expectation, describeCurrent()}));
}

Phrase TokenStream::describeCurrent() const
{
    switch (current().kind) {
    case TokenKind::newline:
        return Phrase::of("the end of the line");
    case TokenKind::indent:
    case TokenKind::dedent:
        return Phrase::of("another indentation");
    case TokenKind::end:
        return Phrase::of("the end of the text");
    case TokenKind::text:
        return Phrase::of("a string");
    case TokenKind::name:
        if (isKeyword(text(current())))
            return Phrase::of("the keyword %1", {quoted(text(current()))});
        break;
    default:
        break;
    }
    return Phrase::verbatim(quoted(text(current())));
}

} // namespace sluice
