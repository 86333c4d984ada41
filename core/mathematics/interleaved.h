// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/twin.h"

#include <cstddef>

namespace sluice {

namespace detail {

/// One place of a row.
struct Place
{
    std::size_t index;

    template <class Real>
    [[nodiscard, gnu::always_inline]] Real of(const Real* row) const
    {
        return row[index];
    }
    template <class Real>
    [[gnu::always_inline]] void put(Real* row, Real value) const
    {
        row[index] = value;
    }
};

/// Four places of a row at the same distance from each other.
template <std::size_t distance>
struct FourPlaces
{
    std::size_t index;

    template <class Real>
    [[nodiscard, gnu::always_inline]] Twin<Twin<Real>> of(const Real* row) const
    {
        return {{row[index], row[index + distance]}, {row[index + 2 * distance], row[index + 3 * distance]}};
    }
    template <class Real>
    [[gnu::always_inline]] void put(Real* row, const Twin<Twin<Real>>& values) const
    {
        row[index] = values.first.first;
        row[index + distance] = values.first.second;
        row[index + 2 * distance] = values.second.first;
        row[index + 3 * distance] = values.second.second;
    }
};

} // namespace detail

/// Does the step for all of `count` places of rows of `Real`: for four at a time in blocks of four times the
/// longest vector, and for what is left over one by one. The place that it is called with gives numbers of a
/// row, or twins of twins, and puts such into another row. The compiler knows that rows don't overlap if the
/// step is always inlined and holds the pointers themselves.
template <class Real, class Step>
[[gnu::always_inline]] inline void interleaved(std::size_t count, Step step)
{
    // Vectors are made of neighbouring places, so that those of one step lie as far apart as the longest
    // vector is.
    constexpr std::size_t longestVector = 64; // in bytes
    constexpr std::size_t distance = longestVector / sizeof(Real);
    constexpr std::size_t block = 4 * distance;
    const std::size_t inBlocks = count - count % block;
    for (std::size_t begin = 0; begin < inBlocks; begin += block)
        for (std::size_t i = 0; i < distance; ++i)
            step(detail::FourPlaces<distance>{begin + i});
    for (std::size_t i = inBlocks; i < count; ++i)
        step(detail::Place{i});
}

} // namespace sluice
