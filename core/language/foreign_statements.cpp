// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/foreign_statements.h"

#include <algorithm>

namespace sluice {

namespace {

constexpr std::array foreignStatements{
    ForeignStatement{
        "class", Phrase::marked("write its computation as assignments, or as a function with `def`"), true},
    ForeignStatement{
        "while", Phrase::marked("write `for i in range(n):` with a known number of rounds"), true, {"else"}},
    ForeignStatement{"if",
                     Phrase::marked("choose between two values with `where(condition, a, b)`"),
                     true,
                     {"elif", "else"}},
    ForeignStatement{
        "try", Phrase::marked("write its lines without it"), true, {"except", "finally", "else"}},
    ForeignStatement{"async", Phrase::marked("leave it out"), true},
    ForeignStatement{"assert", Phrase::marked("leave it out")},
    ForeignStatement{"del", Phrase::marked("leave it out")},
    ForeignStatement{"raise", Phrase::marked("leave it out")},
    ForeignStatement{"break", Phrase::marked("let the loop run to its end")},
    ForeignStatement{"continue", Phrase::marked("let the loop run to its end")},
    ForeignStatement{"global", Phrase::marked("return the value from the function instead")},
    ForeignStatement{"nonlocal", Phrase::marked("return the value from the function instead")},
};

} // namespace

const ForeignStatement* findForeignStatement(std::string_view keyword)
{
    const auto* const row = std::ranges::find(foreignStatements, keyword, &ForeignStatement::keyword);
    return row == foreignStatements.end() ? nullptr : row;
}

Phrase describe(const ForeignStatement& statement)
{
    return Phrase::of("`%1` is not in the language: %2", {statement.keyword, Phrase::of(statement.instead)});
}

} // namespace sluice
