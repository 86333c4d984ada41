// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/kernels.h"

#include <cstddef>

namespace sluice {

/// An operation of two operands and one of its value in one go, each rounded as alone: second(first(a, b),
/// c), or second(c, first(a, b)) where the first's value is the second's operand 1 and the order matters, or
/// the root of first(a, b). The operands of the tile are a, b and c. Here and below a and b are not both
/// numbers, and where their order doesn't matter, a number comes before a noise source, and either before a
/// tile.
struct FusedArithmetic
{
    Arithmetic first = Arithmetic::none;
    Arithmetic second = Arithmetic::none;
    std::size_t position = 0;
};

/// Null where there is no such form.
template <class Real>
[[nodiscard]] Tile<Real> fusedTile(const FusedArithmetic& fused, OperandForm form, InstructionSet set);

/// One operation of which an operand is a noise source. Null where there is no such form.
template <class Real>
[[nodiscard]] Tile<Real> noisyTile(Arithmetic arithmetic, OperandForm form, InstructionSet set);

/// The chain rule's own: first(a, b) · c · d, from left to right, where the first is a product or a quotient.
/// Null where there is no such form.
template <class Real>
[[nodiscard]] Tile<Real> productTile(Arithmetic first, OperandForm form, InstructionSet set);

extern template Tile<double> fusedTile<double>(const FusedArithmetic&, OperandForm, InstructionSet);
extern template Tile<float> fusedTile<float>(const FusedArithmetic&, OperandForm, InstructionSet);
extern template Tile<double> noisyTile<double>(Arithmetic, OperandForm, InstructionSet);
extern template Tile<float> noisyTile<float>(Arithmetic, OperandForm, InstructionSet);
extern template Tile<double> productTile<double>(Arithmetic, OperandForm, InstructionSet);
extern template Tile<float> productTile<float>(Arithmetic, OperandForm, InstructionSet);

} // namespace sluice
