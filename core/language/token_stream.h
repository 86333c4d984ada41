// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/identifiers.h"
#include "core/language/lexer.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sluice {

/// Thrown where a statement can't be understood, after the error has been reported.
struct SyntaxFailure
{
};

/// The tokens of a text with a place among them.
class TokenStream
{
public:
    TokenStream(std::string_view text, std::vector<Token> tokens, Messages& messages,
                Identifiers& identifiers);

    [[nodiscard]] const Token& current() const { return m_tokens[m_index]; }
    [[nodiscard]] const Token& at(std::size_t index) const { return m_tokens[index]; }
    [[nodiscard]] const Token& ahead(std::size_t count) const;
    [[nodiscard]] std::string_view text(const Token& token) const;
    [[nodiscard]] std::size_t index() const noexcept { return m_index; }
    void advance();
    /// Where the last token passed ends.
    [[nodiscard]] std::size_t previousEnd() const noexcept { return m_previousEnd; }

    [[nodiscard]] bool isKind(TokenKind kind) const { return current().kind == kind; }
    /// Whether the current token is this symbol, or this keyword.
    [[nodiscard]] bool is(std::string_view symbolOrKeyword) const { return is(current(), symbolOrKeyword); }
    [[nodiscard]] bool is(const Token& token, std::string_view symbolOrKeyword) const;
    bool accept(std::string_view symbolOrKeyword);
    /// Where it says nothing else, the symbol itself is the expectation.
    void expect(std::string_view symbol, const Phrase& expectation = {});
    /// A name that is no keyword.
    [[nodiscard]] bool isIdentifier() const;
    Token expectIdentifier(const Phrase& expectation);

    [[noreturn]] void fail(TextSpan span, Phrase message);
    /// Fails at the current token: it is not what was expected.
    [[noreturn]] void failExpecting(const Phrase& expectation);
    /// The current token in words.
    [[nodiscard]] Phrase describeCurrent() const;

    Messages& messages() { return m_messages; }

private:
    std::string_view m_text;
    std::vector<Token> m_tokens;
    Messages& m_messages;
    /// The names that Python sees otherwise than they are written, by where they begin.
    std::unordered_map<std::size_t, std::string_view> m_otherSpellings;
    std::size_t m_index = 0;
    std::size_t m_previousEnd = 0;
};

[[nodiscard]] bool isKeyword(std::string_view word);

} // namespace sluice
