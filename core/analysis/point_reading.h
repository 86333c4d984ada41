// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "core/statistics/histogram.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sluice {

/// The samples of one variant at a point.
struct VariantReading
{
    std::string name;
    bool isDisconnected = false;
    Summary value;
    Summary gradient;
};

/// The gradient by one input or parameter at a point, and what the forward value really does there.
struct VariableReading
{
    std::string name;
    double at = 0.0;
    bool isDisconnected = false;
    Summary gradient;
    /// The mean over the samples of (value(v + h) - value(v - h)) / 2h, each on its own draws: the derivative
    /// that no gate and no surrogate bends. Away from jumps its error is of the order h².
    Estimate difference;
    double step = 0.0;
    /// Sample 0 alone.
    double sampleGradient = 0.0;
    double sampleDifference = 0.0;
};

/// What the samples show at one point of the sweep.
struct PointReading
{
    /// More are not read.
    static constexpr std::size_t mostSamples = 20'000;

    double at = 0.0;
    std::size_t point = 0;
    std::size_t samples = 0;
    std::vector<VariantReading> variants;
    /// One a variant.
    std::vector<Histogram> value;
    std::vector<Histogram> gradient;
    /// Of the selected variant: every input, then every parameter.
    std::vector<VariableReading> variables;
};

/// Reads the point at x, whose draws are those of the sweep's point with this number. Nothing where it was
/// stopped.
/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] std::optional<PointReading> readPoint(const Program& program, const Experiment& experiment,
                                                    double x, std::size_t point, std::size_t selected,
                                                    const std::stop_token& stop = {});

} // namespace sluice
