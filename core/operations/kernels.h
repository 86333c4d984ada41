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

} // namespace sluice
