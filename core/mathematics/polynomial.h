// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/multiply_add.h"

#include <array>
#include <cstddef>

namespace sluice {

namespace detail {

/// c_first + c_(first + 2)·s + c_(first + 4)·s² + …, by Horner's rule.
template <MultiplyAdd kind, std::size_t first, class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real everySecond(const std::array<Real, count>& coefficients, Real s)
{
    constexpr std::size_t last = count - 1 - (count - 1 - first) % 2;
    Real value = coefficients[last];
#pragma GCC unroll 16
    for (std::size_t i = last; i > first; i -= 2)
        value = multiplyAdd<kind>(value, s, coefficients[i - 2]);
    return value;
}

} // namespace detail

/// c₀ + c₁x + c₂x² + …, the even and the odd powers apart, which a processor computes side by side.
template <MultiplyAdd kind, class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real polynomial(const std::array<Real, count>& coefficients, Real x)
{
    if constexpr (count < 4) {
        Real value = coefficients[count - 1];
#pragma GCC unroll 4
        for (std::size_t i = count - 1; i > 0; --i)
            value = multiplyAdd<kind>(value, x, coefficients[i - 1]);
        return value;
    } else {
        const Real square = x * x;
        return multiplyAdd<kind>(detail::everySecond<kind, 1>(coefficients, square), x,
                                 detail::everySecond<kind, 0>(coefficients, square));
    }
}

} // namespace sluice
