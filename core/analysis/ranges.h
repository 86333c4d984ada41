// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace sluice {

/// All real numbers from low to high, both included. Where nothing is known, it is the whole line.
struct Range
{
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool isPositive() const noexcept { return low > 0.0; }
    [[nodiscard]] bool excludesZero() const noexcept { return low > 0.0 || high < 0.0; }
};

/// Between which numbers the values of a graph's nodes lie, as far as simple interval arithmetic tells;
/// `variableRange` says it of variables. Outward rounding is not needed: a range only counts where it keeps
/// away from 0, and a bound that rounding could carry across 0 is widened.
[[nodiscard]] std::vector<Range> rangesOf(const Graph& graph,
                                          const std::function<Range(const std::string&)>& variableRange);

} // namespace sluice
