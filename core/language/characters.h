// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/diagnostic.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sluice {

/// A character of UTF-8 text and the number of bytes that it takes.
struct Character
{
    char32_t code = 0;
    std::size_t size = 1;
};

/// The character at `offset`; nothing where the bytes there are no UTF-8.
[[nodiscard]] std::optional<Character> characterAt(std::string_view text, std::size_t offset);

/// The first byte that can't stand in a text: NUL, or no UTF-8.
[[nodiscard]] std::optional<std::size_t> firstBinaryByte(std::string_view text);

[[nodiscard]] bool isDigit(char32_t code);

/// The length of the byte-order mark at the beginning, or 0.
[[nodiscard]] std::size_t byteOrderMarkSize(std::string_view text);
/// The length of the line end at `offset` (LF, CRLF or CR), or 0.
[[nodiscard]] std::size_t lineEndSize(std::string_view text, std::size_t offset);

/// Counts lines and columns of ascending offsets in one walk through the text.
class LineColumnCursor
{
public:
    explicit LineColumnCursor(std::string_view text);
    LineColumn advancedTo(std::size_t offset);
    /// Where the line of the last offset begins.
    [[nodiscard]] std::size_t lineBegin() const noexcept { return m_lineBegin; }

private:
    std::string_view m_text;
    std::size_t m_offset;
    std::size_t m_lineBegin;
    LineColumn m_at;
};

} // namespace sluice
