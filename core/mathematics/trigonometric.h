// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/floating_format.h"
#include "core/mathematics/polynomial.h"

#include <array>
#include <bit>
#include <cstdint>
#include <type_traits>

namespace sluice {

namespace detail {

/// S of sin r = r + r³·S(r²) and C of cos r = 1 - r²/2 + r⁴·C(r²) for |r| ≤ π/4: minimax, with errors below
/// 2⁻⁵⁷ of the sine and 2⁻⁶³.
struct TrigonometricConstants
{
    static constexpr std::array sine{
        -0.16666666666666632,   0.0083333333333223698,   -0.00019841269829771186,
        2.7557313678672517e-06, -2.5050755962445946e-08, 1.5896666566103513e-10,
    };
    static constexpr std::array cosine{
        0.041666666666666602,    -0.0013888888888874068, 2.480158728944524e-05,
        -2.7557314340994075e-07, 2.0875721651926906e-09, -1.1359560130284615e-11,
    };
    /// The same for results in single precision; below 2⁻³⁷ and 2⁻³³ before they are rounded themselves.
    template <class Real>
    static constexpr std::array sineOfSingle{Real(-0.16666666641542127), Real(0.0083333293750950214),
                                             Real(-0.00019839331139685554), Real(2.7182748404412801e-06)};
    template <class Real>
    static constexpr std::array cosineOfSingle{Real(0.041666646822559592), Real(-0.0013887364935182807),
                                               Real(2.4438121000029205e-05)};
    static constexpr double quartersPerUnit = 0x1.45f306dc9c883p-1; // 2 / π
};

/// An angle less a whole number of quarter turns: at most π/4, as the sum of a number and what it lacks.
struct ReducedAngle
{
    double angle;
    double rest;
    /// The quarter turns, modulo 4 in the lowest two bits.
    std::uint64_t quarters;
};

/// By parts of π/2, after Cody and Waite (1980). With multiply-add three of full length do, since products
/// are exact inside. Else there are four, of which the first three are short, so that their products are
/// exact.
template <MultiplyAdd kind>
[[gnu::always_inline]] inline ReducedAngle reducedAngle(double v)
{
    const double shifted = v * TrigonometricConstants::quartersPerUnit + FloatingFormat<double>::magic;
    const double n = shifted - FloatingFormat<double>::magic;
    const auto quarters = std::bit_cast<std::uint64_t>(shifted);
    double high = 0.0;
    double low = 0.0;
    if constexpr (kind == MultiplyAdd::fused) {
        const double coarse = multiplyAdd<kind>(-n, 0x1.921fb54442d18p0, v);
        const double second = n * 0x1.1a62633145c07p-54;
        const double secondRest = multiplyAdd<kind>(n, 0x1.1a62633145c07p-54, -second);
        high = coarse - second;
        low = multiplyAdd<kind>(n, 0x1.f1976b7ed8fbcp-110, ((coarse - high) - second) - secondRest);
    } else {
        const double coarse = v - n * 0x1.921fb544p0;
        const double second = n * 0x1.0b4611a6p-34;
        const double third = n * 0x1.3198a2ep-69;
        const double finer = coarse - second;
        high = finer - third;
        low = (((coarse - finer) - second) + ((finer - high) - third)) - n * 0x1.b839a252049c1p-104;
    }
    const double angle = high + low;
    return {.angle = angle, .rest = (high - angle) + low, .quarters = quarters};
}

/// Both numbers, exchanged where the lowest bit is set.
template <class Real>
[[gnu::always_inline]] inline std::array<Real, 2>
exchangedWhere(typename FloatingFormat<Real>::Bits lowestBit, Real a, Real b)
{
    using Bits = typename FloatingFormat<Real>::Bits;
    const auto bitsOfA = std::bit_cast<Bits>(a);
    const auto bitsOfB = std::bit_cast<Bits>(b);
    const Bits difference = (bitsOfA ^ bitsOfB) & (0 - (lowestBit & 1U));
    return {std::bit_cast<Real>(bitsOfA ^ difference), std::bit_cast<Real>(bitsOfB ^ difference)};
}

template <class Real>
[[gnu::always_inline]] inline Real withSignFlipped(Real v, typename FloatingFormat<Real>::Bits whetherInBit1)
{
    using Bits = typename FloatingFormat<Real>::Bits;
    constexpr int toTheSign = 8 * sizeof(Real) - 2;
    return std::bit_cast<Real>(std::bit_cast<Bits>(v) ^ ((whetherInBit1 & 2U) << toTheSign));
}

/// What a sine in single precision is computed in.
template <MultiplyAdd kind>
using RealOfSingleAngle = std::conditional_t<kind == MultiplyAdd::fused, float, double>;

/// An angle of single precision less a whole number of quarter turns, and these.
template <class Real>
struct ReducedSingleAngle
{
    Real angle;
    typename FloatingFormat<Real>::Bits quarters;
};

/// By parts of π/2. With multiply-add the difference from the first part's multiple is exact: it has no bit
/// below 2⁻²⁴ and is less than 1. Two roundings are left, the second of which counts only where the angle is
/// so small that its sine is the angle. Without, the first part's multiple is exact in double precision.
template <MultiplyAdd kind>
[[gnu::always_inline]] inline auto reducedSingleAngle(float v)
{
    using Real = RealOfSingleAngle<kind>;
    constexpr Real magic = FloatingFormat<Real>::magic;
    const Real shifted = v * static_cast<Real>(TrigonometricConstants::quartersPerUnit) + magic;
    const Real n = shifted - magic;
    Real angle{};
    if constexpr (kind == MultiplyAdd::fused) {
        const float coarse = multiplyAdd<kind>(-n, 0x1.921fb6p0F, v);
        angle = multiplyAdd<kind>(-n, -0x1.ee59dap-50F, multiplyAdd<kind>(-n, -0x1.777a5cp-25F, coarse));
    } else {
        angle = (double{v} - n * 0x1.921fb544p0) - n * 0x1.0b4611a626331p-34;
    }
    return ReducedSingleAngle<Real>{.angle = angle,
                                    .quarters = std::bit_cast<typename FloatingFormat<Real>::Bits>(shifted)};
}

} // namespace detail

/// Up to which magnitude the functions below are right.
inline constexpr double largestReducedAngle = 1.0e6;

/// sin v and cos v for |v| ≤ largestReducedAngle. The form is that of FDLIBM (1993), whose error is below 1
/// ulp.
template <MultiplyAdd kind>
[[nodiscard, gnu::always_inline]] inline std::array<double, 2> sineAndCosine(double v)
{
    const auto [r, rest, quarters] = detail::reducedAngle<kind>(v);
    const double z = r * r;
    const double half = 0.5 * z;
    const double sineTail = polynomial<kind>(detail::TrigonometricConstants::sine, z);
    const double cosineTail = polynomial<kind>(detail::TrigonometricConstants::cosine, z);
    const double one = 1.0 - half;
    const double sine = r + (rest * one + z * r * sineTail);
    const double cosine = one + (((1.0 - one) - half) + (z * z * cosineTail - r * rest));
    const auto [first, second] = detail::exchangedWhere(quarters, sine, cosine);
    return {v == 0.0 ? v : detail::withSignFlipped(first, quarters),
            detail::withSignFlipped(second, quarters + 1)};
}

/// The same in single precision, computed in it where products are exact inside of sums, else in double.
template <MultiplyAdd kind>
[[nodiscard, gnu::always_inline]] inline std::array<float, 2> sineAndCosine(float v)
{
    using Real = detail::RealOfSingleAngle<kind>;
    using Constants = detail::TrigonometricConstants;
    const auto [r, quarters] = detail::reducedSingleAngle<kind>(v);
    const Real z = r * r;
    const Real sine = multiplyAdd<kind>(z * r, polynomial<kind>(Constants::sineOfSingle<Real>, z), r);
    const Real cosine = multiplyAdd<kind>(z * z, polynomial<kind>(Constants::cosineOfSingle<Real>, z),
                                          multiplyAdd<kind>(z, Real(-0.5), Real(1)));
    const auto [first, second] = detail::exchangedWhere<Real>(quarters, sine, cosine);
    return {v == 0.0F ? v : static_cast<float>(detail::withSignFlipped<Real>(first, quarters)),
            static_cast<float>(detail::withSignFlipped<Real>(second, quarters + 1))};
}

} // namespace sluice
