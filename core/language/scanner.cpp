// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/scanner.h"

#include "core/language/characters.h"
#include "core/language/identifiers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

namespace {

// Longer ones first: the first that fits is taken.
constexpr std::array<std::string_view, 48> symbols{
    "**=", "//=", ">>=", "<<=", "...", "->", ":=", "==", "!=", "<=", ">=", "**", "//", "<<", ">>", "+=",
    "-=",  "*=",  "/=",  "%=",  "@=",  "&=", "|=", "^=", "+",  "-",  "*",  "/",  "%",  "@",  "&",  "|",
    "^",   "~",   "<",   ">",   "(",   ")",  "[",  "]",  "{",  "}",  ",",  ":",  ".",  ";",  "=",  "!"};

struct Stranger
{
    char32_t code;
    std::string_view instead;
};

/// Characters that text processors and keyboards put in place of Python's.
constexpr std::array strangers{
    Stranger{0x2212, "-"},  Stranger{0x2013, "-"},  Stranger{0x2014, "-"},  Stranger{0xD7, "*"},
    Stranger{0xB7, "*"},    Stranger{0x22C5, "*"},  Stranger{0xF7, "/"},    Stranger{0x2044, "/"},
    Stranger{0x2264, "<="}, Stranger{0x2265, ">="}, Stranger{0x2260, "!="}, Stranger{0xB2, "**2"},
    Stranger{0xB3, "**3"},  Stranger{0x2018, "'"},  Stranger{0x2019, "'"},  Stranger{0x201C, "\""},
    Stranger{0x201D, "\""}, Stranger{0xA0, " "},    Stranger{0x3000, " "},  Stranger{0x221A, "sqrt(…)"}};

constexpr std::array<std::string_view, 12> stringPrefixes{"r", "u", "b", "f", "br", "rb", "fr", "rf", "ur"};

bool isStringPrefix(std::string_view word)
{
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return std::ranges::find(stringPrefixes, lower) != stringPrefixes.end();
}

RawToken rawToken(TokenKind kind, TextSpan span)
{
    RawToken token;
    token.kind = kind;
    token.span = span;
    return token;
}

char closingFor(char opening)
{
    return opening == '(' ? ')' : opening == '[' ? ']' : '}';
}

} // namespace

Scanner::Scanner(std::string_view text, Messages& messages)
    : m_text(text), m_messages(messages), m_offset(byteOrderMarkSize(text))
{
}

std::vector<RawToken> Scanner::scan()
{
    scanLineBegin();
    while (!isAtEnd())
        scanToken();
    endLine();
    return std::move(m_tokens);
}

void Scanner::scanLineBegin()
{
    Indentation indentation;
    for (; peek() == ' ' || peek() == '\t' || peek() == '\f'; ++m_offset) {
        if (peek() == '\f') {
            indentation = {};
        } else if (peek() == '\t') {
            indentation = {(indentation.tabsToEight / 8 + 1) * 8, indentation.tabsToOne + 1};
        } else {
            indentation = {indentation.tabsToEight + 1, indentation.tabsToOne + 1};
        }
    }
    m_indentation = indentation;
}

void Scanner::scanToken()
{
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\f') {
        ++m_offset;
    } else if (const std::size_t lineEnd = lineEndSize(m_text, m_offset)) {
        endLine();
        m_offset += lineEnd;
        scanLineBegin();
    } else if (c == '#') {
        skipComment();
    } else if (c == '\\') {
        const std::size_t begin = m_offset++;
        if (const std::size_t joined = lineEndSize(m_text, m_offset))
            m_offset += joined;
        else
            fail(begin, m_offset, Phrase::of("a `\\` must be the last character of its line"));
    } else if (c == '"' || c == '\'') {
        scanString(m_offset);
    } else if (isDigit(static_cast<unsigned char>(c)) ||
               (c == '.' && isDigit(static_cast<unsigned char>(peek(1))))) {
        scanNumber();
    } else if (startsIdentifier(characterAt(m_text, m_offset)->code)) {
        scanWord();
    } else {
        scanSymbol();
    }
}

void Scanner::skipComment()
{
    while (!isAtEnd() && lineEndSize(m_text, m_offset) == 0)
        ++m_offset;
}

void Scanner::endLine()
{
    // A line without tokens (blank, or a comment alone) is none.
    if (!m_tokens.empty() && m_tokens.back().kind != TokenKind::newline)
        m_tokens.push_back(rawToken(TokenKind::newline, {m_offset, m_offset}));
    m_indentation.reset();
}

void Scanner::scanWord()
{
    const std::size_t begin = m_offset;
    while (!isAtEnd()) {
        const Character character = *characterAt(m_text, m_offset);
        if (!continuesIdentifier(character.code))
            break;
        m_offset += character.size;
    }
    const bool isPrefix =
        (peek() == '"' || peek() == '\'') && isStringPrefix(m_text.substr(begin, m_offset - begin));
    if (isPrefix)
        scanString(begin);
    else
        push(TokenKind::name, begin);
}

void Scanner::scanNumber()
{
    const std::size_t begin = m_offset;
    const bool isPrefixed =
        peek() == '0' && std::string_view("xXoObB").find(peek(1)) != std::string_view::npos;
    const auto isPart = [](char c) {
        return isDigit(static_cast<unsigned char>(c)) || c == '_' || c == '.' ||
               startsIdentifier(static_cast<unsigned char>(c));
    };
    // Everything that could belong to a number is one token: whether it is one, the parser says.
    while (!isAtEnd() && static_cast<unsigned char>(peek()) < 0x80 && isPart(peek())) {
        const bool isExponent =
            !isPrefixed && (peek() == 'e' || peek() == 'E') && (peek(1) == '+' || peek(1) == '-');
        m_offset += isExponent ? 2 : 1;
    }
    push(TokenKind::number, begin);
}

void Scanner::scanString(std::size_t begin)
{
    const char quote = peek();
    const bool isTriple = peek(1) == quote && peek(2) == quote;
    m_offset += isTriple ? 3 : 1;
    while (!isAtEnd()) {
        if (peek() == '\\') {
            m_offset += 1 + std::max<std::size_t>(1, lineEndSize(m_text, m_offset + 1));
        } else if (peek() == quote && (!isTriple || (peek(1) == quote && peek(2) == quote))) {
            m_offset += isTriple ? 3 : 1;
            push(TokenKind::text, begin);
            return;
        } else if (!isTriple && lineEndSize(m_text, m_offset) > 0) {
            break;
        } else {
            ++m_offset;
        }
    }
    m_offset = std::min(m_offset, m_text.size());
    fail(begin, m_offset, Phrase::of("this string is never closed"));
}

void Scanner::scanSymbol()
{
    const std::string_view rest = m_text.substr(m_offset);
    const auto* const symbol =
        std::ranges::find_if(symbols, [&](std::string_view s) { return rest.starts_with(s); });
    if (symbol == symbols.end()) {
        scanStranger();
        return;
    }
    const std::size_t begin = m_offset;
    m_offset += symbol->size();
    if (*symbol == "(" || *symbol == "[" || *symbol == "{") {
        push(TokenKind::symbol, begin);
        open();
    } else if (*symbol == ")" || *symbol == "]" || *symbol == "}") {
        close(symbol->front());
    } else if (*symbol == "!") {
        fail(begin, m_offset,
             Phrase::of("`!` is no operator: the opposite of a condition is `1 - condition`"));
    } else {
        push(TokenKind::symbol, begin);
    }
}

void Scanner::scanStranger()
{
    const Character character = *characterAt(m_text, m_offset);
    const std::size_t end = m_offset + character.size;
    const auto* const known = std::ranges::find(strangers, character.code, &Stranger::code);
    const std::string_view written = m_text.substr(m_offset, character.size);
    Phrase message = Phrase::of("the character `%1` has no place in an expression", {written});
    if (character.code < 0x20 || character.code == 0x7F)
        message = Phrase::of("there is a control character here; remove it");
    else if (known != strangers.end() && known->instead == " ")
        message = Phrase::of("this looks like a space but is another character; write a space");
    else if (known != strangers.end())
        message = Phrase::of("the character `%1` has no place in an expression: write `%2`",
                             {written, known->instead});
    const std::size_t begin = m_offset;
    m_offset = end;
    fail(begin, end, std::move(message));
}

void Scanner::push(TokenKind kind, std::size_t begin)
{
    m_tokens.push_back(rawToken(kind, {begin, m_offset}));
    m_tokens.back().indentation = std::exchange(m_indentation, std::nullopt);
}

void Scanner::open()
{
    RawToken& token = m_tokens.back();
    token.isOpening = true;
    m_open.push_back(m_tokens.size() - 1);
    if (m_open.size() <= maximumNesting)
        return;
    token.kind = TokenKind::invalid;
    if (m_open.size() == maximumNesting + 1)
        m_messages.error(token.span, Phrase::of("brackets are nested deeper than %1 levels",
                                                {std::to_string(maximumNesting)}));
}

void Scanner::close(char bracket)
{
    const auto matches = [&](std::size_t opening) {
        return closingFor(m_text[m_tokens[opening].span.begin]) == bracket;
    };
    const auto opening = std::find_if(m_open.rbegin(), m_open.rend(), matches);
    if (opening == m_open.rend() && m_open.empty()) {
        fail(m_offset - 1, m_offset, Phrase::of("this `%1` closes no bracket", {std::string(1, bracket)}));
        return;
    }
    if (opening == m_open.rend()) {
        // It was probably meant to close the innermost one.
        const char expected = closingFor(m_text[m_tokens[m_open.back()].span.begin]);
        fail(m_offset - 1, m_offset,
             Phrase::of("a `%1` is expected here, to close the bracket that is open",
                        {std::string(1, expected)}));
        m_tokens[m_open.back()].partner = m_tokens.size() - 1;
        m_open.pop_back();
        return;
    }
    push(TokenKind::symbol, m_offset - 1);
    m_tokens[*opening].partner = m_tokens.size() - 1;
    m_open.erase(std::prev(opening.base()), m_open.end());
}

void Scanner::fail(std::size_t begin, std::size_t end, Phrase message)
{
    m_messages.error({begin, end}, std::move(message));
    push(TokenKind::invalid, begin);
}

char Scanner::peek(std::size_t ahead) const
{
    return m_offset + ahead < m_text.size() ? m_text[m_offset + ahead] : '\0';
}

} // namespace sluice
