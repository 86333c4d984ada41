// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/exponential.h"
#include "core/mathematics/floating_format.h"
#include "core/mathematics/polynomial.h"

#include <array>
#include <bit>
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
template <class Real>
struct SplitNumber
{
    Real exponent;
    Real fraction;
};

template <bool mayBeSubnormal, class Real>
[[gnu::always_inline]] inline SplitNumber<Real> splitNumber(Real v)
{
    using Format = FloatingFormat<Real>;
    using Bits = typename Format::Bits;
    constexpr auto rootOfHalf = std::bit_cast<Bits>(static_cast<Real>(0.5 * std::numbers::sqrt2));
    constexpr auto one = std::bit_cast<Bits>(Real(1));
    constexpr Bits fractionMask = (Bits{1} << Format::fractionBits) - 1;
    // Whole numbers from 0 on, as the bits of a number beside this one.
    constexpr Real whole = static_cast<Real>(Bits{1} << Format::fractionBits);
    constexpr int lift = Format::fractionBits + 2;

    const bool isSubnormal = mayBeSubnormal && v < std::numeric_limits<Real>::min();
    const Real lifted = isSubnormal ? v * static_cast<Real>(std::uint64_t{1} << lift) : v;
    const Bits bits = std::bit_cast<Bits>(lifted) + (one - rootOfHalf);
    const Real biased = std::bit_cast<Real>((bits >> Format::fractionBits) | std::bit_cast<Bits>(whole));
    const Real mantissa = std::bit_cast<Real>((bits & fractionMask) + rootOfHalf);
    const Real offset =
        isSubnormal ? static_cast<Real>(Format::bias + lift) : static_cast<Real>(Format::bias);
    return {.exponent = biased - whole - offset, .fraction = mantissa - Real(1)};
}

/// log v plus a correction that is small against it; -∞ at 0 and NaN below.
template <MultiplyAdd kind, bool mayBeBelowOne, class Real>
[[gnu::always_inline]] inline Real correctedLogarithm(Real v, Real correction)
{
    using Exponential = ExponentialConstants<Real>;
    const auto [exponent, f] = splitNumber<mayBeBelowOne>(v);
    const Real s = f / (Real(2) + f);
    const Real square = s * s;
    const Real half = Real(0.5) * f * f;
    const Real odd = square * polynomial<kind>(LogarithmConstants<Real>::odd, square);
    const Real low = multiplyAdd<kind>(exponent, Exponential::logarithmLow, correction);
    const Real sum = multiplyAdd<kind>(exponent, Exponential::logarithmHigh,
                                       f - (half - multiplyAdd<kind>(s, half + odd, low)));
    const Real atMost = v < std::numeric_limits<Real>::infinity() ? sum : v;
    if constexpr (!mayBeBelowOne)
        return atMost;
    const Real notPositive =
        v == Real(0) ? -std::numeric_limits<Real>::infinity() : std::numeric_limits<Real>::quiet_NaN();
    return v > Real(0) ? atMost : notPositive;
}

} // namespace detail

/// log v. The form is that of Kwok Ng's logarithm in FDLIBM (1993), whose error is below 1 ulp.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real naturalLogarithm(Real v)
{
    return detail::correctedLogarithm<kind, true>(v, Real(0));
}

namespace detail {

/// log(1 + v): the rounding error of 1 + v, over 1 + v, is what the logarithm of that lacks. A fraction is
/// between 0 and 1, or not a number.
template <MultiplyAdd kind, bool isFraction, class Real>
[[gnu::always_inline]] inline Real logarithmBesideOne(Real v)
{
    const Real sum = Real(1) + v;
    const Real part = sum - Real(1);
    const Real error = isFraction ? v - part : (Real(1) - (sum - part)) + (v - part);
    return correctedLogarithm<kind, !isFraction>(sum, error / sum);
}

} // namespace detail

/// log(1 + v) without cancellation.
template <MultiplyAdd kind, class Real>
[[nodiscard, gnu::always_inline]] inline Real logarithmOfOnePlus(Real v)
{
    const Real value = detail::logarithmBesideOne<kind, false>(v);
    return v == Real(0) ? v : value;
}

} // namespace sluice
