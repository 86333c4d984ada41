// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/foreign_statements.h"

#include <algorithm>

namespace sluice {

namespace {

constexpr std::array foreignStatements{
    ForeignStatement{"class", "write its computation as assignments, or as a function with `def`", true},
    ForeignStatement{"while", "write `for i in range(n):` with a known number of rounds", true, {"else"}},
    ForeignStatement{"if", "choose between two values with `where(condition, a, b)`", true, {"elif", "else"}},
    ForeignStatement{"try", "write its lines without it", true, {"except", "finally", "else"}},
    ForeignStatement{"async", "leave it out", true},
    ForeignStatement{"assert", "leave it out"},
    ForeignStatement{"del", "leave it out"},
    ForeignStatement{"raise", "leave it out"},
    ForeignStatement{"break", "let the loop run to its end"},
    ForeignStatement{"continue", "let the loop run to its end"},
    ForeignStatement{"global", "return the value from the function instead"},
    ForeignStatement{"nonlocal", "return the value from the function instead"},
};

} // namespace

const ForeignStatement* findForeignStatement(std::string_view keyword)
{
    const auto* const row = std::ranges::find(foreignStatements, keyword, &ForeignStatement::keyword);
    return row == foreignStatements.end() ? nullptr : row;
}

std::string describe(const ForeignStatement& statement)
{
    return '`' + std::string(statement.keyword) +
           "` is not in the language: " + std::string(statement.instead);
}

} // namespace sluice
