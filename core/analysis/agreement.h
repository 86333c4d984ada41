// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sluice {

/// What two samples tell of two gradients that may be the same.
enum class Agreement : std::uint8_t
{
    /// Equal, to a rounding of the numbers themselves.
    same,
    /// They differ, but the terms that they are sums of are so large that their rounding can be the reason.
    hidden,
    /// They differ by more than rounding can.
    different
};

/// By more than 64 ε times `scale` (Σ |products of local derivatives|) rounding changes no gradient, and by
/// 4096 ε of its own size it may change a long product, which has one rounding in each factor.
[[nodiscard]] Agreement agreementOf(double a, double b, double scale, double epsilon);

/// Whether the difference, relative to the size of the numbers, is a rounding of the numbers themselves.
[[nodiscard]] bool isRoundingOfItself(double relativeDifference, double epsilon);

} // namespace sluice
