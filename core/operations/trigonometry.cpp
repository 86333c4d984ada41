// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"

#include <array>
#include <cmath>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr std::array<Argument, Node::maximumArity> unary{{{"v", "x input"}}};

Term oneMinusSquare(Term v)
{
    return (1.0 - v) * (v + 1.0);
}

template <class Function>
constexpr Operation row(std::string_view name, std::string_view aliases, std::string_view description,
                        Function, GradientRule gradient)
{
    return {.name = name,
            .aliases = aliases,
            .description = description,
            .arity = 1,
            .arguments = unary,
            .kernels = elementwise<1>(Function{}),
            .gradients = {gradient}};
}

constexpr std::array rows{
    row(
        "sin", "", "sine", [](auto v) { return std::sin(v); },
        [](L l) -> Flow { return l.upstream * apply("cos", {l.operands[0]}); }),
    row(
        "cos", "", "cosine", [](auto v) { return std::cos(v); },
        [](L l) -> Flow { return -l.upstream * apply("sin", {l.operands[0]}); }),
    row(
        "tan", "", "tangent", [](auto v) { return std::tan(v); },
        [](L l) -> Flow { return l.upstream * (l.result * l.result + 1.0); }),
    row(
        "asin", "arcsin", "inverse sine", [](auto v) { return std::asin(v); },
        [](L l) -> Flow { return l.upstream / apply("sqrt", {oneMinusSquare(l.operands[0])}); }),
    row(
        "acos", "arccos", "inverse cosine", [](auto v) { return std::acos(v); },
        [](L l) -> Flow { return -l.upstream / apply("sqrt", {oneMinusSquare(l.operands[0])}); }),
    row(
        "atan", "arctan", "inverse tangent", [](auto v) { return std::atan(v); },
        [](L l) -> Flow { return l.upstream / (l.operands[0] * l.operands[0] + 1.0); }),
    Operation{.name = "atan2",
              .aliases = "arctan2",
              .description = "the angle of the point (x, y), in radians",
              .arity = 2,
              .arguments = {{{"y", "x1 input"}, {"x", "x2 other"}}},
              .kernels = elementwise<2>([](auto y, auto x) { return std::atan2(y, x); }),
              .gradients = {[](L l) -> Flow {
                                const auto [y, x, unused] = l.operands;
                                return l.upstream * (x / (x * x + y * y));
                            },
                            [](L l) -> Flow {
                                const auto [y, x, unused] = l.operands;
                                return l.upstream * (-y / (x * x + y * y));
                            }}},
    row(
        "sinh", "", "hyperbolic sine", [](auto v) { return std::sinh(v); },
        [](L l) -> Flow { return l.upstream * apply("cosh", {l.operands[0]}); }),
    row(
        "cosh", "", "hyperbolic cosine", [](auto v) { return std::cosh(v); },
        [](L l) -> Flow { return l.upstream * apply("sinh", {l.operands[0]}); }),
    row(
        "tanh", "", "hyperbolic tangent", [](auto v) { return std::tanh(v); },
        [](L l) -> Flow { return l.upstream * (1.0 - l.result * l.result); }),
    row(
        "asinh", "arcsinh", "inverse hyperbolic sine", [](auto v) { return std::asinh(v); },
        [](L l) -> Flow { return l.upstream / apply("sqrt", {l.operands[0] * l.operands[0] + 1.0}); }),
    // Two roots, so that the gradient is NaN wherever the value is.
    row(
        "acosh", "arccosh", "inverse hyperbolic cosine", [](auto v) { return std::acosh(v); },
        [](L l) -> Flow {
            return l.upstream / (apply("sqrt", {l.operands[0] - 1.0}) * apply("sqrt", {l.operands[0] + 1.0}));
        }),
    row(
        "atanh", "arctanh", "inverse hyperbolic tangent", [](auto v) { return std::atanh(v); },
        [](L l) -> Flow { return l.upstream / oneMinusSquare(l.operands[0]); }),
};

} // namespace

Family trigonometricOperations()
{
    return rows;
}

} // namespace sluice
