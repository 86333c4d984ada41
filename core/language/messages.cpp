// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/messages.h"

#include "core/language/characters.h"

#include <algorithm>
#include <utility>

namespace sluice {

std::string quoted(std::string_view piece)
{
    constexpr std::size_t longest = 40;
    if (piece.size() <= longest)
        return '`' + std::string(piece) + '`';
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(piece[end]) & 0xC0U) == 0x80)
        --end;
    return '`' + std::string(piece.substr(0, end)) + "…`";
}

void Messages::error(TextSpan span, Phrase message)
{
    add(Severity::error, span, std::move(message));
}

void Messages::note(TextSpan span, Phrase message)
{
    add(Severity::note, span, std::move(message));
}

void Messages::add(Severity severity, TextSpan span, Phrase message)
{
    if (isFull() || !m_said.emplace(span.begin, inEnglish(message)).second)
        return;
    if (severity == Severity::error)
        ++m_errors;
    m_diagnostics.push_back({.severity = severity, .message = std::move(message), .span = span});
}

void Messages::forgetWithin(TextSpan span)
{
    std::erase_if(m_diagnostics, [span](const Diagnostic& d) {
        return d.span.begin >= span.begin && d.span.begin < span.end;
    });
    m_errors =
        static_cast<std::size_t>(std::ranges::count(m_diagnostics, Severity::error, &Diagnostic::severity));
}

std::vector<Diagnostic> Messages::inTextOrder(std::string_view text) const
{
    std::vector<Diagnostic> ordered = m_diagnostics;
    std::ranges::stable_sort(ordered, {}, [](const Diagnostic& d) { return d.span.begin; });
    LineColumnCursor cursor(text);
    for (Diagnostic& diagnostic : ordered) {
        const LineColumn at = cursor.advancedTo(diagnostic.span.begin);
        diagnostic.line = at.line;
        diagnostic.column = at.column;
    }
    return ordered;
}

} // namespace sluice
