// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/target_bias.h"

#include <array>
#include <cstddef>

namespace sluice {

/// What a sweep tells of one gradient.
struct SweepFigures
{
    /// Root mean squares over the points of the sweep at which all samples and the noise-free gradient are
    /// finite, of mean - noise-free gradient, of the standard deviation and of the root mean square error.
    /// NaN where there is no such point.
    double bias = 0.0;
    double stddev = 0.0;
    double rmse = 0.0;
    /// Root mean square of the mean over that of the standard deviation: infinite without noise.
    double snr = 0.0;
    std::size_t points = 0;
    /// The bias against each target, in the order of GradientTarget. Points at which the central difference
    /// doesn't resolve the mean value are left out of the one against its gradient.
    std::array<Bias, 3> biases;

    [[nodiscard]] const Bias& biasAgainst(GradientTarget target) const
    {
        return biases.at(static_cast<std::size_t>(target));
    }
};

} // namespace sluice
