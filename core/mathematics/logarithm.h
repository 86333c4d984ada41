// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/exponential.h"
#include "core/mathematics/floating_format.h"
#include "core/mathematics/polynomial.h"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <numbers>

namespace sluice {

namespace detail {

template <class Real>
struct LogarithmConstants;

/// P of log((1 + s) / (1 - s)) = 2s + s³·P(s²) for |s| ≤ (√2 - 1) / (√2 + 1): minimax for the relative error
/// of the logarithm, below 2⁻⁵⁹ and 2⁻³⁷.
template <>
struct LogarithmConstants<double>
{
    static constexpr std::array odd{
        0.6666666666666734,  0.39999999999414326, 0.28571428742474353, 0.22222198563515919,
        0.18183564865997923, 0.15314035834860526, 0.14796105583675406,
    };
};

template <>
struct LogarithmConstants<float>
{
    static constexpr std::array odd{0.666666627F, 0.400003344F, 0.285373032F, 0.235822737F};
};

/// v = 2^exponent · (1 + fraction), with 1 + fraction between √½ and √2.
template <class Number>
struct SplitNumber
{
    Number exponent;
    Number fraction;
};

template <bool mayBeSubnormal, class Number>
[[gnu::always_inline]] inline SplitNumber<Number> splitNumber(Number v)
{
    using Real = RealOf<Number>;
    using Format = FloatingFormat<Real>;
    using Bits = typename Format::Bits;
    constexpr auto rootOfHalf = std::bit_cast<Bits>(static_cast<Real>(0.5 * std::numbers::sqrt2));
    constexpr auto one = std::bit_cast<Bits>(Real(1));
    constexpr Bits fractionMask = (Bits{1} << Format::fractionBits) - 1;
    // Whole numbers from 0 on, as the bits of a number beside this one.
    constexpr Real whole = static_cast<Real>(Bits{1} << Format::fractionBits);
    constexpr int lift = Format::fractionBits + 2;

    const auto isSubnormal = v < std::numeric_limits<Real>::min();
    const Number lifted =
        mayBeSubnormal ? select(isSubnormal, v * static_cast<Real>(std::uint64_t{1} << lift), v) : v;
    const auto bits = bitsOf(lifted) + (one - rootOfHalf);
    const Number biased = ofBits<Real>((bits >> Format::fractionBits) | std::bit_cast<Bits>(whole));
    const Number mantissa = ofBits<Real>((bits & fractionMask) + rootOfHalf);
    const Number exponent = biased - (whole + static_cast<Real>(Format::bias));
    return {.exponent =
                mayBeSubnormal ? select(isSubnormal, exponent - static_cast<Real>(lift), exponent) : exponent,
            .fraction = mantissa - Real(1)};
}

/// log v plus a correction that is small against it; -∞ at 0 and NaN below.
template <MultiplyAdd kind, bool mayBeBelowOne, class Number, class Correction>
[[gnu::always_inline]] inline Number correctedLogarithm(Number v, Correction correction)
{
    using Real = RealOf<Number>;
    using Exponential = ExponentialConstants<Real>;
    const auto [exponent, f] = splitNumber<mayBeBelowOne>(v);
    const Number s = f / (Real(2) + f);
    const Number square = s * s;
    const Number half = Real(0.5) * f * f;
    const Number odd = square * polynomial<kind, LogarithmConstants<Real>::odd>(square);
    const Number low = multiplyAdd<kind>(exponent, Exponential::logarithmLow, correction);
    const Number sum = multiplyAdd<kind>(exponent, Exponential::logarithmHigh,
                                         f - (half - multiplyAdd<kind>(s, half + odd, low)));
    const Number atMost = select(v < std::numeric_limits<Real>::infinity(), sum, v);
    if constexpr (!mayBeBelowOne)
        return atMost;
    const Number notPositive =
        select(v == Real(0), -std::numeric_limits<Real>::infinity(), std::numeric_limits<Real>::quiet_NaN());
    return select(v > Real(0), atMost, notPositive);
}

} // namespace detail

/// log v. The form is that of Kwok Ng's logarithm in FDLIBM (1993), whose error is below 1 ulp.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number naturalLogarithm(Number v)
{
    return detail::correctedLogarithm<kind, true>(v, RealOf<Number>(0));
}

namespace detail {

/// log(1 + v): the rounding error of 1 + v, over 1 + v, is what the logarithm of that lacks. A fraction is
/// between 0 and 1, or not a number.
template <MultiplyAdd kind, bool isFraction, class Number>
[[gnu::always_inline]] inline Number logarithmBesideOne(Number v)
{
    using Real = RealOf<Number>;
    const Number sum = Real(1) + v;
    const Number part = sum - Real(1);
    const Number error = isFraction ? v - part : (Real(1) - (sum - part)) + (v - part);
    return correctedLogarithm<kind, !isFraction>(sum, error / sum);
}

} // namespace detail

/// log(1 + v) without cancellation.
template <MultiplyAdd kind, class Number>
[[nodiscard, gnu::always_inline]] inline Number logarithmOfOnePlus(Number v)
{
    const Number value = detail::logarithmBesideOne<kind, false>(v);
    return select(v == RealOf<Number>(0), v, value);
}

} // namespace sluice
