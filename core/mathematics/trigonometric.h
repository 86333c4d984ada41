// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/floating_format.h"
#include "core/mathematics/polynomial.h"

#include <array>
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
template <class Number>
struct ReducedAngle
{
    Number angle;
    Number rest;
    /// The quarter turns, modulo 4 in the lowest two bits.
    BitsOf<Number> quarters;
};

/// By parts of π/2, after Cody and Waite (1980). With multiply-add three of full length do, since products
/// are exact inside. Else there are four, of which the first three are short, so that their products are
/// exact.
template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline ReducedAngle<Number> reducedAngle(Number v)
{
    const Number shifted = v * TrigonometricConstants::quartersPerUnit + FloatingFormat<double>::magic;
    const Number n = shifted - FloatingFormat<double>::magic;
    Number high{};
    Number low{};
    if constexpr (kind == MultiplyAdd::fused) {
        const Number coarse = multiplyAdd<kind>(-n, 0x1.921fb54442d18p0, v);
        const Number second = n * 0x1.1a62633145c07p-54;
        const Number secondRest = multiplyAdd<kind>(n, 0x1.1a62633145c07p-54, -second);
        high = coarse - second;
        low = multiplyAdd<kind>(n, 0x1.f1976b7ed8fbcp-110, ((coarse - high) - second) - secondRest);
    } else {
        const Number coarse = v - n * 0x1.921fb544p0;
        const Number second = n * 0x1.0b4611a6p-34;
        const Number third = n * 0x1.3198a2ep-69;
        const Number finer = coarse - second;
        high = finer - third;
        low = (((coarse - finer) - second) + ((finer - high) - third)) - n * 0x1.b839a252049c1p-104;
    }
    const Number angle = high + low;
    return {.angle = angle, .rest = (high - angle) + low, .quarters = bitsOf(shifted)};
}

/// Both numbers, exchanged where the lowest bit is set.
template <class Number>
[[gnu::always_inline]] inline std::array<Number, 2> exchangedWhere(BitsOf<Number> lowestBit, Number a,
                                                                   Number b)
{
    using Real = RealOf<Number>;
    using Bits = BitsOf<Real>;
    const auto difference = (bitsOf(a) ^ bitsOf(b)) & (Bits{0} - (lowestBit & Bits{1}));
    return {ofBits<Real>(bitsOf(a) ^ difference), ofBits<Real>(bitsOf(b) ^ difference)};
}

template <class Number>
[[gnu::always_inline]] inline Number withSignFlipped(Number v, BitsOf<Number> whetherInBit1)
{
    using Real = RealOf<Number>;
    constexpr int toTheSign = 8 * sizeof(Real) - 2;
    return ofBits<Real>(bitsOf(v) ^ ((whetherInBit1 & BitsOf<Real>{2}) << toTheSign));
}

/// What a sine in single precision is computed in.
template <MultiplyAdd kind>
using RealOfSingleAngle = std::conditional_t<kind == MultiplyAdd::fused, float, double>;

/// An angle of single precision less a whole number of quarter turns, and these.
template <class Number>
struct ReducedSingleAngle
{
    Number angle;
    BitsOf<Number> quarters;
};

/// By parts of π/2. With multiply-add the difference from the first part's multiple is exact: it has no bit
/// below 2⁻²⁴ and is less than 1. Two roundings are left, the second of which counts only where the angle is
/// so small that its sine is the angle. Without, the first part's multiple is exact in double precision.
template <MultiplyAdd kind, class Number>
[[gnu::always_inline]] inline auto reducedSingleAngle(Number single)
{
    using Real = RealOfSingleAngle<kind>;
    constexpr Real magic = FloatingFormat<Real>::magic;
    const auto v = convertedTo<Real>(single);
    const auto shifted = v * static_cast<Real>(TrigonometricConstants::quartersPerUnit) + magic;
    const auto n = shifted - magic;
    auto angle = v;
    if constexpr (kind == MultiplyAdd::fused) {
        const auto coarse = multiplyAdd<kind>(-n, 0x1.921fb6p0F, v);
        angle = multiplyAdd<kind>(-n, -0x1.ee59dap-50F, multiplyAdd<kind>(-n, -0x1.777a5cp-25F, coarse));
    } else {
        angle = (v - n * 0x1.921fb544p0) - n * 0x1.0b4611a626331p-34;
    }
    return ReducedSingleAngle<decltype(angle)>{.angle = angle, .quarters = bitsOf(shifted)};
}

} // namespace detail

/// Up to which magnitude the functions below are right.
inline constexpr double largestReducedAngle = 1.0e6;

/// sin v and cos v for |v| ≤ largestReducedAngle. The form is that of FDLIBM (1993), whose error is below 1
/// ulp.
template <MultiplyAdd kind, NumberOf<double> Number>
[[nodiscard, gnu::always_inline]] inline std::array<Number, 2> sineAndCosine(Number v)
{
    const auto [r, rest, quarters] = detail::reducedAngle<kind>(v);
    const Number z = r * r;
    const Number half = 0.5 * z;
    const Number sineTail = polynomial<kind, detail::TrigonometricConstants::sine>(z);
    const Number cosineTail = polynomial<kind, detail::TrigonometricConstants::cosine>(z);
    const Number one = 1.0 - half;
    const Number sine = r + (rest * one + z * r * sineTail);
    const Number cosine = one + (((1.0 - one) - half) + (z * z * cosineTail - r * rest));
    const auto [first, second] = detail::exchangedWhere(quarters, sine, cosine);
    return {select(v == 0.0, v, detail::withSignFlipped(first, quarters)),
            detail::withSignFlipped(second, quarters + detail::BitsOf<double>{1})};
}

/// The same in single precision, computed in it where products are exact inside of sums, else in double.
template <MultiplyAdd kind, NumberOf<float> Number>
[[nodiscard, gnu::always_inline]] inline std::array<Number, 2> sineAndCosine(Number v)
{
    using Real = detail::RealOfSingleAngle<kind>;
    using Constants = detail::TrigonometricConstants;
    const auto [r, quarters] = detail::reducedSingleAngle<kind>(v);
    const auto z = r * r;
    const auto sine = multiplyAdd<kind>(z * r, polynomial<kind, Constants::sineOfSingle<Real>>(z), r);
    const auto cosine = multiplyAdd<kind>(z * z, polynomial<kind, Constants::cosineOfSingle<Real>>(z),
                                          multiplyAdd<kind>(z, Real(-0.5), Real(1)));
    const auto [first, second] = detail::exchangedWhere(quarters, sine, cosine);
    return {select(v == 0.0F, v, convertedTo<float>(detail::withSignFlipped(first, quarters))),
            convertedTo<float>(detail::withSignFlipped(second, quarters + detail::BitsOf<Real>{1}))};
}

} // namespace sluice
