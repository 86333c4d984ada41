// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/lexer.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// How far a line is indented, by both of Python's measures: they must agree on what is deeper.
struct Indentation
{
    std::size_t tabsToEight = 0;
    std::size_t tabsToOne = 0;
};

/// A token before brackets and indentation have been taken into account.
struct RawToken
{
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    TokenKind kind = TokenKind::symbol;
    TextSpan span;
    /// For an opening bracket: the index of the one that closes it, or none.
    std::size_t partner = none;
    bool isOpening = false;
    /// For the first token of a physical line.
    std::optional<Indentation> indentation;
};

/// Cuts a text into raw tokens and matches its brackets.
class Scanner
{
public:
    Scanner(std::string_view text, Messages& messages);
    [[nodiscard]] std::vector<RawToken> scan();

private:
    void scanLineBegin();
    void scanToken();
    void scanWord();
    void scanNumber();
    void scanString(std::size_t begin);
    void scanSymbol();
    void scanStranger();
    void skipComment();
    void endLine();

    void push(TokenKind kind, std::size_t begin);
    void open();
    void close(char bracket);
    void fail(std::size_t begin, std::size_t end, Phrase message);
    [[nodiscard]] char peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool isAtEnd() const { return m_offset >= m_text.size(); }

    std::string_view m_text;
    Messages& m_messages;
    std::size_t m_offset;
    std::vector<RawToken> m_tokens;
    std::vector<std::size_t> m_open;
    std::optional<Indentation> m_indentation;
};

} // namespace sluice
