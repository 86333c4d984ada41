// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/twin.h"

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

template <class Number>
[[gnu::always_inline]] inline auto bitsOf(Number v)
{
    if constexpr (isTwin<Number>)
        return forBoth([](auto one) { return bitsOf(one); }, v);
    else
        return std::bit_cast<typename FloatingFormat<Number>::Bits>(v);
}

template <class Number>
using BitsOf = decltype(bitsOf(Number{}));

template <class Real, class Bits>
[[gnu::always_inline]] inline auto ofBits(Bits bits)
{
    if constexpr (isTwin<Bits>)
        return forBoth([](auto one) { return ofBits<Real>(one); }, bits);
    else
        return std::bit_cast<Real>(bits);
}

/// The bits that are set in any of them.
template <class Bits>
[[gnu::always_inline]] inline RealOf<Bits> anyBitOf(Bits bits)
{
    if constexpr (isTwin<Bits>)
        return anyBitOf(bits.first) | anyBitOf(bits.second);
    else
        return bits;
}

template <class Number>
[[gnu::always_inline]] inline Number withSignOf(Number sign, Number magnitude)
{
    using Real = RealOf<Number>;
    constexpr auto signBit = FloatingFormat<Real>::signBit;
    return ofBits<Real>((bitsOf(magnitude) & ~signBit) | (bitsOf(sign) & signBit));
}

template <class Number>
[[gnu::always_inline]] inline Number magnitudeOf(Number v)
{
    using Real = RealOf<Number>;
    return ofBits<Real>(bitsOf(v) & ~FloatingFormat<Real>::signBit);
}

} // namespace sluice::detail
