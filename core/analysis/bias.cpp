// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/bias.h"

#include "core/analysis/gated_gradient.h"
#include "core/analysis/gradient_figures.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/sampling.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

namespace sluice {

namespace {

/// Nodes times samples, for all points together.
constexpr double affordable = 1e8;
constexpr std::size_t mostPoints = 41;
constexpr std::size_t mostSamples = 100'000;

/// The same experiment with as many points and samples as a bias needs, whatever is drawn.
Computation::Parts preparedToMeasure(const Computation::Parts& prepared, std::size_t nodes)
{
    Experiment experiment = prepared.experiment;
    experiment.variants.clear();
    experiment.points = std::min(experiment.points, mostPoints);
    const auto cost = static_cast<double>(nodes * mostPoints);
    experiment.samples = static_cast<std::size_t>(
        std::clamp(affordable / cost, static_cast<double>(fewSamples), static_cast<double>(mostSamples)));
    return {prepared.program, std::move(experiment)};
}

/// A sentence is said only of what lies four standard errors of its square from 0, where the interval reaches
/// for two.
std::optional<double> said(const Bias& bias)
{
    const double leastOfValue = std::sqrt(0.5);
    const bool isClear = bias.isTold() && std::isfinite(bias.high) && bias.low > leastOfValue * bias.value;
    return isClear ? std::optional(bias.value) : std::nullopt;
}

} // namespace

Biases biasesOf(const Computation::Parts& prepared, const ValueAndGradient& variant,
                const std::stop_token& stop)
try {
    const Computation::Parts measured = preparedToMeasure(prepared, variant.graph.size());
    const ValueAndGradient ungated = GatedGradients(measured, {}).graphWith({});
    const std::function<void(double)> nobodyWaits;
    Progress progress(nobodyWaits, 0.0, 1.0, measured.experiment.points);
    const auto figures = GradientSampling(measured, ungated).sample(std::span(&variant, 1), progress, stop);
    if (!figures)
        return {};
    const SweepFigures& found = figures->front();
    return {.noiseFree = said(found.biasAgainst(GradientTarget::noiseFree)),
            .mean = said(found.biasAgainst(GradientTarget::gradientOfMean))};
} catch (const GraphTooLarge&) {
    // The value's graph has to be laid out once for each step of the difference.
    return {};
}

} // namespace sluice
