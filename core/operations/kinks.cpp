// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"

#include <array>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

Term zeroBeside(Term v)
{
    return constantBeside(v, 0.0);
}
Term where(Term condition, Term a, Term b)
{
    return apply("where", {condition, a, b});
}

Flow absGradient(L l)
{
    const Term v = l.operands[0];
    if (l.semantics.absAtZero == Semantics::AbsAtZero::zero)
        return l.upstream * apply("sign", {v});
    return where(apply("greater_equal", {v, zeroBeside(v)}), l.upstream, -l.upstream);
}

/// The gradient that flows to `chosen` where it wins over `other` by the strict comparison `wins`.
Term winnerTakes(Term upstream, std::string_view wins, Term chosen, Term other, Term atTie)
{
    const Term strict = where(apply(wins, {chosen, other}), upstream, zeroBeside(upstream));
    return where(apply("equal", {chosen, other}), atTie, strict);
}

/// At a tie TensorFlow gives everything to the first operand, the others half to each.
template <bool isMaximum, std::size_t operand>
Flow extremumGradient(L l)
{
    const bool isHalved = l.semantics.tie == Semantics::Tie::half;
    const Term atTie = isHalved ? 0.5 * l.upstream : operand == 0 ? l.upstream : zeroBeside(l.upstream);
    return winnerTakes(l.upstream, isMaximum ? "greater" : "less", l.operands[operand],
                       l.operands[1 - operand], atTie);
}

/// Clip is minimum(maximum(v, low), high) under JAX; the others ask on which side of its bounds v is, and let
/// the gradient pass at the bounds themselves.
struct ClipGradient
{
    static Flow toValue(L l)
    {
        const auto [v, low, high] = l.operands;
        if (l.semantics.clipEdge == Semantics::ClipEdge::half)
            return winnerTakes(pastHigh(l), "greater", v, low, 0.5 * pastHigh(l));
        const Term isInside = apply("greater_equal", {v, low}) * apply("less_equal", {v, high});
        return where(isInside, l.upstream, zeroBeside(v));
    }
    static Flow toLow(L l)
    {
        const auto [v, low, high] = l.operands;
        if (l.semantics.clipEdge == Semantics::ClipEdge::half)
            return winnerTakes(pastHigh(l), "greater", low, v, 0.5 * pastHigh(l));
        return where(apply("less", {v, low}), l.upstream, zeroBeside(v));
    }
    static Flow toHigh(L l)
    {
        const auto [v, low, high] = l.operands;
        if (l.semantics.clipEdge == Semantics::ClipEdge::half)
            return winnerTakes(l.upstream, "less", high, apply("maximum", {v, low}), 0.5 * l.upstream);
        return where(apply("greater", {v, high}), l.upstream, zeroBeside(v));
    }

private:
    static Term pastHigh(L l)
    {
        const auto [v, low, high] = l.operands;
        return winnerTakes(l.upstream, "less", apply("maximum", {v, low}), high, 0.5 * l.upstream);
    }
};

// A NaN on either side is the result, as in all frameworks.
constexpr auto minimum = [](auto a, auto b) { return a < b || std::isnan(a) ? a : b; };
constexpr auto maximum = [](auto a, auto b) { return a > b || std::isnan(a) ? a : b; };

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array<Argument, Node::maximumArity> binary{{{"a", "x x1 input"}, {"b", "y x2 other"}}};

constexpr std::array rows{
    Operation{.name = "abs",
              .aliases = "fabs absolute",
              .description = "the absolute value",
              .arity = 1,
              .arguments = {{{"v", "x input"}}},
              .kernels = elementwise<1>([](auto v) { return std::abs(v); }),
              .gradients = {absGradient}},
    Operation{.name = "minimum",
              .aliases = "min fmin",
              .description = "the smaller of two values",
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>(minimum),
              .gradients = {extremumGradient<false, 0>, extremumGradient<false, 1>}},
    Operation{.name = "maximum",
              .aliases = "max fmax",
              .description = "the larger of two values",
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>(maximum),
              .gradients = {extremumGradient<true, 0>, extremumGradient<true, 1>}},
    Operation{.name = "clip",
              .aliases = "clamp clip_by_value",
              .description = "v, but at least low and at most high",
              .arity = 3,
              .arguments = {{{"v", "x a t input"},
                             {"low", "min a_min x_min min_vals clip_value_min", -infinity},
                             {"high", "max a_max x_max max_vals clip_value_max", infinity}}},
              .kernels =
                  elementwise<3>([](auto v, auto low, auto high) { return minimum(maximum(v, low), high); }),
              .gradients = {ClipGradient::toValue, ClipGradient::toLow, ClipGradient::toHigh}},
    Operation{
        .name = "where",
        .aliases = "select",
        .description = "a where the condition holds, else b; both are computed and differentiated",
        .arity = 3,
        .arguments = {{{"condition", "cond pred"},
                       {"a", "x x1 on_true input"},
                       {"b", "y x2 on_false other"}}},
        .kernels = elementwise<3>([](auto condition, auto a, auto b) { return condition != 0 ? a : b; }),
        .gradients = {nullptr,
                      [](L l) -> Flow { return where(l.operands[0], l.upstream, zeroBeside(l.upstream)); },
                      [](L l) -> Flow { return where(l.operands[0], zeroBeside(l.upstream), l.upstream); }}},
};

} // namespace

Family kinkOperations()
{
    return rows;
}

} // namespace sluice
