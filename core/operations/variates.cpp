// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/variates.h"

#include <cmath>

namespace sluice {

namespace {

/// In the middle of one of 2⁵² equal parts of (0, 1), by the word's highest bits.
double probability(std::uint64_t word)
{
    return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52;
}

/// The same below ½, by the bits after the highest.
double lowerProbability(std::uint64_t word)
{
    return 0.5 * probability(word << 1);
}

double withSignOf(std::uint64_t word, double lower)
{
    return (word >> 63) != 0 ? -lower : lower;
}

} // namespace

// The survival function's quantile rather than the distribution's: the upper tail is as fine as numbers near
// 0 are.
double exponentialVariate(std::uint64_t word)
{
    return -std::log(probability(word));
}

double laplaceVariate(std::uint64_t word)
{
    return withSignOf(word, std::log(2.0 * lowerProbability(word)));
}

double logisticVariate(std::uint64_t word)
{
    const double p = lowerProbability(word);
    return withSignOf(word, std::log(p / (1.0 - p)));
}

// Of 1 - p again, for the upper tail.
double gumbelVariate(std::uint64_t word)
{
    return -std::log(-std::log1p(-probability(word)));
}

} // namespace sluice
