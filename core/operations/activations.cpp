// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The smooth activations. Those with a kink are in rectifiers.cpp.
#include "core/operations/family.h"
#include "core/operations/normal_cdf.h"

#include <array>
#include <cmath>
#include <numbers>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr std::array<Argument, Node::maximumArity> unary{{{"v", "x input features"}}};

Term sigmoidOf(Term v)
{
    return apply("sigmoid", {v});
}

Term sigmoidSlope(Term v)
{
    return apply("sigmoid slope", {v});
}

/// The tanh form of gelu is v · sigmoid(inner(v)): 1 + tanh would cancel for negative v.
constexpr double innerScale = 2.0 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
constexpr double innerCubic = 0.044715;

constexpr auto geluTanh = [](auto math, auto v) {
    using Real = RealOf<decltype(v)>;
    return v *
           math.sigmoid(static_cast<Real>(innerScale) * (v + static_cast<Real>(innerCubic) * (v * v * v)));
};

Term geluTanhWritten(Term v)
{
    return v * sigmoidOf(innerScale * (v + innerCubic * (v * (v * v))));
}

Flow geluTanhGradient(L l)
{
    const Term v = l.operands[0];
    const Term square = v * v;
    const Term inner = innerScale * (v + innerCubic * (v * square));
    const Term innerSlope = innerScale * (3.0 * innerCubic * square + 1.0);
    return l.upstream * (sigmoidOf(inner) + v * sigmoidSlope(inner) * innerSlope);
}

Flow geluGradient(L l)
{
    const Term v = l.operands[0];
    constexpr double peak = 0.5 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
    const Term density = peak * apply("bell curve", {v, constantBeside(v, 0.5)});
    return l.upstream * (apply("normal cdf", {v}) + v * density);
}

Flow softsignGradient(L l)
{
    const Term size = apply("abs", {l.operands[0]}) + 1.0;
    return l.upstream / size / size;
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
    positive(monotonic(row(
        "sigmoid", "expit", "1 / (1 + exp(-v))", [](auto math, auto v) { return math.sigmoid(v); },
        [](L l) -> Flow { return l.upstream * sigmoidSlope(l.operands[0]); }))),
    // Not sigmoid(v) · (1 - sigmoid(v)), which cancels in a tail.
    Operation{.name = "sigmoid slope",
              .description = "the derivative of the sigmoid",
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>([](auto math, auto v) { return math.sigmoidSlope(v); }),
              .companion = "sigmoid",
              .together = pairwise([](auto math, auto v) { return math.sigmoidAndSlope(v); }),
              .asWritten =
                  [](std::span<const Term> operands) {
                      const Term value = sigmoidOf(operands[0]);
                      return value * (1.0 - value);
                  },
              .gradients = {[](L l) -> Flow {
                  return -l.upstream * (apply("tanh", {0.5 * l.operands[0]}) * l.result);
              }}},
    row(
        "log_sigmoid", "logsigmoid", Phrase::marked("the logarithm of the sigmoid"),
        [](auto math, auto v) { return -math.softplus(-v); },
        [](L l) -> Flow { return l.upstream * sigmoidOf(-l.operands[0]); }),
    positive(monotonic(row(
        "softplus", "", "log(1 + exp(v))", [](auto math, auto v) { return math.softplus(v); },
        [](L l) -> Flow { return l.upstream * sigmoidOf(l.operands[0]); }))),
    row(
        "softsign", "soft_sign", "v / (1 + |v|)", [](auto v) { return v / (decltype(v)(1) + std::abs(v)); },
        softsignGradient),
    row(
        "silu", "swish", "v · sigmoid(v)", [](auto math, auto v) { return v * math.sigmoid(v); },
        [](L l) -> Flow {
            const Term v = l.operands[0];
            return l.upstream * (sigmoidOf(v) * (v * sigmoidOf(-v) + 1.0));
        }),
    row(
        "gelu", "", Phrase::marked("v times the probability that a standard normal variate is below v"),
        [](auto v) { return v * normalCdf(v); }, geluGradient),
    Operation{.name = "gelu tanh",
              .description = "gelu by its approximation with tanh",
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>(geluTanh),
              .asWritten = [](std::span<const Term> operands) { return geluTanhWritten(operands[0]); },
              .gradients = {geluTanhGradient}},
};

} // namespace

Family activationOperations()
{
    return rows;
}

} // namespace sluice
