// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/phrase.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// A stretch of the text, in bytes.
struct TextSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextSpan&) const = default;
};

enum class Severity
{
    error,
    note
};

/// Something the reader of a text has to say about a place in it.
struct Diagnostic
{
    Severity severity = Severity::error;
    Phrase message;
    TextSpan span;
    /// From 1, in characters (not bytes).
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Where the byte at `offset` stands, counted from 1 in characters; lines end in LF, CRLF or CR.
struct LineColumn
{
    std::size_t line = 1;
    std::size_t column = 1;
};
[[nodiscard]] LineColumn lineColumnAt(std::string_view text, std::size_t offset);

/// `FILE:LINE:COLUMN: error: message`, then the line and a caret below the column.
[[nodiscard]] std::string formatted(const Diagnostic& diagnostic, std::string_view fileName,
                                    std::string_view text);

} // namespace sluice
