// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice {

/// What a gradient's bias is taken against: three different things are called "the true gradient".
enum class GradientTarget
{
    noiseFree,      ///< the gradient of the noise-free counterpart without gates
    gradientOfMean, ///< d/dx E[value], what descent on the mean forward value would follow
    pathwise        ///< the mean of the gradient without gates, on the same draws
};

} // namespace sluice
