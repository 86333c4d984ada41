// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/messages.h"

#include <string_view>
#include <vector>

namespace sluice {

enum class TokenKind
{
    name,
    number,
    text,    ///< a string literal
    symbol,  ///< an operator, a bracket, a separator
    newline, ///< the end of a logical line
    indent,
    dedent,
    invalid, ///< stands where an error has been reported: what contains it gives no further ones
    end,
};

struct Token
{
    TokenKind kind = TokenKind::end;
    TextSpan span;
};

/// Python's lexical analysis: logical lines, indentation, brackets that continue lines, comments, strings.
/// Each bracket that is never closed is reported, and ends with its line.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, Messages& messages);

} // namespace sluice
