// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/diagnostic.h"

#include "core/language/characters.h"

#include <algorithm>

namespace sluice {

namespace {

/// About how much of a very long line is shown.
constexpr std::size_t shownLength = 100;

std::size_t lineEndAfter(std::string_view text, std::size_t offset)
{
    while (offset < text.size() && lineEndSize(text, offset) == 0)
        ++offset;
    return offset;
}

std::size_t sizeAt(std::string_view text, std::size_t offset)
{
    const auto character = characterAt(text, offset);
    return character ? character->size : 1;
}

/// The offset `count` characters after `offset`, but not beyond the end.
std::size_t after(std::string_view text, std::size_t offset, std::size_t count)
{
    for (; count > 0 && offset < text.size(); --count)
        offset += sizeAt(text, offset);
    return std::min(offset, text.size());
}

std::size_t lengthOf(std::string_view text)
{
    std::size_t length = 0;
    for (std::size_t offset = 0; offset < text.size(); offset += sizeAt(text, offset))
        ++length;
    return length;
}

/// What could move the cursor or garble a terminal is shown as a question mark.
std::string printable(std::string_view text)
{
    std::string result;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto character = characterAt(text, offset);
        const std::size_t size = character ? character->size : 1;
        const bool isControl = !character || (character->code < 0x20 && character->code != U'\t') ||
                               (character->code >= 0x7F && character->code < 0xA0);
        result += isControl ? std::string_view("?") : text.substr(offset, size);
        offset += size;
    }
    return result;
}

/// As wide as what stands before the caret: tabs stay tabs.
std::string padding(std::string_view before)
{
    std::string result;
    for (std::size_t offset = 0; offset < before.size(); offset += sizeAt(before, offset))
        result += before[offset] == '\t' ? '\t' : ' ';
    return result;
}

/// The line around the column (from 0), and the line below that points at it.
std::string excerpt(std::string_view line, std::size_t column)
{
    const std::size_t length = lengthOf(line);
    std::size_t first = 0;
    if (length > shownLength + shownLength / 4)
        first = std::min(column - std::min(column, shownLength / 2), length - shownLength);
    const std::size_t begin = after(line, 0, first);
    const bool isWhole = first == 0 && length <= shownLength + shownLength / 4;
    const std::size_t end = isWhole ? line.size() : after(line, begin, shownLength);
    const std::string_view ellipsis = "…";
    const std::size_t caret = std::min(after(line, begin, column - std::min(column, first)), end);

    std::string result;
    std::string pad;
    if (begin > 0) {
        result += ellipsis;
        pad += ' ';
    }
    result += printable(line.substr(begin, end - begin));
    if (end < line.size())
        result += ellipsis;
    return result + '\n' + pad + padding(line.substr(begin, caret - begin)) + '^';
}

} // namespace

LineColumn lineColumnAt(std::string_view text, std::size_t offset)
{
    return LineColumnCursor(text).advancedTo(offset);
}

std::string formatted(const Diagnostic& diagnostic, std::string_view fileName, std::string_view text)
{
    std::string result(fileName);
    result += ':' + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column) + ": ";
    result += diagnostic.severity == Severity::error ? "error: " : "note: ";
    result += inEnglish(diagnostic.message) + '\n';

    LineColumnCursor cursor(text);
    cursor.advancedTo(diagnostic.span.begin);
    const std::size_t begin = std::min(cursor.lineBegin(), text.size());
    const std::string_view line = text.substr(begin, lineEndAfter(text, begin) - begin);
    return result + excerpt(line, diagnostic.column - 1);
}

} // namespace sluice
