// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sluice {

/// More buckets than this leave the cache.
inline constexpr std::size_t mostBuckets = 16'384;

/// The bucket of each number where [low, high] is divided into `count` equally wide ones, and what
/// lies outside goes to the first or the last. Whatever low and high are, and however they round: the bucket
/// never falls where the number rises.
void findBuckets(std::span<const double> numbers, double low, double high, std::size_t count,
                 std::span<std::uint16_t> buckets);

/// How many numbers are a value.
[[nodiscard]] std::size_t countEqual(std::span<const double> numbers, double value);

} // namespace sluice
