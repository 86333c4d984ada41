// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/kernels.h"

#include <cstddef>

namespace sluice {

/// An operation of two operands and one of its value in one go, each rounded as alone: second(first(a, b),
/// c), or second(c, first(a, b)) where the first's value is the second's operand 1, or the root of first(a,
/// b). The operands of the tile are a, b and c.
struct FusedArithmetic
{
    Arithmetic first = Arithmetic::none;
    Arithmetic second = Arithmetic::none;
    std::size_t position = 0;
};

/// Null where there is no such form: of a and b at most one is a scalar.
template <class Real>
[[nodiscard]] Tile<Real> fusedTile(const FusedArithmetic& fused, ScalarOperands scalars, InstructionSet set);

/// The chain rule's own: first(a, b) · c · d, from left to right, where the first is a product or a quotient.
/// Null where there is no such form.
template <class Real>
[[nodiscard]] Tile<Real> productTile(Arithmetic first, ScalarOperands scalars, InstructionSet set);

extern template Tile<double> productTile<double>(Arithmetic, ScalarOperands, InstructionSet);
extern template Tile<float> productTile<float>(Arithmetic, ScalarOperands, InstructionSet);
extern template Tile<double> fusedTile<double>(const FusedArithmetic&, ScalarOperands, InstructionSet);
extern template Tile<float> fusedTile<float>(const FusedArithmetic&, ScalarOperands, InstructionSet);

} // namespace sluice
