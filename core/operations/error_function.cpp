// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"
#include "core/operations/normal_cdf.h"

#include <array>
#include <cmath>
#include <numbers>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr std::array<Argument, Node::maximumArity> unary{{{"v", "x input"}}};

constexpr double twoOverRootPi = 2.0 * std::numbers::inv_sqrtpi;

Term bell(Term v, double rate)
{
    return apply("bell curve", {v, constantBeside(v, rate)});
}

// The square's rounding error would grow v² times in the exponential, so it is made good.
constexpr auto bellCurve = [](auto v, auto rate) {
    const auto square = v * v;
    const auto value = std::exp(-rate * square);
    const auto error = rate * std::fma(v, v, -square);
    return value > 0 ? value - value * error : value;
};

constexpr std::array rows{
    Operation{
        .name = "erf",
        .description = Phrase::marked("the error function"),
        .arity = 1,
        .arguments = unary,
        .kernels = elementwise<1>([](auto v) { return std::erf(v); }),
        .isMonotonic = true,
        .gradients = {[](L l) -> Flow { return l.upstream * (twoOverRootPi * bell(l.operands[0], 1.0)); }}},
    Operation{
        .name = "erfc",
        .description = Phrase::marked("1 - erf(v) without cancellation"),
        .arity = 1,
        .arguments = unary,
        .kernels = elementwise<1>([](auto v) { return std::erfc(v); }),
        .gradients = {[](L l) -> Flow { return -l.upstream * (twoOverRootPi * bell(l.operands[0], 1.0)); }}},
    Operation{
        .name = "bell curve",
        .description = "exp(-rate · v²)",
        .arity = 2,
        .arguments = {{{"v"}, {"rate"}}},
        .kernels = elementwise<2>(bellCurve),
        .asWritten =
            [](std::span<const Term> operands) {
                return apply("exp", {-(operands[1] * apply("square", {operands[0]}))});
            },
        .gradients = {
            [](L l) -> Flow { return l.upstream * (-2.0 * (l.operands[1] * l.operands[0]) * l.result); },
            [](L l) -> Flow { return l.upstream * -(l.operands[0] * l.operands[0] * l.result); }}},
    Operation{.name = "normal cdf",
              .description = "the probability that a standard normal variate is below v",
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>(normalCdf),
              .asWritten =
                  [](std::span<const Term> operands) {
                      const Term two = constantBeside(operands[0], 2.0);
                      return apply("erfc", {-operands[0] / apply("sqrt", {two})}) / 2.0;
                  },
              .gradients = {[](L l) -> Flow {
                  constexpr double peak = 0.5 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
                  return l.upstream * (peak * bell(l.operands[0], 0.5));
              }}},
};

} // namespace

Family errorFunctionOperations()
{
    return rows;
}

} // namespace sluice
