// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>

namespace sluice {

/// The probability that a standard normal variate is below v, ½ erfc(-v/√2). The rounding error of v/√2 would
/// grow v² times in the tail, so it is made good.
inline constexpr auto normalCdf = [](auto v) {
    using Real = decltype(v);
    constexpr auto root = static_cast<Real>(0.5 * std::numbers::sqrt2);
    // The rest of √½ beyond a double; beyond a float it is the difference.
    constexpr Real rest = sizeof(Real) == sizeof(double)
                              ? static_cast<Real>(-4.833646656726456726e-17)
                              : static_cast<Real>(0.5 * std::numbers::sqrt2 - static_cast<double>(root));
    const Real scaled = v * root;
    const Real value = std::erfc(-scaled) / 2;
    if (!(std::abs(scaled) < Real(30)))
        return value;
    const Real error = std::fma(v, root, -scaled) + v * rest;
    return value + error * static_cast<Real>(std::numbers::inv_sqrtpi) * std::exp(-scaled * scaled);
};

} // namespace sluice
