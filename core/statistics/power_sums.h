// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/instruction_set.h"

#include <cstddef>
#include <span>

namespace sluice {

/// Sums of the first four powers of (number - shift)·scale, and the extremes. Where a number is not finite,
/// the first sum isn't, either.
struct PowerSums
{
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;
    double fourth = 0.0;
    double lowest = 0.0;
    double highest = 0.0;
};

/// In one pass, with sums in a fixed tree of lanes: the same bits on every instruction set. `scale` is a
/// power of two; at least one number.
[[nodiscard]] PowerSums powerSums(std::span<const double> numbers, double shift, double scale,
                                  InstructionSet set = bestInstructionSet());

struct SignCounts
{
    std::size_t positive = 0;
    std::size_t negative = 0;
};

[[nodiscard]] SignCounts countSigns(std::span<const double> numbers);

} // namespace sluice
