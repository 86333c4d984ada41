// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/instruction_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace sluice {

/// A tile of an operation: count results from as many values of each operand, or from one value where the
/// operand is the same for all samples. Results lie apart from operands.
template <class Real>
using Tile = void (*)(const Real* const* operands, Real* results, std::size_t count);

/// Two operations of the same operand in one go.
template <class Real>
using PairTile = void (*)(const Real* operand, Real* first, Real* second, std::size_t count);

/// Which operands of a tile are one value for all samples: bit k for operand k.
using ScalarOperands = std::uint8_t;

/// How the operands of a tile are given. One of them may be a noise source that was not computed before: its
/// draw is given in its place, and behind all operands, from `noiseParameters` on, three numbers: a shift,
/// and two whose difference is the scale.
struct OperandForm
{
    static constexpr std::uint8_t noNoise = 4;
    static constexpr std::size_t noiseParameters = 4;

    ScalarOperands scalars = 0;
    /// The number of that operand.
    std::uint8_t noise = noNoise;
};

namespace detail {

/// One of two members, by the precision.
template <class Real, class Double, class Single>
[[nodiscard]] constexpr const auto& chosen(const Double& float64, const Single& float32) noexcept
{
    if constexpr (std::is_same_v<Real, double>)
        return float64;
    else
        return float32;
}

} // namespace detail

/// How an operation is computed, in both precisions by one piece of code.
struct Kernels
{
    static constexpr std::size_t forms = 8;

    std::array<Versions<Tile<double>>, forms> float64{};
    std::array<Versions<Tile<float>>, forms> float32{};

    /// Null where the operation has no such form; with all operands as tiles every computed one has.
    template <class Real>
    [[nodiscard]] constexpr Tile<Real> tile(ScalarOperands scalars, InstructionSet set) const noexcept
    {
        return detail::chosen<Real>(float64, float32)[scalars][set];
    }
    template <class Real>
    [[nodiscard]] Tile<Real> tile() const noexcept
    {
        return tile<Real>(0, bestInstructionSet());
    }
};

struct PairKernels
{
    Versions<PairTile<double>> float64;
    Versions<PairTile<float>> float32;

    template <class Real>
    [[nodiscard]] constexpr PairTile<Real> tile(InstructionSet set) const noexcept
    {
        return detail::chosen<Real>(float64, float32)[set];
    }
};

/// The operations that may be computed together with the one before them, to the same bits as alone.
enum class Arithmetic : std::uint8_t
{
    none,
    sum,
    difference,
    product,
    quotient,
    root,
};

/// Whether the order of the operands makes no difference.
[[nodiscard]] constexpr bool isCommutative(Arithmetic arithmetic) noexcept
{
    return arithmetic == Arithmetic::sum || arithmetic == Arithmetic::product;
}

/// How a noise source becomes of its draw ε and its parameters a and b, where who reads it can do that
/// itself, to the same bits.
enum class Scaling : std::uint8_t
{
    none,
    shifted, ///< a + b·ε
    between, ///< a + (b - a)·ε
};

} // namespace sluice
