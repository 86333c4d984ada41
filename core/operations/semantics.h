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
    enum class Clip
    {
        oneAtEdges,      ///< TensorFlow's maximum of a minimum, where the value wins a tie
        oneBetweenEdges, ///< PyTorch's comparison with the bounds
        halfAtEdges      ///< JAX's minimum of a maximum, where a tie is shared
    };
    enum class LaxClamp
    {
        asClip,
        zeroAtEdges
    };
    enum class PowerOfZero
    {
        ieee,
        zero,
        zeroForWholeExponents
    };
    enum class Mask
    {
        factor, ///< the gradient times 1 or 0, so that an infinite one becomes NaN
        choice  ///< the gradient or 0
    };
    enum class HardTanh
    {
        oneAtEdges,
        zeroAtEdges,
        zeroBeyondEdges
    };

    /// The derivative of abs at 0.
    AbsAtZero absAtZero = AbsAtZero::zero;
    /// Who gets the gradient of maximum and minimum where both operands are equal.
    Tie tie = Tie::first;
    /// How the one that isn't chosen is held back.
    Mask extremumMask = Mask::choice;
    /// Who gets the gradient of clip at its bounds.
    Clip clip = Clip::oneAtEdges;
    LaxClamp laxClamp = LaxClamp::asClip;
    HardTanh hardTanh = HardTanh::oneAtEdges;
    /// Whether the derivative of leaky_relu at 0 is its slope below 0 (else 1).
    bool leakyReluIsSlopedAtZero = true;
    /// Whether the derivative of selu at 0 is that of its curved side (else that of the straight one).
    bool seluIsCurvedAtZero = false;
    /// ∂(x**y)/∂x where y is 0: IEEE's 0·∞, or 0.
    PowerOfZero zeroExponent = PowerOfZero::ieee;
    /// Whether ∂(x**y)/∂y is 0 for x < 0 (else NaN, the logarithm of a negative number).
    bool exponentGradientZeroAtNegativeBase = true;
    /// Whether ∂(x**y)/∂y is -∞ for x = 0, y < 0 (else NaN).
    bool exponentGradientInfiniteAtZeroBase = false;
    /// Whether the derivatives of atan2 at the origin are 0 (else NaN).
    bool atan2IsFlatAtOrigin = false;
    /// Whether the derivative of acosh is NaN below its domain, as its value is (else that of the mirrored
    /// branch).
    bool acoshGradientEndsWithDomain = true;
    /// Whether round, floor, ceil and trunc pass a gradient of 0 (else nothing: disconnected); the same of
    /// sign and of heaviside. JAX answers both with 0, but a rule of its own behind a step is called only in
    /// the former case.
    bool roundingIsConnected = false;
    bool signIsConnected = true;
    bool heavisideIsConnected = false;
    /// Whether heaviside's value at 0 gets the gradient there.
    bool heavisideValueGetsGradient = true;
};

[[nodiscard]] const Semantics& semanticsOf(Framework framework);

} // namespace sluice
