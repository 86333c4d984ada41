// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace sluice {

/// Single samples followed along the sweep: sample k of every point sees the same draws, so that a path is
/// the function of x that one draw of all noise makes. Under independent draws there is no such thing.
struct SamplePaths
{
    /// So many are told apart by eye.
    static constexpr std::size_t shown = 20;

    /// By path, then by point of the sweep.
    using Paths = std::vector<std::vector<double>>;
    struct OfVariant
    {
        Paths value;
        Paths gradient;
    };
    /// In the order of the experiment's variants.
    std::vector<OfVariant> variants;
};

} // namespace sluice
