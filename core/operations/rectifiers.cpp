// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The activations with a kink.
#include "core/operations/family.h"

#include <array>
#include <cmath>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr std::string_view valueKeywords = "x input features";
constexpr std::array<Argument, Node::maximumArity> unary{{{"v", valueKeywords}}};

/// Those of self-normalizing networks (Klambauer et al. 2017).
constexpr double seluScale = 1.0507009873554804934193349852946;
constexpr double seluAlpha = 1.6732632423543772848170429916717;

Term both(Term a, Term b)
{
    return a * b;
}
Term either(Term a, Term b)
{
    return apply("maximum", {a, b});
}
Term isAtMost(Term a, double b)
{
    return apply("less_equal", {a, constantBeside(a, b)});
}
Term isAtLeast(Term a, double b)
{
    return apply("greater_equal", {a, constantBeside(a, b)});
}

/// The gradient where the operand is inside an open interval, 0 elsewhere.
Flow masked(L l, Term isInside)
{
    return where(isInside, l.upstream, zeroBeside(l.upstream));
}

Flow reluGradient(L l)
{
    return masked(l, isGreater(l.operands[0], 0.0));
}

Flow relu6Gradient(L l)
{
    const Term v = l.operands[0];
    return masked(l, both(isGreater(v, 0.0), isLess(v, 6.0)));
}

Flow hardTanhGradient(L l)
{
    const Term v = l.operands[0];
    const Term zero = zeroBeside(l.upstream);
    switch (l.semantics.hardTanh) {
    case Semantics::HardTanh::zeroAtEdges:
        return where(either(isAtMost(v, -1.0), isAtLeast(v, 1.0)), zero, l.upstream);
    case Semantics::HardTanh::zeroBeyondEdges:
        return where(either(isLess(v, -1.0), isGreater(v, 1.0)), zero, l.upstream);
    case Semantics::HardTanh::oneAtEdges:
        break;
    }
    return where(both(isAtLeast(v, -1.0), isAtMost(v, 1.0)), l.upstream, zero);
}

Term isSloped(L l)
{
    const Term isStraight =
        l.semantics.leakyReluIsSlopedAtZero ? isGreater(l.operands[0], 0.0) : isAtLeast(l.operands[0], 0.0);
    return isEqual(isStraight, zeroBeside(isStraight));
}

Flow leakyReluGradient(L l)
{
    return where(isSloped(l), l.upstream * l.operands[1], l.upstream);
}

Flow leakyReluSlopeGradient(L l)
{
    return where(isSloped(l), l.upstream * l.operands[0], zeroBeside(l.upstream));
}

/// Whether elu and selu are on their curved side.
Term isCurved(L l, bool isCurvedAtZero)
{
    const Term v = l.operands[0];
    return isCurvedAtZero ? isAtMost(v, 0.0) : isLess(v, 0.0);
}

/// v on the curved side, 0 elsewhere: on the straight side its exponential would overflow, and an infinite
/// branch that isn't chosen spoils the second derivative.
Term curvedPart(Term isCurved, Term v)
{
    return where(isCurved, v, zeroBeside(v));
}

Flow eluGradient(L l)
{
    const Term side = isCurved(l, true);
    const Term slope = l.operands[1] * apply("exp", {curvedPart(side, l.operands[0])});
    return where(side, l.upstream * slope, l.upstream);
}

Flow eluAlphaGradient(L l)
{
    const Term side = isCurved(l, true);
    return l.upstream * apply("expm1", {curvedPart(side, l.operands[0])});
}

Flow seluGradient(L l)
{
    const Term side = isCurved(l, l.semantics.seluIsCurvedAtZero);
    const Term slope = seluScale * seluAlpha * apply("exp", {curvedPart(side, l.operands[0])});
    return l.upstream * where(side, slope, constantBeside(slope, seluScale));
}

// Not v > 0 ? v : 0, so that NaN stays NaN.
constexpr auto relu = [](auto v) { return v <= decltype(v)(0) ? decltype(v)(0) : v; };

constexpr auto limited = [](auto v, auto low, auto high) { return v < low ? low : v > high ? high : v; };

constexpr std::array rows{
    Operation{.name = "relu",
              .description = Phrase::marked("v where it is positive, else 0"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>(relu),
              .isMonotonic = true,
              .gradients = {reluGradient}},
    Operation{.name = "relu6",
              .description = Phrase::marked("v, but at least 0 and at most 6"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) {
                  using Real = decltype(v);
                  return limited(v, Real(0), Real(6));
              }),
              .gradients = {relu6Gradient}},
    Operation{.name = "leaky_relu",
              .description = Phrase::marked("v where it is positive, else alpha · v"),
              .arity = 2,
              .arguments = {{{"v", valueKeywords}, {"alpha", "negative_slope", 0.2}}},
              .kernels =
                  elementwise<2>([](auto v, auto slope) { return v > decltype(v)(0) ? v : slope * v; }),
              .gradients = {leakyReluGradient, leakyReluSlopeGradient}},
    Operation{.name = "elu",
              .description = Phrase::marked("v where it is positive, else alpha · (exp(v) - 1)"),
              .arity = 2,
              .arguments = {{{"v", valueKeywords}, {"alpha", "", 1.0}}},
              .kernels = elementwise<2>([](auto math, auto v, auto alpha) {
                  return select(v > RealOf<decltype(v)>(0), v, alpha * math.expm1(v));
              }),
              .gradients = {eluGradient, eluAlphaGradient}},
    Operation{.name = "selu",
              .description = Phrase::marked("elu, scaled to keep mean and variance"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) {
                  using Real = RealOf<decltype(v)>;
                  return select(v > Real(0), Real(seluScale) * v,
                                Real(seluScale * seluAlpha) * math.expm1(v));
              }),
              .gradients = {seluGradient}},
    Operation{.name = "hard_tanh",
              .aliases = "hardtanh",
              .description = Phrase::marked("v, but at least -1 and at most 1"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto v) {
                  using Real = decltype(v);
                  return limited(v, Real(-1), Real(1));
              }),
              .gradients = {hardTanhGradient}},
};

} // namespace

Family rectifierOperations()
{
    return rows;
}

} // namespace sluice
