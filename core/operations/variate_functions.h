// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/logarithm.h"
#include "core/mathematics/polynomial.h"

#include <array>
#include <bit>
#include <cstdint>
#include <numbers>

// What turns random words into standard variates. These functions use nothing but integers and operations
// that IEEE 754 rounds exactly, in an order that is written down here (the compiler may not contract them),
// so that they give the same bits everywhere. They know only the arguments that they are called with: no
// zeros, infinities, NaNs or subnormal numbers.
namespace sluice::variate {

inline constexpr auto one = std::bit_cast<std::uint64_t>(1.0);
inline constexpr std::uint64_t mantissa = (std::uint64_t{1} << 52) - 1;
inline constexpr std::uint64_t sign = std::uint64_t{1} << 63;

/// The word's upper 53 bits as a fraction in [0, 1).
[[nodiscard, gnu::always_inline]] inline double fraction64(std::uint64_t word)
{
    // 52 bits become a number in [1, 2); the 53rd chooses the number below 1 instead of 1 to subtract.
    return std::bit_cast<double>(one | word >> 12) - std::bit_cast<double>(one - (word >> 11 & 1));
}

/// The word's upper 24 bits as a fraction in [0, 1).
[[nodiscard, gnu::always_inline]] inline float fraction32(std::uint64_t word)
{
    constexpr auto oneBits = std::bit_cast<std::uint32_t>(1.0F);
    const auto upper = static_cast<std::uint32_t>(word >> 32);
    return std::bit_cast<float>(oneBits | upper >> 9) - std::bit_cast<float>(oneBits - (upper >> 8 & 1));
}

/// The word's upper 52 bits as the middle of one of 2⁵² equal parts of (0, 1).
[[nodiscard, gnu::always_inline]] inline double middle52(std::uint64_t word)
{
    return std::bit_cast<double>(one | word >> 12) - (1.0 - 0x1p-53);
}

/// (word + ½)·2^-bits, rounded: the middle of one of as many equal parts of (0, 1), those near 0 as exact as
/// those near 1, which may round to 1. `word` is below 2^bits.
template <int bits>
[[nodiscard, gnu::always_inline]] inline double middle(std::uint64_t word)
{
    constexpr double scale = bits == 64 ? 0x1p-64 : 0x1p-63;
    static_assert(bits == 64 || bits == 63);
    // Each half of the word as the lowest bits of a number of known exponent.
    constexpr auto lowExponent = std::bit_cast<std::uint64_t>(0x1p52);
    constexpr auto highExponent = std::bit_cast<std::uint64_t>(0x1p84);
    const double low = std::bit_cast<double>(lowExponent | (word & 0xffffffff)) - (0x1p52 - 0.5);
    const double high = std::bit_cast<double>(highExponent | word >> 32) - 0x1p84;
    return (high + low) * scale;
}

/// log(v), where v − 1 is known better than v tells it. To 2 units in the last place, or in that of 1.
[[nodiscard, gnu::always_inline]] inline double logarithm(double v, double minusOne)
{
    // v = 2^exponent·m with m in [√½, √2); a bias keeps the exponent positive.
    constexpr auto rootOfHalf = std::bit_cast<std::uint64_t>(0.5 * std::numbers::sqrt2);
    constexpr auto beside = std::bit_cast<std::uint64_t>(0x1p52);
    constexpr std::uint64_t bias = 1024;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(v) + (bias << 52) - rootOfHalf;
    const auto m = std::bit_cast<double>((bits & mantissa) + rootOfHalf);
    const double exponent = std::bit_cast<double>(beside | bits >> 52) - (0x1p52 + static_cast<double>(bias));
    const double f = exponent == 0.0 ? minusOne : m - 1.0;
    // log(1 + f) = log((1 + s) / (1 − s)).
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double odd = polynomial<MultiplyAdd::rounded, sluice::detail::LogarithmConstants<double>::odd>(z);
    return exponent * std::numbers::ln2 + (2.0 * s + s * (z * odd));
}

/// −log of the middle of one of 2^bits equal parts of (0, 1): positive, and exact to the last places where it
/// is near 0 too, for there 1 − v is taken from the word and not from v.
template <int bits>
[[nodiscard, gnu::always_inline]] inline double minusLogarithm(std::uint64_t word)
{
    constexpr std::uint64_t all = ~std::uint64_t{0} >> (64 - bits);
    return -logarithm(middle<bits>(word), -middle<bits>(word ^ all));
}

/// A point of the unit circle.
struct Direction
{
    double cosine;
    double sine;
};

/// S of sin(x·π/4) = x·S(x²) and C of cos(x·π/4) = 1 + x²·C(x²) for x in [0, 1]: minimax, with errors below
/// 2⁻⁵⁸ of the sine and 2⁻⁶⁴.
inline constexpr std::array sineOfOctant{
    0x1.921fb54442d18p-1,  -0x1.4abbce625be41p-4,  0x1.466bc67758700p-9,  -0x1.32d2cce2d5360p-15,
    0x1.50782fca38ba3p-22, -0x1.e30063a02b10fp-30, 0x1.e3eed5cecf5aep-38,
};
inline constexpr std::array cosineOfOctant{
    -0x1.3bd3cc9be45dep-2,  0x1.03c1f081b5aaep-6,  -0x1.55d3c7e3c9280p-12, 0x1.e1f5068367b1dp-19,
    -0x1.a6d1ec7e0b715p-26, 0x1.f9cc40ac9f75bp-34, -0x1.b263c34812294p-42,
};

/// The direction after `fraction` of an eighth of a turn, in (0, 1). To 2 units in the last place.
[[nodiscard, gnu::always_inline]] inline Direction directionInOctant(double fraction)
{
    const double z = fraction * fraction;
    const double sineOverFraction = polynomial<MultiplyAdd::rounded, sineOfOctant>(z);
    const double cosineLessOneOverSquare = polynomial<MultiplyAdd::rounded, cosineOfOctant>(z);
    return {.cosine = 1.0 + z * cosineLessOneOverSquare, .sine = fraction * sineOverFraction};
}

/// `magnitude` with the highest bit of the word as its sign.
[[nodiscard, gnu::always_inline]] inline double withSignOf(std::uint64_t word, double magnitude)
{
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(magnitude) ^ (word & sign));
}

/// The direction that a word's upper 55 bits choose: the sign of the cosine, the sign of the sine, which of
/// the two is the larger, and the place in the octant.
[[nodiscard, gnu::always_inline]] inline Direction direction(std::uint64_t word)
{
    const auto [larger, smaller] = directionInOctant(middle52(word << 3));
    const bool isSteep = (word >> 61 & 1) != 0;
    return {.cosine = withSignOf(word, isSteep ? smaller : larger),
            .sine = withSignOf(word << 1, isSteep ? larger : smaller)};
}

} // namespace sluice::variate
