// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/elementwise.h"
#include "core/operations/operation.h"

namespace sluice {

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

/// The same row of an operation that is monotonic in each operand, or positive.
[[nodiscard]] constexpr Operation monotonic(Operation row)
{
    row.isMonotonic = true;
    return row;
}
[[nodiscard]] constexpr Operation positive(Operation row)
{
    row.isPositive = true;
    return row;
}

} // namespace sluice
