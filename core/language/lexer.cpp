// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/lexer.h"

#include "core/language/scanner.h"

#include <algorithm>
#include <string>

namespace sluice {

namespace {

/// Turns raw tokens into logical lines: brackets swallow line ends, indentation becomes tokens of its own.
class Layout
{
public:
    Layout(std::string_view text, const std::vector<RawToken>& raw, Messages& messages)
        : m_text(text), m_raw(raw), m_messages(messages)
    {
    }

    std::vector<Token> arranged()
    {
        for (std::size_t i = 0; i < m_raw.size();)
            i = place(i);
        emit(TokenKind::newline, m_text.size());
        for (; m_levels.size() > 1; m_levels.pop_back())
            m_tokens.push_back({TokenKind::dedent, {m_text.size(), m_text.size()}});
        m_tokens.push_back({TokenKind::end, {m_text.size(), m_text.size()}});
        return std::move(m_tokens);
    }

private:
    /// Arranges the token at `i`, and says which comes next.
    std::size_t place(std::size_t i)
    {
        const RawToken& token = m_raw[i];
        if (token.indentation && i >= m_bracketEnd)
            beginLine(token);
        if (token.kind == TokenKind::newline) {
            if (i >= m_bracketEnd)
                emit(TokenKind::newline, token.span.begin);
            return i + 1;
        }
        if (!token.isOpening) {
            m_tokens.push_back({token.kind, token.span});
            return i + 1;
        }
        if (token.partner == RawToken::none)
            return placeUnclosed(i);
        m_bracketEnd = std::max(m_bracketEnd, token.partner);
        m_tokens.push_back({token.kind, token.span});
        return i + 1;
    }

    std::size_t placeUnclosed(std::size_t i)
    {
        const RawToken& token = m_raw[i];
        // One of a line is enough: closing it brings up the next.
        if (!m_hasUnclosed && token.kind != TokenKind::invalid)
            m_messages.error(token.span, Phrase::of("this `%1` is never closed",
                                                    {std::string(1, m_text[token.span.begin])}));
        m_hasUnclosed = true;
        m_tokens.push_back({TokenKind::invalid, token.span});
        if (i < m_bracketEnd)
            return i + 1;
        // What is indented deeper belongs to the broken line.
        std::size_t next = i + 1;
        for (; next < m_raw.size(); ++next) {
            const auto& indentation = m_raw[next].indentation;
            if (indentation && indentation->tabsToEight <= m_levels.back().tabsToEight)
                break;
            if (m_raw[next].partner != RawToken::none)
                next = m_raw[next].partner;
        }
        emit(TokenKind::newline, token.span.end);
        return next;
    }

    void beginLine(const RawToken& token)
    {
        m_hasUnclosed = false;
        const Indentation now = *token.indentation;
        const TextSpan here{token.span.begin, token.span.begin};
        if (!isConsistent(now))
            m_messages.error(token.span,
                             Phrase::of("tabs and spaces are mixed here: indent with one of them"));
        if (now.tabsToEight > m_levels.back().tabsToEight) {
            m_levels.push_back(now);
            if (m_levels.size() == maximumNesting + 2)
                m_messages.error(token.span, Phrase::of("blocks are nested deeper than %1 levels",
                                                        {std::to_string(maximumNesting)}));
            m_tokens.push_back({TokenKind::indent, here});
            return;
        }
        while (now.tabsToEight < m_levels.back().tabsToEight) {
            m_levels.pop_back();
            m_tokens.push_back({TokenKind::dedent, here});
        }
        if (now.tabsToEight > m_levels.back().tabsToEight)
            m_messages.error(token.span,
                             Phrase::of("this line is indented like none of the blocks around it"));
    }

    [[nodiscard]] bool isConsistent(const Indentation& now) const
    {
        return std::ranges::all_of(m_levels, [&](const Indentation& level) {
            return (now.tabsToEight <=> level.tabsToEight) == (now.tabsToOne <=> level.tabsToOne);
        });
    }

    void emit(TokenKind kind, std::size_t offset)
    {
        const bool isEmptyLine = m_tokens.empty() || m_tokens.back().kind == TokenKind::newline ||
                                 m_tokens.back().kind == TokenKind::dedent;
        if (kind != TokenKind::newline || !isEmptyLine)
            m_tokens.push_back({kind, {offset, offset}});
    }

    std::string_view m_text;
    const std::vector<RawToken>& m_raw;
    Messages& m_messages;
    std::vector<Token> m_tokens;
    std::vector<Indentation> m_levels{{}};
    /// Before this token, line ends are inside a bracket.
    std::size_t m_bracketEnd = 0;
    bool m_hasUnclosed = false;
};

} // namespace

std::vector<Token> tokenize(std::string_view text, Messages& messages)
{
    const std::vector<RawToken> raw = Scanner(text, messages).scan();
    return Layout(text, raw, messages).arranged();
}

} // namespace sluice
