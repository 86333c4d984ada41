// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace sluice {

/// How the language spells a comparison, and its row in the table of operations; empty where it has none.
struct ComparisonOperator
{
    std::string_view symbol;
    std::string_view operation;
};

inline constexpr std::array comparisonOperators{
    ComparisonOperator{"<", "less"},    ComparisonOperator{"<=", "less_equal"},
    ComparisonOperator{">", "greater"}, ComparisonOperator{">=", "greater_equal"},
    ComparisonOperator{"==", "equal"},  ComparisonOperator{"!=", "not_equal"},
    ComparisonOperator{"in", {}},       ComparisonOperator{"not", {}},
    ComparisonOperator{"is", {}},
};

} // namespace sluice
