// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation_parts.h"
#include "core/statistics/curves.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <vector>

namespace sluice {

/// Curves with room for every point.
[[nodiscard]] Curves emptyCurves(const Computation::Parts& parts, std::vector<double> x, std::size_t samples,
                                 bool withGradientOfMean);

// Writing what is read off the samples of one point into the curves.

void store(const Summary& summary, Statistics& statistics, std::size_t point);
void store(const Comparison& comparison, double noiseFree, GradientComparison& curves, std::size_t point);
void store(const Estimate& gradientOfMean, GradientComparison& curves, std::size_t point);

} // namespace sluice
