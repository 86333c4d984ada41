// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// How many samples are no numbers.
struct NonFinite
{
    std::size_t nans = 0;
    std::size_t infinities = 0;
};

/// Copies the finite samples, in their order, and counts the others.
NonFinite keepFinite(std::span<const double> samples, std::vector<double>& finite);

/// (above - below) / width, sample by sample.
void findDifferences(std::span<const double> above, std::span<const double> below, double width,
                     std::vector<double>& differences);

/// The same for the samples that are finite on both sides.
void findFiniteDifferences(std::span<const double> above, std::span<const double> below, double width,
                           std::vector<double>& differences);

} // namespace sluice
