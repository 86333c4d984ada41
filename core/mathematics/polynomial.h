// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/multiply_add.h"

#include <array>
#include <cstddef>

namespace sluice {

/// c₀ + c₁x + c₂x² + …, by Horner's rule.
template <MultiplyAdd kind, class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real polynomial(const std::array<Real, count>& coefficients, Real x)
{
    Real value = coefficients[count - 1];
#pragma GCC unroll 16
    for (std::size_t i = count - 1; i > 0; --i)
        value = multiplyAdd<kind>(value, x, coefficients[i - 1]);
    return value;
}

} // namespace sluice
