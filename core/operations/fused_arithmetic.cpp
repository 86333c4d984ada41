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

/// All forms of a function that begins with an operation of its first two operands: by the operand that is a
/// noise source, if one is, and by those that are numbers.
template <class Real, class Function, Arithmetic first, std::size_t arity>
class Forms
{
public:
    constexpr Forms() { addAll(std::make_index_sequence<(OperandForm::noNoise + 1) * masks>{}); }

    [[nodiscard]] constexpr Tile<Real> operator()(OperandForm form, InstructionSet set) const
    {
        return m_all[form.noise * masks + form.scalars][set];
    }

private:
    static constexpr std::size_t masks = std::size_t{1} << arity;

    static constexpr bool exists(std::size_t noise, std::size_t scalars)
    {
        const auto isNumber = [scalars](std::size_t k) { return ((scalars >> k) & 1U) != 0; };
        const auto rank = [&](std::size_t k) { return isNumber(k) ? 0 : k == noise ? 1 : 2; };
        if (noise != OperandForm::noNoise && (noise >= arity || isNumber(noise)))
            return false;
        if (arity == 1)
            return scalars == 0;
        return (scalars & 3U) != 3U && (!isCommutative(first) || rank(0) <= rank(1));
    }

    template <std::size_t index>
    constexpr void add()
    {
        constexpr std::size_t noise = index / masks;
        constexpr std::size_t scalars = index % masks;
        if constexpr (exists(noise, scalars))
            m_all[index] =
                detail::tileVersions<detail::TileLoop<Function, Real, arity, scalars, noise>, Real>();
    }
    template <std::size_t... index>
    constexpr void addAll(std::index_sequence<index...>)
    {
        (add<index>(), ...);
    }

    std::array<Versions<Tile<Real>>, (OperandForm::noNoise + 1) * masks> m_all{};
};

template <class Real, std::size_t index>
Tile<Real> fusedForm(OperandForm form, InstructionSet set)
{
    constexpr FusedArithmetic fused = combination(index);
    if constexpr (fused.position == 1 && (fused.second == Arithmetic::root || isCommutative(fused.second))) {
        return nullptr;
    } else {
        static constexpr Forms<Real, Fused<index>, fused.first, fused.second == Arithmetic::root ? 2 : 3>
            forms;
        return forms(form, set);
    }
}

template <class Real, std::size_t... index>
constexpr std::array<Tile<Real> (*)(OperandForm, InstructionSet), combinations>
allFusedForms(std::index_sequence<index...>)
{
    return {&fusedForm<Real, index>...};
}

template <Arithmetic arithmetic>
struct Alone
{
    [[gnu::always_inline]] auto operator()(auto a, auto b) const { return compute<arithmetic>(a, b); }
    [[gnu::always_inline]] auto operator()(auto a) const { return std::sqrt(a); }
};

template <class Real, Arithmetic arithmetic>
Tile<Real> formAlone(OperandForm form, InstructionSet set)
{
    static constexpr Forms<Real, Alone<arithmetic>, arithmetic, arithmetic == Arithmetic::root ? 1 : 2> forms;
    return forms(form, set);
}

template <Arithmetic first>
struct Product
{
    [[gnu::always_inline]] auto operator()(auto a, auto b, auto c, auto d) const
    {
        return compute<first>(a, b) * c * d;
    }
};

template <class Real, Arithmetic first>
Tile<Real> productForm(OperandForm form, InstructionSet set)
{
    static constexpr Forms<Real, Product<first>, first, 4> forms;
    return forms(form, set);
}

} // namespace

template <class Real>
Tile<Real> fusedTile(const FusedArithmetic& fused, OperandForm form, InstructionSet set)
{
    static constexpr auto forms = allFusedForms<Real>(std::make_index_sequence<combinations>());
    return forms[indexOf(fused)](form, set);
}

template <class Real>
Tile<Real> noisyTile(Arithmetic arithmetic, OperandForm form, InstructionSet set)
{
    switch (arithmetic) {
    case Arithmetic::sum:
        return formAlone<Real, Arithmetic::sum>(form, set);
    case Arithmetic::difference:
        return formAlone<Real, Arithmetic::difference>(form, set);
    case Arithmetic::product:
        return formAlone<Real, Arithmetic::product>(form, set);
    case Arithmetic::quotient:
        return formAlone<Real, Arithmetic::quotient>(form, set);
    case Arithmetic::root:
        return formAlone<Real, Arithmetic::root>(form, set);
    case Arithmetic::none:
        break;
    }
    return nullptr;
}

template <class Real>
Tile<Real> productTile(Arithmetic first, OperandForm form, InstructionSet set)
{
    return first == Arithmetic::product ? productForm<Real, Arithmetic::product>(form, set)
                                        : productForm<Real, Arithmetic::quotient>(form, set);
}

template Tile<double> fusedTile<double>(const FusedArithmetic&, OperandForm, InstructionSet);
template Tile<float> fusedTile<float>(const FusedArithmetic&, OperandForm, InstructionSet);
template Tile<double> noisyTile<double>(Arithmetic, OperandForm, InstructionSet);
template Tile<float> noisyTile<float>(Arithmetic, OperandForm, InstructionSet);
template Tile<double> productTile<double>(Arithmetic, OperandForm, InstructionSet);
template Tile<float> productTile<float>(Arithmetic, OperandForm, InstructionSet);

} // namespace sluice
