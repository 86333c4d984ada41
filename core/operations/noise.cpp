// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"
#include "core/operations/variates.h"

#include <array>
#include <numbers>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

Flow passOn(L l)
{
    return l.upstream;
}
Flow scaledByDraw(L l)
{
    return l.upstream * l.operands[0];
}
Term secondOperand(std::span<const Term> operands)
{
    return operands[1];
}

/// A source whose draw is shifted by its first parameter and scaled by its second.
constexpr Operation shiftedAndScaled(std::string_view name, std::string_view description,
                                     std::string_view draw, const Argument& shift, const Argument& scale,
                                     Term (*nominal)(std::span<const Term>))
{
    return {.name = name,
            .description = description,
            .role = Role::noise,
            .arity = 3,
            .arguments = {{{""}, shift, scale}},
            .kernels = elementwise<3>([](auto draw, auto shift, auto scale) { return shift + scale * draw; }),
            .scaling = Scaling::shifted,
            .gradients = {nullptr, passOn, scaledByDraw},
            .draw = draw,
            .nominal = nominal};
}

constexpr Argument location{"loc", "mean mu", 0.0};
constexpr Argument scale{"scale", "stddev b beta", 1.0};

constexpr Operation drawOf(std::string_view name, std::string_view description, Variates variates,
                           HalfOpenInterval support)
{
    return {.name = name,
            .description = description,
            .role = Role::draw,
            .variates = variates,
            .support = support};
}

constexpr std::array rows{
    drawOf("uniform draw", "ε, uniform on [0, 1)", uniformVariates, {0.0, 1.0}),
    drawOf("normal draw", "ε, standard normal", normalVariates, {}),
    drawOf("laplace draw", "ε, standard Laplace", laplaceVariates, {}),
    drawOf("logistic draw", "ε, standard logistic", logisticVariates, {}),
    drawOf("gumbel draw", "ε, standard Gumbel", gumbelVariates, {}),
    drawOf("exponential draw", "ε, standard exponential", exponentialVariates, {.low = 0.0}),
    Operation{.name = "uniform",
              .description = Phrase::marked("noise, uniform between low and high"),
              .role = Role::noise,
              .arity = 3,
              .arguments = {{{""}, {"low", "minval a from", 0.0}, {"high", "maxval b to", 1.0}}},
              .kernels =
                  elementwise<3>([](auto draw, auto low, auto high) { return low + (high - low) * draw; }),
              .scaling = Scaling::between,
              .gradients = {nullptr, [](L l) -> Flow { return l.upstream * (1.0 - l.operands[0]); },
                            [](L l) -> Flow { return l.upstream * l.operands[0]; }},
              .draw = "uniform draw",
              .nominal = [](std::span<const Term> operands) { return (operands[1] + operands[2]) / 2.0; }},
    shiftedAndScaled("normal", Phrase::marked("Gaussian noise"), "normal draw", {"mean", "loc mu", 0.0},
                     {"stddev", "scale std sigma", 1.0}, secondOperand),
    shiftedAndScaled("laplace", Phrase::marked("Laplacian noise"), "laplace draw", location, scale,
                     secondOperand),
    shiftedAndScaled("logistic", Phrase::marked("logistic noise"), "logistic draw", location, scale,
                     secondOperand),
    shiftedAndScaled(
        "gumbel", Phrase::marked("Gumbel noise, as of the largest of many"), "gumbel draw", location, scale,
        [](std::span<const Term> operands) { return operands[1] + std::numbers::egamma * operands[2]; }),
    Operation{.name = "exponential",
              .description = Phrase::marked("exponential noise"),
              .role = Role::noise,
              .arity = 2,
              .arguments = {{{""}, {"rate", "lambd lambda_", 1.0}}},
              .kernels = elementwise<2>([](auto draw, auto rate) { return draw / rate; }),
              .gradients = {nullptr,
                            [](L l) -> Flow {
                                return l.upstream * (-l.operands[0] / l.operands[1] / l.operands[1]);
                            }},
              .draw = "exponential draw",
              .nominal = [](std::span<const Term> operands) { return 1.0 / operands[1]; }},
    Operation{.name = "bernoulli",
              .description = Phrase::marked("1 with probability p, else 0; no gradient flows to p"),
              .role = Role::noise,
              .arity = 2,
              .arguments = {{{""}, {"p", "probs prob", 0.5}}},
              .kernels = elementwise<2>(
                  [](auto draw, auto p) { return draw < p ? decltype(p)(1) : decltype(p)(0); }),
              .draw = "uniform draw",
              .nominal = secondOperand},
    Operation{.name = "rademacher",
              .description = Phrase::marked("1 or -1, equally probable"),
              .role = Role::noise,
              .arity = 1,
              .arguments = {{{""}}},
              .kernels = elementwise<1>([](auto draw) {
                  using Real = decltype(draw);
                  return draw < Real(0.5) ? Real(1) : Real(-1);
              }),
              .draw = "uniform draw",
              .nominal = [](std::span<const Term> operands) { return zeroBeside(operands[0]); }},
};

} // namespace

Family noiseOperations()
{
    return rows;
}

} // namespace sluice
