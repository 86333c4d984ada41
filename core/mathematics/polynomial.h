// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/multiply_add.h"

#include <cstddef>

namespace sluice {

namespace detail {

/// c_first + c_(first + step)·x + c_(first + 2·step)·x² + …, by Horner's rule.
template <MultiplyAdd kind, const auto& coefficients, std::size_t first, std::size_t step, class Number>
[[nodiscard, gnu::always_inline]] inline auto everyOf(Number x)
{
    // GCC would read an inline variable from memory, rather than know its value.
    constexpr auto coefficient = coefficients[first];
    if constexpr (first + step < coefficients.size())
        return multiplyAdd<kind>(everyOf<kind, coefficients, first + step, step>(x), x, coefficient);
    else
        return coefficient;
}

} // namespace detail

/// c₀ + c₁x + c₂x² + …; from four coefficients on the even and the odd powers apart, which a processor
/// computes side by side.
template <MultiplyAdd kind, const auto& coefficients, class Number>
[[nodiscard, gnu::always_inline]] inline Number polynomial(Number x)
{
    static_assert(coefficients.size() > 1);
    if constexpr (coefficients.size() < 4) {
        return detail::everyOf<kind, coefficients, 0, 1>(x);
    } else {
        const Number square = x * x;
        return multiplyAdd<kind>(detail::everyOf<kind, coefficients, 1, 2>(square), x,
                                 detail::everyOf<kind, coefficients, 0, 2>(square));
    }
}

} // namespace sluice
