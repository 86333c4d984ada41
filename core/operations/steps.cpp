// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"

#include <array>
#include <cmath>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr std::array<Argument, Node::maximumArity> unary{{{"v", "x input a"}}};

Flow zero(L l)
{
    return constantBeside(l.upstream, 0.0);
}

/// TensorFlow registers rounding as not differentiable, and JAX gives rounding and sign tangents that are 0
/// symbolically: nothing flows back. Else a gradient flows that is 0.
template <bool Semantics::*isConnected>
Flow zeroWhere(L l)
{
    return l.semantics.*isConnected ? zero(l) : std::nullopt;
}

/// At 0 the value is the other operand.
Flow heavisideValueGradient(L l)
{
    if (!l.semantics.heavisideValueGetsGradient)
        return zero(l);
    return where(isEqual(l.operands[0], zeroBeside(l.operands[0])), l.upstream, zeroBeside(l.upstream));
}

constexpr auto signOf = [](auto v) {
    using Real = decltype(v);
    return v > Real(0) ? Real(1) : v < Real(0) ? Real(-1) : v;
};

constexpr auto heaviside = [](auto v, auto atZero) {
    using Real = decltype(v);
    return v > Real(0) ? Real(1) : v < Real(0) ? Real(0) : v == Real(0) ? atZero : v;
};

template <class Function>
constexpr Operation rounding(std::string_view name, std::string_view aliases, std::string_view description,
                             Notation notation, Function)
{
    return {.name = name,
            .aliases = aliases,
            .description = description,
            .notation = notation,
            .arity = 1,
            .arguments = unary,
            .kernels = elementwise<1>(Function{}),
            .gradients = {zeroWhere<&Semantics::roundingIsConnected>}};
}

constexpr std::array rows{
    Operation{.name = "sign",
              .aliases = "sgn",
              .description = Phrase::marked("-1, 0 or 1; its gradient is 0"),
              .arity = 1,
              .arguments = unary,
              .kernels = elementwise<1>(signOf),
              .gradients = {zeroWhere<&Semantics::signIsConnected>}},
    rounding("floor", "", Phrase::marked("the next whole number below"), Notation::floor,
             [](auto v) { return std::floor(v); }),
    rounding("ceil", "", Phrase::marked("the next whole number above"), Notation::ceiling,
             [](auto v) { return std::ceil(v); }),
    rounding("round", "rint", Phrase::marked("the nearest whole number, halves to even"), Notation::call,
             [](auto v) { return std::nearbyint(v); }),
    rounding("trunc", "fix", Phrase::marked("the whole number towards 0"), Notation::call,
             [](auto v) { return std::trunc(v); }),
    Operation{.name = "heaviside",
              .description = Phrase::marked("0 below 0, 1 above, h0 at 0"),
              .arity = 2,
              .arguments = {{{"v", "x x1 input"}, {"h0", "x2 values", 0.5}}},
              .kernels = elementwise<2>(heaviside),
              .gradients = {zeroWhere<&Semantics::heavisideIsConnected>, heavisideValueGradient}},
};

} // namespace

Family stepOperations()
{
    return rows;
}

} // namespace sluice
