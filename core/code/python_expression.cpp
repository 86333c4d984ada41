// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_expression.h"

#include <algorithm>

namespace sluice {

namespace {

constexpr std::array pythonOperators{
    PythonOperator{"add", Tightness::sum, {Tightness::sum, Tightness::term}},
    PythonOperator{"sub", Tightness::sum, {Tightness::sum, Tightness::term}},
    PythonOperator{"mul", Tightness::product, {Tightness::product, Tightness::unary}},
    PythonOperator{"div", Tightness::product, {Tightness::product, Tightness::unary}},
    PythonOperator{"neg", Tightness::unary, {Tightness::unary, Tightness::unary}},
    PythonOperator{"pow", Tightness::power, {Tightness::atom, Tightness::unary}},
    PythonOperator{"less", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"less_equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"greater", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"greater_equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"not_equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
};

} // namespace

std::string bracketed(const PythonExpression& expression, Tightness needed)
{
    return expression.tightness < needed ? "(" + expression.text + ")" : expression.text;
}

const PythonOperator* pythonOperatorOf(std::string_view row)
{
    const auto* found = std::ranges::find(pythonOperators, row, &PythonOperator::row);
    return found == pythonOperators.end() ? nullptr : found;
}

} // namespace sluice
