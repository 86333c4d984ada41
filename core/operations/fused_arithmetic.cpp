// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/fused_arithmetic.h"

#include "core/operations/elementwise.h"

#include <array>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

constexpr std::size_t firstKinds = 4;
constexpr std::size_t secondKinds = 5;
constexpr std::size_t positions = 2;
constexpr std::size_t combinations = firstKinds * secondKinds * positions;

constexpr std::size_t indexOf(const FusedArithmetic& fused)
{
    const auto number = [](Arithmetic arithmetic) { return static_cast<std::size_t>(arithmetic) - 1; };
    return (number(fused.first) * secondKinds + number(fused.second)) * positions + fused.position;
}

constexpr FusedArithmetic combination(std::size_t index)
{
    return {.first = static_cast<Arithmetic>(1 + index / (secondKinds * positions)),
            .second = static_cast<Arithmetic>(1 + index / positions % secondKinds),
            .position = index % positions};
}

template <Arithmetic arithmetic, class Real>
[[gnu::always_inline]] inline Real compute(Real a, Real b)
{
    if constexpr (arithmetic == Arithmetic::sum)
        return a + b;
    else if constexpr (arithmetic == Arithmetic::difference)
        return a - b;
    else if constexpr (arithmetic == Arithmetic::product)
        return a * b;
    else
        return a / b;
}

template <std::size_t index>
struct Fused
{
    static constexpr FusedArithmetic fused = combination(index);

    [[gnu::always_inline]] auto operator()(auto a, auto b, auto c) const
    {
        const auto inner = compute<fused.first>(a, b);
        if constexpr (fused.position == 0)
            return compute<fused.second>(inner, c);
        else
            return compute<fused.second>(c, inner);
    }
    [[gnu::always_inline]] auto operator()(auto a, auto b) const
    {
        return std::sqrt(compute<fused.first>(a, b));
    }
};

/// By the operands that are scalars: c or not, and of a and b none, a or b.
template <class Real>
using Forms = std::array<Versions<Tile<Real>>, Kernels::forms>;

template <class Real, std::size_t index>
constexpr Forms<Real> formsOf()
{
    Forms<Real> forms;
    const auto add = [&]<ScalarOperands... scalars>(std::integer_sequence<ScalarOperands, scalars...>)
    {
        constexpr std::size_t arity = combination(index).second == Arithmetic::root ? 2 : 3;
        ((forms[scalars] =
              detail::tileVersions<detail::TileLoop<Fused<index>, Real, arity, scalars>, Real>()),
         ...);
    };
    if constexpr (combination(index).second != Arithmetic::root)
        add(std::integer_sequence<ScalarOperands, 0b000, 0b001, 0b010, 0b100, 0b101, 0b110>{});
    else if constexpr (combination(index).position == 0)
        add(std::integer_sequence<ScalarOperands, 0b000, 0b001, 0b010>{});
    return forms;
}

template <class Real, std::size_t... index>
constexpr std::array<Forms<Real>, combinations> allForms(std::index_sequence<index...>)
{
    return {formsOf<Real, index>()...};
}

template <Arithmetic first>
struct Product
{
    [[gnu::always_inline]] auto operator()(auto a, auto b, auto c, auto d) const
    {
        return compute<first>(a, b) * c * d;
    }
};

/// Of a and b at most one is a scalar.
template <class Real, Arithmetic first>
constexpr auto productForms()
{
    std::array<Versions<Tile<Real>>, 16> forms;
    const auto add = [&]<ScalarOperands... scalars>(std::integer_sequence<ScalarOperands, scalars...>)
    {
        ((forms[scalars] = detail::tileVersions<detail::TileLoop<Product<first>, Real, 4, scalars>, Real>()),
         ...);
    };
    add(std::integer_sequence<ScalarOperands, 0b0000, 0b0001, 0b0010, 0b0100, 0b0101, 0b0110, 0b1000, 0b1001,
                              0b1010, 0b1100, 0b1101, 0b1110>{});
    return forms;
}

} // namespace

template <class Real>
Tile<Real> fusedTile(const FusedArithmetic& fused, ScalarOperands scalars, InstructionSet set)
{
    static constexpr auto forms = allForms<Real>(std::make_index_sequence<combinations>());
    return forms[indexOf(fused)][scalars][set];
}

template <class Real>
Tile<Real> productTile(Arithmetic first, ScalarOperands scalars, InstructionSet set)
{
    static constexpr auto ofProduct = productForms<Real, Arithmetic::product>();
    static constexpr auto ofQuotient = productForms<Real, Arithmetic::quotient>();
    return (first == Arithmetic::product ? ofProduct : ofQuotient)[scalars][set];
}

template Tile<double> productTile<double>(Arithmetic, ScalarOperands, InstructionSet);
template Tile<float> productTile<float>(Arithmetic, ScalarOperands, InstructionSet);
template Tile<double> fusedTile<double>(const FusedArithmetic&, ScalarOperands, InstructionSet);
template Tile<float> fusedTile<float>(const FusedArithmetic&, ScalarOperands, InstructionSet);

} // namespace sluice
