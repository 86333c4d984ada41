// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <cstddef>
#include <utility>

namespace sluice {

namespace detail {

template <class Real, class Function, std::size_t... operand>
void runTile(const Real* const* operands, Real* results, std::size_t count, std::index_sequence<operand...>)
{
    for (std::size_t i = 0; i < count; ++i)
        results[i] = Function{}(operands[operand][i]...);
}

template <std::size_t arity, class Real, class Function>
void tile(const Real* const* operands, Real* results, std::size_t count)
{
    runTile<Real, Function>(operands, results, count, std::make_index_sequence<arity>{});
}

} // namespace detail

/// Both precisions' tiles of a function of single numbers, a stateless generic lambda.
template <std::size_t arity, class Function>
[[nodiscard]] constexpr Kernels elementwise(Function)
{
    return {&detail::tile<arity, double, Function>, &detail::tile<arity, float, Function>};
}

/// The rows of one family, in the order in which the documentation lists them.
using Family = std::span<const Operation>;

[[nodiscard]] Family controlOperations();
[[nodiscard]] Family arithmeticOperations();
[[nodiscard]] Family powerOperations();
[[nodiscard]] Family trigonometricOperations();
[[nodiscard]] Family errorFunctionOperations();
[[nodiscard]] Family activationOperations();
[[nodiscard]] Family rectifierOperations();
[[nodiscard]] Family stepOperations();
[[nodiscard]] Family kinkOperations();
[[nodiscard]] Family noiseOperations();

} // namespace sluice
