// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/phrase.h"

#include <array>
#include <string_view>

namespace sluice {

/// A statement that Python has and the language has not, and what to write instead.
struct ForeignStatement
{
    std::string_view keyword;
    /// Marked as a phrase.
    std::string_view instead;
    bool hasBlock = false;
    /// Which keywords continue it with blocks of their own.
    std::array<std::string_view, 3> continuations = {};
};

/// The row that this keyword begins; null where there is none.
[[nodiscard]] const ForeignStatement* findForeignStatement(std::string_view keyword);

/// What is said where it stands in a text.
[[nodiscard]] Phrase describe(const ForeignStatement& statement);

} // namespace sluice
