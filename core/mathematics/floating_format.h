// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace sluice::detail {

/// What the bits of a floating-point number mean, for arithmetic on them that the compiler turns into
/// vectors.
template <class Real>
struct FloatingFormat
{
    static_assert(std::numeric_limits<Real>::is_iec559);
    using Bits = std::conditional_t<sizeof(Real) == sizeof(std::uint64_t), std::uint64_t, std::uint32_t>;

    /// Of the fraction that is stored.
    static constexpr int fractionBits = std::numeric_limits<Real>::digits - 1;
    static constexpr int bias = std::numeric_limits<Real>::max_exponent - 1;
    static constexpr Bits signBit = Bits{1} << (8 * sizeof(Real) - 1);
    /// 1½ · 2^fractionBits: numbers beside it are whole, and end in the bits of their distance from it.
    static constexpr Real magic = Real(3) * static_cast<Real>(Bits{1} << (fractionBits - 1));
};

template <class Real>
[[gnu::always_inline]] inline Real withSignOf(Real sign, Real magnitude)
{
    using Format = FloatingFormat<Real>;
    using Bits = typename Format::Bits;
    return std::bit_cast<Real>((std::bit_cast<Bits>(magnitude) & ~Format::signBit) |
                               (std::bit_cast<Bits>(sign) & Format::signBit));
}

template <class Real>
[[gnu::always_inline]] inline Real magnitudeOf(Real v)
{
    using Format = FloatingFormat<Real>;
    return std::bit_cast<Real>(std::bit_cast<typename Format::Bits>(v) & ~Format::signBit);
}

} // namespace sluice::detail
