// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sluice {

/// The standard normal quantile of p in (0, 1), to about 1 part in 10^16 (Wichura 1988, algorithm AS 241).
[[nodiscard]] double normalQuantile(double p);

/// The standard normal variate of a random word: symmetric about 0, and reaching 8.2 standard deviations.
[[nodiscard]] double normalVariate(std::uint64_t word);

} // namespace sluice
