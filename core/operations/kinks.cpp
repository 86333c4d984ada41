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

Flow absGradient(L l)
{
    const Term v = l.operands[0];
    if (l.semantics.absAtZero == Semantics::AbsAtZero::one)
        return where(apply("greater_equal", {v, zeroBeside(v)}), l.upstream, -l.upstream);
    return l.upstream * apply("sign", {v});
}

/// The part of the gradient of maximum or minimum that flows to `own`, one of the two operands that `result`
/// was chosen from: 1, 0, or ½ at a tie.
Term shareOf(Term own, Term other, Term result)
{
    const Term one = constantBeside(own, 1.0);
    return where(isEqual(own, result), one, zeroBeside(own)) /
           where(isEqual(other, result), constantBeside(own, 2.0), one);
}

/// At a tie TensorFlow gives everything to the first operand, the others half to each.
template <bool isMaximum, std::size_t operand>
Flow extremumGradient(L l)
{
    const Term own = l.operands[operand];
    const Term other = l.operands[1 - operand];
    const Term zero = zeroBeside(l.upstream);
    if (l.semantics.tie == Semantics::Tie::first) {
        const Term isFirst =
            apply(isMaximum ? "greater_equal" : "less_equal", {l.operands[0], l.operands[1]});
        return operand == 0 ? where(isFirst, l.upstream, zero) : where(isFirst, zero, l.upstream);
    }
    if (l.semantics.extremumMask == Semantics::Mask::factor)
        return l.upstream * shareOf(own, other, l.result);
    const Term loses = isMaximum ? isLess(own, other) : isGreater(own, other);
    return where(isEqual(own, other), 0.5 * l.upstream, where(loses, zero, l.upstream));
}

/// What flows to the value, the lower and the upper bound of clip.
using ClipFlows = std::array<Term, 3>;

/// As of maximum(minimum(v, high), low), where the first operand wins a tie.
ClipFlows clipByExtrema(L l)
{
    const auto [v, low, high] = l.operands;
    const Term zero = zeroBeside(l.upstream);
    const Term isBelowHigh = apply("less_equal", {v, high});
    const Term isAboveLow = apply("greater_equal", {apply("minimum", {v, high}), low});
    const Term pastLow = where(isAboveLow, l.upstream, zero);
    return {where(isBelowHigh, pastLow, zero), where(isAboveLow, zero, l.upstream),
            where(isBelowHigh, zero, pastLow)};
}

/// By comparing the value with its bounds; where these are in the wrong order, all goes to the upper one.
ClipFlows clipByComparison(L l)
{
    const auto [v, low, high] = l.operands;
    const Term zero = zeroBeside(l.upstream);
    const Term isInside = apply("greater_equal", {v, low}) * apply("less_equal", {v, high});
    const Term isLow = isLess(v, low) * isLess(low, high);
    const Term isHigh = apply("maximum", {isGreater(v, high), isLess(high, low)});
    return {where(isInside, l.upstream, zero), where(isLow, l.upstream, zero),
            where(isHigh, l.upstream, zero)};
}

/// As of minimum(maximum(v, low), high), where a tie is shared.
ClipFlows clipByShares(L l)
{
    const auto [v, low, high] = l.operands;
    const Term raised = apply("maximum", {v, low});
    const Term pastHigh = l.upstream * shareOf(raised, high, l.result);
    return {pastHigh * shareOf(v, low, raised), pastHigh * shareOf(low, v, raised),
            l.upstream * shareOf(high, raised, l.result)};
}

template <std::size_t operand>
Flow clipGradient(L l)
{
    switch (l.semantics.clip) {
    case Semantics::Clip::oneBetweenEdges:
        return clipByComparison(l)[operand];
    case Semantics::Clip::halfAtEdges:
        return clipByShares(l)[operand];
    case Semantics::Clip::oneAtEdges:
        break;
    }
    return clipByExtrema(l)[operand];
}

/// Strictly inside, below or above the bounds.
template <std::size_t operand>
Flow laxClampGradient(L l)
{
    if (l.semantics.laxClamp == Semantics::LaxClamp::asClip)
        return clipGradient<operand>(l);
    const auto [v, low, high] = l.operands;
    const Term holds = operand == 0   ? isGreater(v, low) * isLess(v, high)
                       : operand == 1 ? isLess(v, low)
                                      : isGreater(v, high);
    return where(holds, l.upstream, zeroBeside(l.upstream));
}

// A NaN on either side is the result, as in all frameworks.
constexpr auto minimum = [](auto a, auto b) { return a < b || std::isnan(a) ? a : b; };
constexpr auto maximum = [](auto a, auto b) { return a > b || std::isnan(a) ? a : b; };

constexpr auto clip = [](auto v, auto low, auto high) { return minimum(maximum(v, low), high); };

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array<Argument, Node::maximumArity> binary{{{"a", "x x1 input"}, {"b", "y x2 other"}}};

constexpr std::array rows{
    Operation{.name = "abs",
              .aliases = "fabs absolute",
              .description = Phrase::marked("the absolute value"),
              .notation = Notation::absoluteValue,
              .arity = 1,
              .arguments = {{{"v", "x input"}}},
              .kernels = elementwise<1>([](auto v) { return std::abs(v); }),
              .gradients = {absGradient}},
    Operation{.name = "minimum",
              .aliases = "min fmin",
              .description = Phrase::marked("the smaller of two values"),
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>(minimum),
              .isMonotonic = true,
              .gradients = {extremumGradient<false, 0>, extremumGradient<false, 1>}},
    Operation{.name = "maximum",
              .aliases = "max fmax",
              .description = Phrase::marked("the larger of two values"),
              .arity = 2,
              .arguments = binary,
              .kernels = elementwise<2>(maximum),
              .isMonotonic = true,
              .gradients = {extremumGradient<true, 0>, extremumGradient<true, 1>}},
    Operation{.name = "clip",
              .aliases = "clamp clip_by_value",
              .description = Phrase::marked("v, but at least low and at most high"),
              .arity = 3,
              .arguments = {{{"v", "x a t input"},
                             {"low", "min a_min x_min min_vals clip_value_min", -infinity},
                             {"high", "max a_max x_max max_vals clip_value_max", infinity}}},
              .kernels = elementwise<3>(clip),
              .gradients = {clipGradient<0>, clipGradient<1>, clipGradient<2>}},
    Operation{.name = "lax clamp",
              .description =
                  "clip as JAX's lax.clamp, whose gradient passes only strictly between the bounds",
              .written = "lax.clamp($1, $0, $2)",
              .arity = 3,
              .arguments = {{{"v", "x"}, {"low", "min"}, {"high", "max"}}},
              .kernels = elementwise<3>(clip),
              .gradients = {laxClampGradient<0>, laxClampGradient<1>, laxClampGradient<2>}},
    Operation{
        .name = "where",
        .aliases = "select",
        .description =
            Phrase::marked("a where the condition holds, else b; both are computed and differentiated"),
        .notation = Notation::cases,
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
