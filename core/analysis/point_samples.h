// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <cstddef>
#include <vector>

namespace sluice {

/// The samples of an experiment's first variant at one point, up to `most`.
struct PointSamples
{
    static constexpr std::size_t most = 1'000'000;

    std::vector<double> value;
    std::vector<double> gradient;
};

/// The samples at x, whose draws are those of the sweep's point with this number.
/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] PointSamples samplesAt(const Program& program, const Experiment& experiment, double x,
                                     std::size_t point);

} // namespace sluice
