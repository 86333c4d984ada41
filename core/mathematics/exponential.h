// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/floating_format.h"
#include "core/mathematics/polynomial.h"

#include <array>

namespace sluice {

namespace detail {

template <class Real>
struct ExponentialConstants;

/// q of e^r = 1 + r + r²·q(r) for |r| ≤ ½ log 2: minimax for the relative error of e^r - 1, below 2⁻⁶¹.
template <>
struct ExponentialConstants<double>
{
    static constexpr std::array quotient{
        0.5,
        0.16666666666666677,
        0.041666666666666699,
        0.0083333333333216152,
        0.0013888888888866837,
        0.00019841269886158931,
        2.4801587360559372e-05,
        2.7557244181507765e-06,
        2.7557242756630065e-07,
        2.5109045036003802e-08,
        2.0924444328478914e-09,
    };
    static constexpr double perLogarithm = 0x1.71547652b82fep0; // 1 / log 2
    /// log 2 in two parts; the first times a whole number of 11 bits is exact.
    static constexpr double logarithmHigh = 0x1.62e42fefa3800p-1;
    static constexpr double logarithmLow = 0x1.ef35793c76730p-45;
    /// From where on even four times the result rounds to 0, and the largest exponent that is needed.
    static constexpr double low = -748.0;
    static constexpr double largestExponent = 1025.0;
};

/// The same in single precision; the error is below 2⁻³¹.
template <>
struct ExponentialConstants<float>
{
    static constexpr std::array quotient{
        0.5F, 0.166666672F, 0.041666355F, 0.0083332723F, 0.00139411073F, 0.000199143979F,
    };
    static constexpr float perLogarithm = 0x1.715476p0F;
    static constexpr float logarithmHigh = 0x1.62e400p-1F;
    static constexpr float logarithmLow = 0x1.7f7d1cp-20F;
    static constexpr float low = -106.0F;
    static constexpr float largestExponent = 129.0F;
};

/// e^v = (1 + fraction) · firstPower · secondPower. Two powers of two, since one alone can leave the range of
/// numbers where the result doesn't.
template <class Number>
struct SplitExponential
{
    Number fraction;
    Number firstPower;
    Number secondPower;
    Number inverseSecondPower;
};

template <MultiplyAdd kind, bool mayBePositive, class Number>
[[gnu::always_inline]] inline SplitExponential<Number> splitExponential(Number v)
{
    using Real = RealOf<Number>;
    using Constants = ExponentialConstants<Real>;
    using Format = FloatingFormat<Real>;
    using Bits = typename Format::Bits;
    // Beside this number the exponent stands in the lowest bits, with twice the bias added.
    constexpr Real beside = Format::magic + static_cast<Real>(2 * Format::bias);
    // Each limit on another variable and in this order, so that they are one instruction each and NaN stays.
    v = select(v < Constants::low, Constants::low, v);
    Number shifted = multiplyAdd<kind>(v, Constants::perLogarithm, beside);
    if constexpr (mayBePositive) {
        constexpr Real limit = beside + Constants::largestExponent;
        shifted = select(limit < shifted, limit, shifted);
    }
    const Number exponent = shifted - beside;
    Number rest = multiplyAdd<kind>(exponent, -Constants::logarithmHigh, v);
    rest = multiplyAdd<kind>(exponent, -Constants::logarithmLow, rest);
    const Number quotient = polynomial<kind, Constants::quotient>(rest);

    const auto both = bitsOf(shifted);
    const auto first = both >> 1;
    const auto second = both - first;
    const auto power = [](auto biased) { return ofBits<Real>(biased << Format::fractionBits); };
    return {.fraction = multiplyAdd<kind>(rest * rest, quotient, rest),
            .firstPower = power(first),
            .secondPower = power(second),
            .inverseSecondPower = power(Bits{2 * Format::bias} - second)};
}

template <class Number>
[[gnu::always_inline]] inline Number exponentialOf(const SplitExponential<Number>& split)
{
    return (RealOf<Number>(1) + split.fraction) * split.firstPower * split.secondPower;
}

template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline Number exponentialMinusOneOf(const SplitExponential<Number>& split)
{
    return multiplyAdd<kind>(split.firstPower, split.fraction, split.firstPower - split.inverseSecondPower) *
           split.secondPower;
}

} // namespace detail

/// e^v. The reduction is Cody and Waite's (1980); so it is in the functions below.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number exponential(Number v)
{
    return detail::exponentialOf(detail::splitExponential<kind, true>(v));
}

/// e^v - 1 without cancellation.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number exponentialMinusOne(Number v)
{
    const Number value = detail::exponentialMinusOneOf<kind>(detail::splitExponential<kind, true>(v));
    return select(v == RealOf<Number>(0), v, value);
}

} // namespace sluice
