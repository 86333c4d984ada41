// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/formula.h"

#include <string>
#include <vector>

namespace sluice {

/// The left side of a condition `… = 0`.
struct ZeroCondition
{
    /// Factors that are never 0 are left out and the others sorted, so that equal conditions read the same:
    /// `u*x**2`.
    std::string text;
    /// What must be 0 for it to hold, each alone: `u`, `x`. Nothing can where it is empty.
    std::vector<std::string> zeros;
    /// It is 0 whatever the names stand for.
    bool isAlways = false;
};

[[nodiscard]] ZeroCondition zeroCondition(const Formula& formula);

/// The texts of all conditions that no other includes: where x = 0, u*x**2 = 0 too.
[[nodiscard]] std::vector<std::string> widest(std::vector<ZeroCondition> conditions);

} // namespace sluice
