// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/agreement.h"
#include "core/analysis/verdict.h"
#include "core/experiment/computation_parts.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace sluice {

/// So many samples show noise where there is any to speak of.
inline constexpr std::size_t fewSamples = 256;

/// What is to be sampled: numbers of a kernel's rows.
struct SampledRows
{
    std::size_t gradient = 0;
    /// Σ |products of local derivatives|, the scale of rounding errors.
    std::size_t magnitude = 0;
    /// What the gradient is compared with, sample by sample, and the scale of its rounding errors.
    std::size_t reference = 0;
    std::size_t referenceMagnitude = 0;
};

struct SamplingPlan
{
    std::size_t points = 0;
    std::size_t samples = 0;
    /// Samples a point once a deviation has been seen.
    std::size_t samplesAfterwards = 0;
    /// Go on to the last point to find where the gradient is not finite, else stop when all is decided.
    bool findsNonFinite = false;
    /// Stop at the first sample that differs from its reference.
    bool stopsAtDifference = false;
};

/// What the samples of a gradient show. What single precision shows to be rounding is no difference.
struct SampledGradient
{
    /// The finite samples of a point with one another, at the worst.
    Agreement betweenSamples = Agreement::same;
    /// At some point, some samples are finite and others not, or not finite in another way.
    bool failsInSome = false;
    /// The samples with their references, at the worst; different where one is finite and the other not.
    Agreement withReference = Agreement::same;
    /// The largest of the differences that rounding hides.
    double largestHidden = 0.0;
    bool hasFinite = false;
    /// Whether every finite gradient is 0.
    bool isZero = true;
    /// Those with a finite sample.
    std::size_t points = 0;
    std::size_t samples = 0;
    /// All points of the sweep were sampled.
    bool coversSweep = false;
    /// In the order of the sweep, the first sample of each point.
    std::vector<NonFinitePoint> nonFinite;
};

/// The plan of an experiment for a graph with so many nodes: fewer points and samples where all of them would
/// take more than seconds.
[[nodiscard]] SamplingPlan samplingPlan(const Computation::Parts& prepared, std::size_t nodes,
                                        std::size_t points, std::size_t samples);

/// Nothing where it was stopped.
[[nodiscard]] std::optional<SampledGradient> sampleGradient(const Computation::Parts& prepared,
                                                            const Kernel& kernel, const SampledRows& rows,
                                                            const SamplingPlan& plan,
                                                            const std::stop_token& stop);

/// The numbers of the sweep's points so that any first part of them is spread over it, at most `count`.
[[nodiscard]] std::vector<std::size_t> spreadPoints(std::size_t points, std::size_t count);

/// Sample 0 of every row of a kernel, at every point of the sweep.
[[nodiscard]] std::vector<std::vector<double>> firstSamplesAlongSweep(const Computation::Parts& prepared,
                                                                      const Kernel& kernel);

/// The sweep's point with this number.
[[nodiscard]] double sweepPoint(const Computation::Parts& prepared, std::size_t point);

} // namespace sluice
