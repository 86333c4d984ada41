// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sluice {

// The standard variates of random words, each the quantile of a probability strictly between 0 and 1, so that
// none is infinite. Those of symmetric distributions are symmetric about 0 to the bit: the highest bit of the
// word is their sign.

[[nodiscard]] double exponentialVariate(std::uint64_t word);
[[nodiscard]] double laplaceVariate(std::uint64_t word);
[[nodiscard]] double logisticVariate(std::uint64_t word);
[[nodiscard]] double gumbelVariate(std::uint64_t word);

} // namespace sluice
