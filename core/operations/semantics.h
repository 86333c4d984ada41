// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace sluice {

/// The framework whose conventions decide where frameworks differ.
enum class Framework
{
    tensorflow,
    pytorch,
    jax
};

[[nodiscard]] std::string_view nameOf(Framework framework);
[[nodiscard]] std::optional<Framework> frameworkNamed(std::string_view name);

/// The handful of policies in which frameworks differ. Everything else is IEEE arithmetic, common to all.
struct Semantics
{
    enum class AbsAtZero
    {
        zero,
        one
    };
    enum class Tie
    {
        first,
        half
    };
    enum class ClipEdge
    {
        one,
        half
    };
    enum class PowerOfZero
    {
        ieee,
        zero,
        zeroForWholeExponents
    };

    /// The derivative of abs at 0.
    AbsAtZero absAtZero = AbsAtZero::zero;
    /// Who gets the gradient of maximum and minimum where both operands are equal.
    Tie tie = Tie::first;
    /// The derivative of clip at its bounds.
    ClipEdge clipEdge = ClipEdge::one;
    /// ∂(x**y)/∂x where y is 0: IEEE's 0·∞, or 0.
    PowerOfZero zeroExponent = PowerOfZero::ieee;
    /// Whether ∂(x**y)/∂y is 0 for x < 0 (else NaN, the logarithm of a negative number).
    bool exponentGradientZeroAtNegativeBase = true;
    /// Whether ∂(x**y)/∂y is -∞ for x = 0, y < 0 (else NaN).
    bool exponentGradientInfiniteAtZeroBase = false;
    /// Whether round, floor and ceil pass a gradient of 0 (else nothing: disconnected).
    bool stepsAreConnected = false;
};

[[nodiscard]] const Semantics& semanticsOf(Framework framework);

} // namespace sluice
