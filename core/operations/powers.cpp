// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"

#include <array>
#include <cmath>
#include <numbers>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr std::array<Argument, Node::maximumArity> unary{{{"v", "x input"}}};

std::optional<double> numberOf(Term term)
{
    const Node& node = (*term.graph)[term.node];
    return node.operation->role == Role::constant ? std::optional(node.constant) : std::nullopt;
}

Flow baseGradient(L l)
{
    const Term base = l.operands[0];
    const Term exponent = l.operands[1];
    using PowerOfZero = Semantics::PowerOfZero;
    const auto policy = l.semantics.zeroExponent;
    const bool isZeroAtZeroExponent = policy == PowerOfZero::zero ||
                                      (policy == PowerOfZero::zeroForWholeExponents && l.wholeNumberExponent);
    const Term zero = zeroBeside(base);
    // A number stays a number, so that further derivatives see a whole one as what it is.
    if (const auto number = numberOf(exponent)) {
        // What PyTorch answers with 0 is the number 1 in JAX, to which no gradient flows.
        if (*number == 0.0 && isZeroAtZeroExponent)
            return policy == PowerOfZero::zero ? Flow(zero) : std::nullopt;
        return l.upstream * (exponent * apply("pow", {base, constantBeside(base, *number - 1.0)}));
    }
    const Term ieee = l.upstream * (exponent * apply("pow", {base, exponent - 1.0}));
    return isZeroAtZeroExponent ? where(isEqual(exponent, zero), zero, ieee) : ieee;
}

Flow exponentGradient(L l)
{
    const auto [base, exponent, unused] = l.operands;
    const Term zero = constantBeside(base, 0.0);
    const Term one = constantBeside(base, 1.0);
    const Term isZero = apply("equal", {base, zero});
    if (l.semantics.exponentGradientZeroAtNegativeBase) {
        const Term isPositive = apply("greater", {base, zero});
        const Term logarithm = apply("log", {apply("where", {isPositive, base, one})});
        return l.upstream * (l.result * apply("where", {isPositive, logarithm, zero}));
    }
    if (l.semantics.exponentGradientInfiniteAtZeroBase) {
        const Term isFlat = isZero * apply("greater_equal", {exponent, zero});
        return apply("where", {isFlat, zero, l.upstream * (l.result * apply("log", {base}))});
    }
    // Where the base is 0 its logarithm counts as log(1): 0 for a result of 0 or 1, NaN for an infinite one.
    return l.upstream * (apply("log", {apply("where", {isZero, one, base})}) * l.result);
}

// A square is the product, as in the frameworks: correctly rounded, where a general power need not be.
constexpr auto power = [](auto base, auto exponent) {
    return exponent == decltype(exponent)(2) ? base * base : std::pow(base, exponent);
};

constexpr std::array rows{
    Operation{.name = "square",
              .description = "v²",
              .notation = Notation::square,
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) { return v * v; }),
              .gradients = {[](L l) -> Flow { return l.upstream * (2.0 * l.operands[0]); }}},
    Operation{.name = "sqrt",
              .description = Phrase::marked("the square root; its derivative at 0 is infinite"),
              .notation = Notation::root,
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) { return std::sqrt(v); }),
              .arithmetic = Arithmetic::root,
              .gradients = {[](L l) -> Flow { return 0.5 * l.upstream / l.result; }}},
    Operation{
        .name = "rsqrt",
        .description = "1 / √v",
        .notation = Notation::reciprocalRoot,
        .arity = 1,
        .arguments = unary,
        .kernels = elementwise<1>([](auto v) { return decltype(v)(1) / std::sqrt(v); }),
        .gradients = {[](L l) -> Flow { return -0.5 * l.upstream * l.result * (l.result * l.result); }}},
    Operation{.name = "reciprocal",
              .description = "1 / v",
              .notation = Notation::reciprocal,
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) { return decltype(v)(1) / v; }),
              .gradients = {[](L l) -> Flow { return -l.upstream * l.result * l.result; }}},
    Operation{.name = "pow",
              .aliases = "power float_power",
              .description = Phrase::marked("v to the power p"),
              .notation = Notation::power,
              .arity = 2,
              .arguments = {{{"v", "x x1 input a"}, {"p", "y x2 exponent b"}}},
              .kernels = elementwise<2>(power),
              .neutral = {std::nullopt, 1.0},
              .gradients = {baseGradient, exponentGradient}},
    Operation{.name = "exp",
              .description = Phrase::marked("e to the power v"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) { return math.exp(v); }),
              .isMonotonic = true,
              .isPositive = true,
              .gradients = {[](L l) -> Flow { return l.upstream * l.result; }}},
    Operation{.name = "expm1",
              .description = Phrase::marked("exp(v) - 1 without cancellation"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) { return math.expm1(v); }),
              .isMonotonic = true,
              // Not result + 1, which cancels for large negative v.
              .gradients = {[](L l) -> Flow { return l.upstream * apply("exp", {l.operands[0]}); }}},
    Operation{.name = "log",
              .description = Phrase::marked("the natural logarithm"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) { return math.log(v); }),
              .gradients = {[](L l) -> Flow { return l.upstream / l.operands[0]; }}},
    Operation{.name = "log1p",
              .description = Phrase::marked("log(1 + v) without cancellation"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) { return math.log1p(v); }),
              .gradients = {[](L l) -> Flow { return l.upstream / (l.operands[0] + 1.0); }}},
    Operation{.name = "log2",
              .description = Phrase::marked("the logarithm to base 2"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) { return std::log2(v); }),
              .gradients = {[](L l) -> Flow { return l.upstream / (std::numbers::ln2 * l.operands[0]); }}},
    Operation{.name = "log10",
              .description = Phrase::marked("the logarithm to base 10"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) { return std::log10(v); }),
              .gradients = {[](L l) -> Flow { return l.upstream / (std::numbers::ln10 * l.operands[0]); }}},
};

} // namespace

Family powerOperations()
{
    return rows;
}

} // namespace sluice
