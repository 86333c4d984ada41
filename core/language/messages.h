// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/diagnostic.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace sluice {

/// The longest text, the deepest nesting and the largest graph that are read.
inline constexpr std::size_t maximumTextSize = 1024 * 1024;
inline constexpr std::size_t maximumNesting = 200;
inline constexpr std::size_t maximumReadNodes = 100'000;
inline constexpr std::size_t maximumExpansions = 1'000'000;

/// A piece of the text as messages show it: in backquotes, shortened where it is long.
[[nodiscard]] std::string quoted(std::string_view piece);

/// What is to be said of a text, collected while it is read. Says the same thing of the same place once.
class Messages
{
public:
    void error(TextSpan span, Phrase message);
    void note(TextSpan span, Phrase message);

    /// Takes back what was said of this stretch of the text: it turned out to be part of something that is
    /// not read.
    void forgetWithin(TextSpan span);

    [[nodiscard]] std::size_t errorCount() const noexcept { return m_errors; }
    /// So many errors that more of them help nobody.
    [[nodiscard]] bool isFull() const noexcept { return m_diagnostics.size() >= limit; }
    /// Everything with its line and column, in the order of the text.
    [[nodiscard]] std::vector<Diagnostic> inTextOrder(std::string_view text) const;

private:
    static constexpr std::size_t limit = 500;

    void add(Severity severity, TextSpan span, Phrase message);

    std::vector<Diagnostic> m_diagnostics;
    std::set<std::tuple<std::size_t, std::string>> m_said;
    std::size_t m_errors = 0;
};

} // namespace sluice
