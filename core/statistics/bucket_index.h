// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sluice {

/// The bucket of each number where [low, high] is divided into `count` <= 65,536 equally wide ones, and what
/// lies outside goes to the first or the last. Whatever low and high are, and however they round: the bucket
/// never falls where the number rises.
void findBuckets(std::span<const double> numbers, double low, double high, std::size_t count,
                 std::span<std::uint16_t> buckets);

} // namespace sluice
