// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"
#include "core/operations/variate_functions.h"

#include <cmath>

namespace sluice {

// The standard variates of pairs of random words. All but the normal ones are made of one word each and are
// the quantile of a probability strictly between 0 and 1, the middle of one of 2⁶⁴ equal parts (2⁶³ and a
// sign for the symmetric ones), so that none is infinite and the tails reach as far as such a probability
// does. Those of the symmetric distributions (normal, Laplace, logistic) are symmetric about 0 to the bit:
// flipping one bit of the words turns the sign and nothing else. They are the same bits on every instruction
// set. In single precision they are the double ones rounded, except for the uniform ones.

namespace detail {

/// Variates of one word each.
template <auto variate>
struct EachOfItsWord
{
    template <MultiplyAdd, class Real>
    static void run(const std::uint64_t* __restrict first, const std::uint64_t* __restrict second,
                    Real* __restrict variates, std::size_t pairs)
    {
        for (std::size_t i = 0; i < pairs; ++i) {
            variates[2 * i] = static_cast<Real>(variate(first[i]));
            variates[2 * i + 1] = static_cast<Real>(variate(second[i]));
        }
    }
};

struct NormalPairs
{
    template <MultiplyAdd, class Real>
    static void run(const std::uint64_t* __restrict first, const std::uint64_t* __restrict second,
                    Real* __restrict variates, std::size_t pairs)
    {
        for (std::size_t i = 0; i < pairs; ++i) {
            const double radius = std::sqrt(2.0 * variate::minusLogarithm<64>(first[i]));
            const auto [cosine, sine] = variate::direction(second[i]);
            variates[2 * i] = static_cast<Real>(radius * cosine);
            variates[2 * i + 1] = static_cast<Real>(radius * sine);
        }
    }
};

[[gnu::always_inline]] inline double exponentialVariate(std::uint64_t word)
{
    return variate::minusLogarithm<64>(word);
}

[[gnu::always_inline]] inline double laplaceVariate(std::uint64_t word)
{
    return variate::withSignOf(word, variate::minusLogarithm<63>(word & ~variate::sign));
}

/// With probability p = v/2, p below ½: log((1 − p)/p), whose quotient is 1 + 2(1 − v)/v.
[[gnu::always_inline]] inline double logisticVariate(std::uint64_t word)
{
    const double v = variate::middle<63>(word & ~variate::sign);
    const double rest = variate::middle<63>(~word & ~variate::sign);
    const double minusOne = 2.0 * rest / v;
    return variate::withSignOf(word, variate::logarithm(1.0 + minusOne, minusOne));
}

/// The upper tail comes from exponential variates near 0, which are as fine as numbers are there.
[[gnu::always_inline]] inline double gumbelVariate(std::uint64_t word)
{
    const double exponential = exponentialVariate(word);
    return -variate::logarithm(exponential, exponential - 1.0);
}

template <class Transform>
[[nodiscard]] constexpr Variates variatesBy()
{
    using Words = const std::uint64_t*;
    return {versionsOf<Transform, Words, Words, double*, std::size_t>(),
            versionsOf<Transform, Words, Words, float*, std::size_t>()};
}

} // namespace detail

/// The words' upper bits, as many as the precision has, so that they stay below 1.
inline constexpr Variates uniformVariates{
    detail::variatesBy<detail::EachOfItsWord<&variate::fraction64>>().float64,
    detail::variatesBy<detail::EachOfItsWord<&variate::fraction32>>().float32};

/// Independent pairs by the transform of Box and Muller (1958): the first word tells how far from the origin
/// they lie, at most 9.49, the second in which direction.
inline constexpr Variates normalVariates = detail::variatesBy<detail::NormalPairs>();

inline constexpr Variates laplaceVariates =
    detail::variatesBy<detail::EachOfItsWord<&detail::laplaceVariate>>();
inline constexpr Variates logisticVariates =
    detail::variatesBy<detail::EachOfItsWord<&detail::logisticVariate>>();
inline constexpr Variates gumbelVariates =
    detail::variatesBy<detail::EachOfItsWord<&detail::gumbelVariate>>();
inline constexpr Variates exponentialVariates =
    detail::variatesBy<detail::EachOfItsWord<&detail::exponentialVariate>>();

} // namespace sluice
