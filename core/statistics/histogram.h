// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// How samples are spread over bins of equal width.
struct Histogram
{
    double low = 0.0;
    double high = 0.0;
    /// The share of all samples in each bin. NaN, infinities and what lies far outside are in none. Empty
    /// where the samples are all alike.
    std::vector<double> shares = {};
    /// What all finite samples are, to within rounding.
    std::optional<double> constant = {};

    bool operator==(const Histogram&) const = default;
};

/// Histograms of several sets of samples over the same bins, so that they can lie on each other. The width of
/// the bins is Freedman's and Diaconis' for the set that is spread least, between 8 and 60 bins in all. Where
/// a few samples lie so far out that the others would fill a bin or two, the bins leave out the outermost
/// 0.5 % on both sides.
[[nodiscard]] std::vector<Histogram> histogramsOf(std::span<const std::vector<double>> sets);

} // namespace sluice
