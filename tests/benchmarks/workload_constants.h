// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>

namespace sluice::benchmarks {

/// What every contender computes: value and gradient at so many points of the sweep, for so many samples
/// each.
inline constexpr std::size_t points = 1'000;
inline constexpr std::size_t samples = 1'000;

inline constexpr std::size_t deepLayers = 24;

/// Weight and bias of one layer of the workload deep.
[[nodiscard]] inline double deepWeight(std::size_t layer)
{
    return 1.1 + 0.3 * std::sin(1.7 * static_cast<double>(layer));
}
[[nodiscard]] inline double deepBias(std::size_t layer)
{
    return 0.2 * std::cos(2.3 * static_cast<double>(layer));
}

} // namespace sluice::benchmarks
