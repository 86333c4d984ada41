// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace sluice {

/// How tightly an expression of Python binds, loosest first.
enum class Tightness
{
    any,
    comparison,
    sum,
    term,
    product,
    unary,
    power,
    atom
};

struct PythonExpression
{
    std::string text;
    Tightness tightness = Tightness::atom;
    /// How many operations are inside of it.
    std::size_t depth = 0;
};

/// The expression's text, in brackets where it binds less tightly than needed.
[[nodiscard]] std::string bracketed(const PythonExpression& expression, Tightness needed);

/// An operator: how tightly it binds, and how tightly its operands must.
struct PythonOperator
{
    std::string_view row;
    Tightness own;
    std::array<Tightness, 2> operands;
};

/// The operator that a row of the table of operations is in Python; null where it is none.
[[nodiscard]] const PythonOperator* pythonOperatorOf(std::string_view row);

} // namespace sluice
