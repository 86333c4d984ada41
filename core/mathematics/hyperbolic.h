// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/exponential.h"
#include "core/mathematics/logarithm.h"

#include <array>

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
template <class Real>
struct Decay
{
    SplitExponential<Real> split;
    Real onePlus;
    Real value;
    Real relativeRest;
};

template <MultiplyAdd kind, class Real>
[[gnu::always_inline]] inline Decay<Real> decayOf(Real negative)
{
    const auto split = splitExponential<kind, false>(negative);
    const Real onePlus = Real(1) + split.fraction;
    const Real rest = (Real(1) - onePlus) + split.fraction;
    return {.split = split,
            .onePlus = onePlus,
            .value = onePlus * split.firstPower * split.secondPower,
            .relativeRest = rest * (Real(2) - onePlus)};
}

/// v² + rest with one rounding, for 1 ≤ v ≤ 2 and a rest of the size of a rounding error.
template <MultiplyAdd kind, class Real>
[[gnu::always_inline]] inline Real squareWithRest(Real v, Real rest)
{
    if constexpr (kind == MultiplyAdd::fused)
        return multiplyAdd<kind>(v, v, rest);
    // The square of the upper half of the digits is exact.
    constexpr int lower = FloatingFormat<Real>::fractionBits - (FloatingFormat<Real>::fractionBits - 1) / 2;
    constexpr Real magic = Real(1.5) * static_cast<Real>(std::uint64_t{1} << lower);
    const Real upper = (v + magic) - magic;
    return upper * upper + ((v - upper) * (upper + v) + rest);
}

/// scale · e / (1 + e)², for a power of two. The rest of e changes the denominator by its share of 1 - e².
template <MultiplyAdd kind, class Real>
[[gnu::always_inline]] inline Real bellOf(const Decay<Real>& decay, Real scale)
{
    const Real e = decay.value;
    const Real sum = Real(1) + e;
    const Real sumRest = (Real(1) - sum) + e;
    const Real correction = decay.relativeRest * multiplyAdd<kind>(-e, e, Real(1));
    const Real rest = multiplyAdd<kind>(sum + sum, sumRest, -correction);
    // Scaled before it may become subnormal, where it is rounded.
    const Real numerator = decay.onePlus * (scale * decay.split.firstPower) * decay.split.secondPower;
    return numerator / squareWithRest<kind>(sum, rest);
}

/// 1 - 2e / (1 + e) with e = e^-2|v|, or a quotient of polynomials where the difference would cancel.
template <MultiplyAdd kind, class Real>
[[gnu::always_inline]] inline Real tangentOf(const Decay<Real>& decay, Real v)
{
    using Constants = TangentConstants<Real>;
    const Real e = decay.value;
    const Real magnitude = magnitudeOf(v);
    const Real square = v * v;
    const bool isSmall = magnitude < Real(0.55);
    const Real ratio = (isSmall ? square * polynomial<kind>(Constants::numerator, square) : Real(-2) * e) /
                       (isSmall ? polynomial<kind>(Constants::denominator, square) : Real(1) + e);
    const Real unit = isSmall ? magnitude : Real(1);
    return withSignOf(v, multiplyAdd<kind>(unit, ratio, unit));
}

/// 1 / (1 + e), or e / (1 + e) for negative v.
template <class Real>
[[gnu::always_inline]] inline Real logisticOf(const Decay<Real>& decay, Real v)
{
    const bool isNegative = v < Real(0);
    const Real e = isNegative ? decay.value - decay.relativeRest : decay.value;
    return (isNegative ? decay.value : Real(1)) / (Real(1) + e);
}

} // namespace detail

/// tanh v.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real hyperbolicTangent(Real v)
{
    return detail::tangentOf<kind>(detail::decayOf<kind>(Real(-2) * detail::magnitudeOf(v)), v);
}

/// The derivative of tanh, 1 / cosh² v, as 4e / (1 + e)² with e = e^-2|v|: 1 - tanh² cancels in the tails.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real hyperbolicTangentSlope(Real v)
{
    return detail::bellOf<kind>(detail::decayOf<kind>(Real(-2) * detail::magnitudeOf(v)), Real(4));
}

/// Both, to the same bits, at little more than the cost of one.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline std::array<Real, 2> hyperbolicTangentAndSlope(Real v)
{
    const auto decay = detail::decayOf<kind>(Real(-2) * detail::magnitudeOf(v));
    return {detail::tangentOf<kind>(decay, v), detail::bellOf<kind>(decay, Real(4))};
}

/// The logistic function 1 / (1 + e^-v), by the exponential of a negative number in either case.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real logistic(Real v)
{
    return detail::logisticOf(detail::decayOf<kind>(-detail::magnitudeOf(v)), v);
}

/// Its derivative, e / (1 + e)² with e = e^-|v|.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real logisticSlope(Real v)
{
    return detail::bellOf<kind>(detail::decayOf<kind>(-detail::magnitudeOf(v)), Real(1));
}

template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline std::array<Real, 2> logisticAndSlope(Real v)
{
    const auto decay = detail::decayOf<kind>(-detail::magnitudeOf(v));
    return {detail::logisticOf(decay, v), detail::bellOf<kind>(decay, Real(1))};
}

/// log(1 + e^v).
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real softPlus(Real v)
{
    return (v > Real(0) ? v : Real(0)) +
           detail::logarithmBesideOne<kind, true>(detail::decayOf<kind>(-detail::magnitudeOf(v)).value);
}

} // namespace sluice
