// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/characters.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

std::size_t sequenceSize(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if ((lead & 0xF0U) == 0xE0)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

} // namespace

std::optional<Character> characterAt(std::string_view text, std::size_t offset)
{
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t size = sequenceSize(lead);
    if (size == 0 || offset + size > text.size())
        return std::nullopt;
    if (size == 1)
        return Character{lead, 1};
    char32_t code = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (!isContinuation(text[offset + i]))
            return std::nullopt;
        code = (code << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return std::nullopt;
    return Character{code, size};
}

std::optional<std::size_t> firstBinaryByte(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const auto character = characterAt(text, offset);
        if (!character || character->code == 0)
            return offset;
        offset += character->size;
    }
    return std::nullopt;
}

bool isDigit(char32_t code)
{
    return code >= U'0' && code <= U'9';
}

std::size_t byteOrderMarkSize(std::string_view text)
{
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t lineEndSize(std::string_view text, std::size_t offset)
{
    if (offset >= text.size())
        return 0;
    if (text[offset] == '\n')
        return 1;
    if (text[offset] != '\r')
        return 0;
    return offset + 1 < text.size() && text[offset + 1] == '\n' ? 2 : 1;
}

LineColumnCursor::LineColumnCursor(std::string_view text)
    : m_text(text), m_offset(byteOrderMarkSize(text)), m_lineBegin(m_offset)
{
}

LineColumn LineColumnCursor::advancedTo(std::size_t offset)
{
    const std::size_t goal = std::min(offset, m_text.size());
    while (m_offset < goal) {
        const std::size_t lineEnd = lineEndSize(m_text, m_offset);
        if (lineEnd > 0 && m_offset + lineEnd > goal)
            break;
        if (lineEnd > 0) {
            m_offset += lineEnd;
            m_lineBegin = m_offset;
            m_at = {m_at.line + 1, 1};
            continue;
        }
        // Bytes that are no UTF-8 count as a character each.
        m_offset += 1;
        const bool isInside = m_offset < m_text.size() && isContinuation(m_text[m_offset]);
        if (!isInside)
            ++m_at.column;
    }
    return m_at;
}

} // namespace sluice
