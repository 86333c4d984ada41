// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/gradient_target.h"

namespace sluice {

/// What the lower plot shows of the gradient.
enum class GradientReading
{
    gradient,
    deviation, ///< its standard deviation, on a logarithmic scale
    bias,      ///< how far its mean is from a target, signed
    logBias    ///< the same without sign, on a logarithmic scale
};

/// What is drawn of the curves: no matter of what the experiment computes.
struct PlotChoices
{
    bool bands = true;
    bool paths = false;
    bool mean = true;
    bool noiseFree = true;
    /// d/dx of the mean value, by differences.
    bool difference = false;
    GradientReading reading = GradientReading::gradient;
    GradientTarget target = GradientTarget::noiseFree;

    bool operator==(const PlotChoices&) const = default;
};

} // namespace sluice
