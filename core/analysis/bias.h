// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation_parts.h"

#include <optional>
#include <stop_token>

namespace sluice {

/// How far the mean of a variant's gradient is from two of the things that it may be meant to be: the root
/// mean square over points of the sweep, with the squares of the standard errors subtracted. None where the
/// samples don't tell it from 0.
struct Biases
{
    /// Against the gradient of the noise-free counterpart.
    std::optional<double> noiseFree;
    /// Against the gradient of the mean forward value, d/dx E[value], by central differences with common
    /// draws.
    std::optional<double> mean;
};

/// Points where the gradient is not finite, or where the differences don't converge (a kink), are left out.
/// A graph that is too large to be measured so has none.
[[nodiscard]] Biases biasesOf(const Computation::Parts& prepared, const ValueAndGradient& variant,
                              const std::stop_token& stop);

} // namespace sluice
