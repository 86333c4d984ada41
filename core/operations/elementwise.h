// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/exponential.h"
#include "core/mathematics/hyperbolic.h"
#include "core/mathematics/interleaved.h"
#include "core/mathematics/logarithm.h"
#include "core/mathematics/trigonometric.h"
#include "core/operations/kernels.h"

#include <array>
#include <bit>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace sluice {

/// The functions of core/mathematics, for the rows: of the kind that an instruction set is compiled for.
template <MultiplyAdd kind>
struct Mathematics
{
    static auto exp(auto v) { return exponential<kind>(v); }
    static auto expm1(auto v) { return exponentialMinusOne<kind>(v); }
    static auto log(auto v) { return naturalLogarithm<kind>(v); }
    static auto log1p(auto v) { return logarithmOfOnePlus<kind>(v); }
    static auto sinAndCos(auto v) { return sineAndCosine<kind>(v); }
    static auto tanh(auto v) { return hyperbolicTangent<kind>(v); }
    static auto tanhSlope(auto v) { return hyperbolicTangentSlope<kind>(v); }
    static auto tanhAndSlope(auto v) { return hyperbolicTangentAndSlope<kind>(v); }
    static auto sigmoid(auto v) { return logistic<kind>(v); }
    static auto sigmoidSlope(auto v) { return logisticSlope<kind>(v); }
    static auto sigmoidAndSlope(auto v) { return logisticAndSlope<kind>(v); }
    static auto softplus(auto v) { return softPlus<kind>(v); }
};

namespace detail {

/// A row's function may ask for the mathematics as its first argument.
template <MultiplyAdd kind, class Function, class... Numbers>
[[gnu::always_inline]] inline auto call(Numbers... operands)
{
    if constexpr (std::is_invocable_v<Function, Numbers...>)
        return Function{}(operands...);
    else
        return Function{}(Mathematics<kind>{}, operands...);
}

/// Functions that ask for the mathematics are long, and take as many numbers at a time as `interleaved`
/// gives.
template <class Real, bool isLong, class Step>
[[gnu::always_inline]] inline void forAllPlaces(std::size_t count, Step step)
{
    if constexpr (isLong)
        interleaved<Real>(count, step);
    else
        for (std::size_t i = 0; i < count; ++i)
            step(Place{i});
}

template <class Real>
struct TileOperand
{
    const Real* values;

    template <std::size_t k>
    [[gnu::always_inline]] static TileOperand of(const Real* const* operands)
    {
        return {operands[k]};
    }
    [[nodiscard, gnu::always_inline]] auto at(auto place) const { return place.of(values); }
};

template <class Real>
struct ScalarOperand
{
    Real value;

    template <std::size_t k>
    [[gnu::always_inline]] static ScalarOperand of(const Real* const* operands)
    {
        return {*operands[k]};
    }
    [[nodiscard, gnu::always_inline]] Real at(auto) const { return value; }
};

/// A noise source, shifted and scaled where it is read.
template <class Real>
struct NoiseOperand
{
    const Real* draws;
    Real shift;
    Real scale;

    template <std::size_t k>
    [[gnu::always_inline]] static NoiseOperand of(const Real* const* operands)
    {
        const Real* const* parameters = operands + OperandForm::noiseParameters;
        return {operands[k], *parameters[0], *parameters[1] - *parameters[2]};
    }
    [[nodiscard, gnu::always_inline]] auto at(auto place) const { return shift + scale * place.of(draws); }
};

template <class Real, std::size_t k, ScalarOperands scalars, std::uint8_t noise>
using OperandOf = std::conditional_t<
    k == noise, NoiseOperand<Real>,
    std::conditional_t<((scalars >> k) & 1U) != 0, ScalarOperand<Real>, TileOperand<Real>>>;

template <class Function, class Real, std::size_t arity, ScalarOperands scalars,
          std::uint8_t noise = OperandForm::noNoise>
struct TileLoop
{
    template <std::size_t k>
    using Operand = OperandOf<Real, k, scalars, noise>;

    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void run(const Real* const* operands, Real* __restrict results,
                                           std::size_t count)
    {
        runOver<kind>(operands, results, count, std::make_index_sequence<arity>{});
    }

private:
    template <MultiplyAdd kind, std::size_t... k>
    [[gnu::always_inline]] static void runOver([[maybe_unused]] const Real* const* operands,
                                               Real* __restrict results, std::size_t count,
                                               std::index_sequence<k...>)
    {
        constexpr bool isLong =
            !std::is_invocable_v<Function, decltype(std::declval<Operand<k>>().at(Place{}))...>;
        const std::tuple<Operand<k>...> values{Operand<k>::template of<k>(operands)...};
        forAllPlaces<Real, isLong>(
            count, [=](auto place) __attribute__((always_inline)) {
                place.put(results, convertedTo<Real>(call<kind, Function>(std::get<k>(values).at(place)...)));
            });
    }
};

/// A function that is right up to a magnitude, and another one for the numbers beyond it, which are rare.
template <class Function, class Beyond, class Real>
struct BoundedTileLoop
{
    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void run(const Real* const* operands, Real* __restrict results,
                                           std::size_t count)
    {
        using Bits = typename FloatingFormat<Real>::Bits;
        constexpr auto largest = std::bit_cast<Bits>(static_cast<Real>(largestReducedAngle));
        const Real* values = operands[0];
        Bits differences = 0;
        // The step holds all by value, else the compiler no longer knows that the results lie apart.
        Bits* const allDifferences = &differences;
        interleaved<Real>(
            count, [=](auto place) __attribute__((always_inline)) {
                const auto v = place.of(values);
                place.put(results, call<kind, Function>(v));
                // Negative where the magnitude is larger: magnitudes compare as their bits do.
                *allDifferences |= anyBitOf(largest - bitsOf(magnitudeOf(v)));
            });
        if ((differences & FloatingFormat<Real>::signBit) == 0)
            return;
        for (std::size_t i = 0; i < count; ++i)
            if (!(magnitudeOf(values[i]) <= static_cast<Real>(largestReducedAngle)))
                results[i] = Beyond{}(values[i]);
    }
};

template <class Function, class Beyond, class Real>
struct BoundedPairLoop
{
    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void run(const Real* values, Real* __restrict first,
                                           Real* __restrict second, std::size_t count)
    {
        using Bits = typename FloatingFormat<Real>::Bits;
        constexpr auto largest = std::bit_cast<Bits>(static_cast<Real>(largestReducedAngle));
        Bits differences = 0;
        // The step holds all by value, else the compiler no longer knows that the results lie apart.
        Bits* const allDifferences = &differences;
        interleaved<Real>(
            count, [=](auto place) __attribute__((always_inline)) {
                const auto v = place.of(values);
                const auto both = call<kind, Function>(v);
                place.put(first, both[0]);
                place.put(second, both[1]);
                *allDifferences |= anyBitOf(largest - bitsOf(magnitudeOf(v)));
            });
        if ((differences & FloatingFormat<Real>::signBit) == 0)
            return;
        for (std::size_t i = 0; i < count; ++i)
            if (!(magnitudeOf(values[i]) <= static_cast<Real>(largestReducedAngle))) {
                const std::array<Real, 2> both = Beyond{}(values[i]);
                first[i] = both[0];
                second[i] = both[1];
            }
    }
};

template <class Function, class Real>
struct PairLoop
{
    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void run(const Real* values, Real* __restrict first,
                                           Real* __restrict second, std::size_t count)
    {
        interleaved<Real>(
            count, [=](auto place) __attribute__((always_inline)) {
                const auto both = call<kind, Function>(place.of(values));
                place.put(first, both[0]);
                place.put(second, both[1]);
            });
    }
};

template <class Loop, class Real>
[[nodiscard]] constexpr Versions<Tile<Real>> tileVersions()
{
    return versionsOf<Loop, const Real* const*, Real*, std::size_t>();
}

template <class Loop, class Real>
[[nodiscard]] constexpr Versions<PairTile<Real>> pairVersions()
{
    return versionsOf<Loop, const Real*, Real*, Real*, std::size_t>();
}

template <class Function, std::size_t arity, ScalarOperands scalars>
constexpr void addForm(Kernels& kernels)
{
    kernels.float64[scalars] = tileVersions<TileLoop<Function, double, arity, scalars>, double>();
    kernels.float32[scalars] = tileVersions<TileLoop<Function, float, arity, scalars>, float>();
}

} // namespace detail

/// Both precisions' tiles of a function, a stateless generic lambda. Its operands are single numbers. Where
/// it asks for the mathematics, as its first argument, they may also be twins: it chooses by `select` and
/// names their kind by `RealOf`.
template <std::size_t arity, class Function>
[[nodiscard]] constexpr Kernels elementwise(Function)
{
    Kernels kernels;
    detail::addForm<Function, arity, 0>(kernels);
    if constexpr (arity == 2) {
        detail::addForm<Function, arity, 0b01>(kernels);
        detail::addForm<Function, arity, 0b10>(kernels);
    }
    if constexpr (arity == 3)
        detail::addForm<Function, arity, 0b110>(kernels);
    return kernels;
}

/// The same for a function that is right up to largestReducedAngle, with another one for numbers beyond.
template <class Function, class Beyond>
[[nodiscard]] constexpr Kernels elementwiseOfAngle(Function, Beyond)
{
    Kernels kernels;
    kernels.float64[0] = detail::tileVersions<detail::BoundedTileLoop<Function, Beyond, double>, double>();
    kernels.float32[0] = detail::tileVersions<detail::BoundedTileLoop<Function, Beyond, float>, float>();
    return kernels;
}

/// Two functions of one operand; the lambda returns both values.
template <class Function>
[[nodiscard]] constexpr PairKernels pairwise(Function)
{
    return {detail::pairVersions<detail::PairLoop<Function, double>, double>(),
            detail::pairVersions<detail::PairLoop<Function, float>, float>()};
}

template <class Function, class Beyond>
[[nodiscard]] constexpr PairKernels pairwiseOfAngle(Function, Beyond)
{
    return {detail::pairVersions<detail::BoundedPairLoop<Function, Beyond, double>, double>(),
            detail::pairVersions<detail::BoundedPairLoop<Function, Beyond, float>, float>()};
}

} // namespace sluice
