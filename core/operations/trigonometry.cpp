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

/// PyTorch leaves out the origin, where the others divide 0 by 0.
Term overSquaredDistance(L l, Term component)
{
    const auto [y, x, unused] = l.operands;
    const Term distance = x * x + y * y;
    const Term ratio = component / distance;
    if (!l.semantics.atan2IsFlatAtOrigin)
        return l.upstream * ratio;
    const Term zero = zeroBeside(ratio);
    return l.upstream * where(isEqual(distance, zero), zero, ratio);
}

// Two roots rather than one of the difference of squares, so that neither overflows nor cancels.
Flow acoshGradient(L l)
{
    const Term v = l.operands[0];
    const Term base = l.semantics.acoshGradientEndsWithDomain ? v : apply("abs", {v});
    return l.upstream / (apply("sqrt", {base - 1.0}) * apply("sqrt", {base + 1.0}));
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
    Operation{.name = "sin",
              .description = Phrase::marked("sine"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwiseOfAngle([](auto math, auto v) { return math.sinAndCos(v)[0]; },
                                            [](auto v) { return std::sin(v); }),
              .gradients = {[](L l) -> Flow { return l.upstream * apply("cos", {l.operands[0]}); }}},
    Operation{.name = "cos",
              .description = Phrase::marked("cosine"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwiseOfAngle([](auto math, auto v) { return math.sinAndCos(v)[1]; },
                                            [](auto v) { return std::cos(v); }),
              .companion = "sin",
              .together = pairwiseOfAngle([](auto math, auto v) { return math.sinAndCos(v); },
                                          [](auto v) {
                                              return std::array{std::sin(v), std::cos(v)};
                                          }),
              .gradients = {[](L l) -> Flow { return -l.upstream * apply("sin", {l.operands[0]}); }}},
    row(
        "tan", "", Phrase::marked("tangent"), [](auto v) { return std::tan(v); },
        [](L l) -> Flow { return l.upstream * (l.result * l.result + 1.0); }),
    row(
        "asin", "arcsin", Phrase::marked("inverse sine"), [](auto v) { return std::asin(v); },
        [](L l) -> Flow { return l.upstream / apply("sqrt", {oneMinusSquare(l.operands[0])}); }),
    row(
        "acos", "arccos", Phrase::marked("inverse cosine"), [](auto v) { return std::acos(v); },
        [](L l) -> Flow { return -l.upstream / apply("sqrt", {oneMinusSquare(l.operands[0])}); }),
    monotonic(row(
        "atan", "arctan", Phrase::marked("inverse tangent"), [](auto v) { return std::atan(v); },
        [](L l) -> Flow { return l.upstream / (l.operands[0] * l.operands[0] + 1.0); })),
    Operation{.name = "atan2",
              .aliases = "arctan2",
              .description = Phrase::marked("the angle of the point (x, y), in radians"),
              .arity = 2,
              .arguments = {{{"y", "x1 input"}, {"x", "x2 other"}}},
              .kernels = elementwise<2>([](auto y, auto x) { return std::atan2(y, x); }),
              .gradients = {[](L l) -> Flow { return overSquaredDistance(l, l.operands[1]); },
                            [](L l) -> Flow { return overSquaredDistance(l, -l.operands[0]); }}},
    monotonic(row(
        "sinh", "", Phrase::marked("hyperbolic sine"), [](auto v) { return std::sinh(v); },
        [](L l) -> Flow { return l.upstream * apply("cosh", {l.operands[0]}); })),
    positive(row(
        "cosh", "", Phrase::marked("hyperbolic cosine"), [](auto v) { return std::cosh(v); },
        [](L l) -> Flow { return l.upstream * apply("sinh", {l.operands[0]}); })),
    monotonic(row(
        "tanh", "", Phrase::marked("hyperbolic tangent"), [](auto math, auto v) { return math.tanh(v); },
        [](L l) -> Flow { return l.upstream * apply("tanh slope", {l.operands[0]}); })),
    // Not 1 - tanh², which cancels where tanh is nearly 1; nor 1 / cosh², whose own derivative overflows.
    Operation{.name = "tanh slope",
              .description = "the derivative of tanh",
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) { return math.tanhSlope(v); }),
              .companion = "tanh",
              .together = pairwise([](auto math, auto v) { return math.tanhAndSlope(v); }),
              .asWritten =
                  [](std::span<const Term> operands) {
                      const Term tangent = apply("tanh", {operands[0]});
                      return 1.0 - apply("square", {tangent});
                  },
              .gradients = {[](L l) -> Flow {
                  return l.upstream * (-2.0 * (apply("tanh", {l.operands[0]}) * l.result));
              }}},
    row(
        "asinh", "arcsinh", Phrase::marked("inverse hyperbolic sine"), [](auto v) { return std::asinh(v); },
        [](L l) -> Flow { return l.upstream / apply("sqrt", {l.operands[0] * l.operands[0] + 1.0}); }),
    row(
        "acosh", "arccosh", Phrase::marked("inverse hyperbolic cosine"), [](auto v) { return std::acosh(v); },
        acoshGradient),
    row(
        "atanh", "arctanh", Phrase::marked("inverse hyperbolic tangent"),
        [](auto v) { return std::atanh(v); },
        [](L l) -> Flow { return l.upstream / oneMinusSquare(l.operands[0]); }),
};

} // namespace

Family trigonometricOperations()
{
    return rows;
}

} // namespace sluice
