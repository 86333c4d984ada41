// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/exponential.h"
#include "core/mathematics/logarithm.h"

#include <array>
#include <cstdint>

namespace sluice {

namespace detail {

template <class Real>
struct TangentConstants;

/// P and Q of tanh v = v + v·v²·P(v²) / Q(v²) for |v| ≤ 0.55: minimax, with errors of the quotient below 2⁻⁶²
/// and 2⁻²⁸.
template <>
struct TangentConstants<double>
{
    static constexpr std::array numerator{-0.33333333333333331, -0.020500415745747555,
                                          -0.00019924968418310441};
    static constexpr std::array denominator{1.0, 0.46150124723723851, 0.023293486042775157,
                                            0.00020661047193330296};
};
template <>
struct TangentConstants<float>
{
    static constexpr std::array numerator{-0.333333216F, -0.00155179299F};
    static constexpr std::array denominator{1.0F, 0.404647956F};
};

/// e^-|v|, with what its rounding lacks relative to it, to first order: functions of it are to be rounded
/// once.
template <class Number>
struct Decay
{
    SplitExponential<Number> split;
    Number onePlus;
    Number value;
    Number relativeRest;
};

template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline Decay<Number> decayOf(Number negative)
{
    using Real = RealOf<Number>;
    const auto split = splitExponential<kind, false>(negative);
    const Number onePlus = Real(1) + split.fraction;
    const Number rest = (Real(1) - onePlus) + split.fraction;
    return {.split = split,
            .onePlus = onePlus,
            .value = onePlus * split.firstPower * split.secondPower,
            .relativeRest = rest * (Real(2) - onePlus)};
}

/// v² + rest with one rounding, for 1 ≤ v ≤ 2 and a rest of the size of a rounding error.
template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline Number squareWithRest(Number v, Number rest)
{
    using Real = RealOf<Number>;
    if constexpr (kind == MultiplyAdd::fused)
        return multiplyAdd<kind>(v, v, rest);
    // The square of the upper half of the digits is exact.
    constexpr int lower = FloatingFormat<Real>::fractionBits - (FloatingFormat<Real>::fractionBits - 1) / 2;
    constexpr Real magic = Real(1.5) * static_cast<Real>(std::uint64_t{1} << lower);
    const Number upper = (v + magic) - magic;
    return upper * upper + ((v - upper) * (upper + v) + rest);
}

/// scale · e / (1 + e)², for a power of two. The rest of e changes the denominator by its share of 1 - e².
template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline Number bellOf(const Decay<Number>& decay, RealOf<Number> scale)
{
    using Real = RealOf<Number>;
    const Number e = decay.value;
    const Number sum = Real(1) + e;
    const Number sumRest = (Real(1) - sum) + e;
    const Number correction = decay.relativeRest * multiplyAdd<kind>(-e, e, Real(1));
    const Number rest = multiplyAdd<kind>(sum + sum, sumRest, -correction);
    // Scaled before it may become subnormal, where it is rounded.
    const Number numerator = decay.onePlus * (scale * decay.split.firstPower) * decay.split.secondPower;
    return numerator / squareWithRest<kind>(sum, rest);
}

/// 1 - 2e / (1 + e) with e = e^-2|v|, or a quotient of polynomials where the difference would cancel.
template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline Number tangentOf(const Decay<Number>& decay, Number v)
{
    using Real = RealOf<Number>;
    using Constants = TangentConstants<Real>;
    const Number e = decay.value;
    const Number magnitude = magnitudeOf(v);
    const Number square = v * v;
    const auto isSmall = magnitude < Real(0.55);
    const Number ratio =
        select(isSmall, square * polynomial<kind, Constants::numerator>(square), Real(-2) * e) /
        select(isSmall, polynomial<kind, Constants::denominator>(square), Real(1) + e);
    const Number unit = select(isSmall, magnitude, Real(1));
    return withSignOf(v, multiplyAdd<kind>(unit, ratio, unit));
}

/// 1 / (1 + e), or e / (1 + e) for negative v.
template <class Number>
[[gnu::always_inline]] inline Number logisticOf(const Decay<Number>& decay, Number v)
{
    using Real = RealOf<Number>;
    const auto isNegative = v < Real(0);
    const Number e = select(isNegative, decay.value - decay.relativeRest, decay.value);
    return select(isNegative, decay.value, Real(1)) / (Real(1) + e);
}

} // namespace detail

/// tanh v.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number hyperbolicTangent(Number v)
{
    return detail::tangentOf<kind>(detail::decayOf<kind>(RealOf<Number>(-2) * detail::magnitudeOf(v)), v);
}

/// The derivative of tanh, 1 / cosh² v, as 4e / (1 + e)² with e = e^-2|v|: 1 - tanh² cancels in the tails.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number hyperbolicTangentSlope(Number v)
{
    return detail::bellOf<kind>(detail::decayOf<kind>(RealOf<Number>(-2) * detail::magnitudeOf(v)),
                                RealOf<Number>(4));
}

/// Both, to the same bits, at little more than the cost of one.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline std::array<Number, 2> hyperbolicTangentAndSlope(Number v)
{
    const auto decay = detail::decayOf<kind>(RealOf<Number>(-2) * detail::magnitudeOf(v));
    return {detail::tangentOf<kind>(decay, v), detail::bellOf<kind>(decay, RealOf<Number>(4))};
}

/// The logistic function 1 / (1 + e^-v), by the exponential of a negative number in either case.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number logistic(Number v)
{
    return detail::logisticOf(detail::decayOf<kind>(-detail::magnitudeOf(v)), v);
}

/// Its derivative, e / (1 + e)² with e = e^-|v|.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number logisticSlope(Number v)
{
    return detail::bellOf<kind>(detail::decayOf<kind>(-detail::magnitudeOf(v)), RealOf<Number>(1));
}

template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline std::array<Number, 2> logisticAndSlope(Number v)
{
    const auto decay = detail::decayOf<kind>(-detail::magnitudeOf(v));
    return {detail::logisticOf(decay, v), detail::bellOf<kind>(decay, RealOf<Number>(1))};
}

/// log(1 + e^v).
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number softPlus(Number v)
{
    return select(v > RealOf<Number>(0), v, RealOf<Number>(0)) +
           detail::logarithmBesideOne<kind, true>(detail::decayOf<kind>(-detail::magnitudeOf(v)).value);
}

} // namespace sluice
