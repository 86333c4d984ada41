// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"

#include <array>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

// ∂(a/b)/∂b as -a/b/b: squaring b would overflow or vanish early.
Flow divisorGradient(L l)
{
    return l.upstream * (-l.operands[0] / l.operands[1] / l.operands[1]);
}

constexpr std::array<Argument, Node::maximumArity> binary{{{"a", "x x1 input"}, {"b", "y x2 other"}}};

/// Comparisons are 1 or 0, and no gradient passes them.
template <class Comparison>
constexpr Operation comparison(std::string_view name, std::string_view aliases, std::string_view description,
                               std::string_view sign, Comparison)
{
    constexpr auto asNumber = [](auto a, auto b) { return decltype(a)(Comparison{}(a, b)); };
    return {.name = name,
            .aliases = aliases,
            .description = description,
            .notation = Notation::infix,
            .sign = sign,
            .arity = 2,
            .arguments = binary,
            .kernels = elementwise<2>(asNumber)};
}

constexpr std::array rows{
    Operation{.name = "add",
              .aliases = "plus",
              .description = "a + b",
              .notation = Notation::sum,
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>([](auto a, auto b) { return a + b; }),
              .arithmetic = Arithmetic::sum,
              .isMonotonic = true,
              .gradients = {[](L l) -> Flow { return l.upstream; }, [](L l) -> Flow { return l.upstream; }}},
    Operation{.name = "sub",
              .aliases = "subtract",
              .description = "a - b",
              .notation = Notation::difference,
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>([](auto a, auto b) { return a - b; }),
              .arithmetic = Arithmetic::difference,
              .isMonotonic = true,
              .gradients = {[](L l) -> Flow { return l.upstream; }, [](L l) -> Flow { return -l.upstream; }}},
    Operation{.name = "mul",
              .aliases = "multiply",
              .description = "a · b",
              .notation = Notation::product,
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>([](auto a, auto b) { return a * b; }),
              .arithmetic = Arithmetic::product,
              .isMonotonic = true,
              .neutral = {1.0, 1.0},
              .gradients = {[](L l) -> Flow { return l.upstream * l.operands[1]; },
                            [](L l) -> Flow { return l.upstream * l.operands[0]; }}},
    Operation{.name = "div",
              .aliases = "divide true_divide truediv",
              .description = "a / b",
              .notation = Notation::fraction,
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>([](auto a, auto b) { return a / b; }),
              .arithmetic = Arithmetic::quotient,
              .neutral = {std::nullopt, 1.0},
              .gradients = {[](L l) -> Flow { return l.upstream / l.operands[1]; }, divisorGradient}},
    Operation{.name = "neg",
              .aliases = "negative",
              .description = "-v",
              .notation = Notation::negative,
              .arity = 1,
              .arguments = {{{"v", "x input"}}},
              .kernels = elementwise<1>([](auto v) { return -v; }),
              .isMonotonic = true,
              .gradients = {[](L l) -> Flow { return -l.upstream; }}},
    comparison("less", "lt", Phrase::marked("1 where a < b, else 0"), "<",
               [](auto a, auto b) { return a < b; }),
    comparison("less_equal", "le", Phrase::marked("1 where a <= b, else 0"), "≤",
               [](auto a, auto b) { return a <= b; }),
    comparison("greater", "gt", Phrase::marked("1 where a > b, else 0"), ">",
               [](auto a, auto b) { return a > b; }),
    comparison("greater_equal", "ge", Phrase::marked("1 where a >= b, else 0"), "≥",
               [](auto a, auto b) { return a >= b; }),
    comparison("equal", "eq", Phrase::marked("1 where a == b, else 0"), "=",
               [](auto a, auto b) { return a == b; }),
    comparison("not_equal", "ne", Phrase::marked("1 where a != b, else 0"), "≠",
               [](auto a, auto b) { return a != b; }),
};

} // namespace

Family arithmeticOperations()
{
    return rows;
}

} // namespace sluice
