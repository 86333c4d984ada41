// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <array>
#include <span>

namespace sluice {

/// The value of an operation of single numbers; NaN where it has none.
[[nodiscard]] inline double scalarValue(const Operation& operation, std::span<const double> operands)
{
    std::array<const double*, Node::maximumArity> pointers{};
    for (std::size_t k = 0; k < operands.size(); ++k)
        pointers.at(k) = &operands[k];
    double result = std::numeric_limits<double>::quiet_NaN();
    if (const Tile<double> tile = operation.kernels.tile<double>())
        tile(pointers.data(), &result, 1);
    return result;
}

} // namespace sluice
