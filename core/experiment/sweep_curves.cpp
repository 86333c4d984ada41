// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_curves.h"

#include <array>
#include <utility>

namespace sluice {

namespace {

constexpr std::array quantileCurves{&Statistics::q05, &Statistics::q25, &Statistics::q50, &Statistics::q75,
                                    &Statistics::q95};

/// Every curve of a Statistics beside the quantiles, with the number it is made of.
constexpr std::array summaryCurves{
    std::pair{&Statistics::mean, &Summary::mean},
    std::pair{&Statistics::stddev, &Summary::stddev},
    std::pair{&Statistics::nanFraction, &Summary::nanFraction},
    std::pair{&Statistics::infFraction, &Summary::infFraction},
    std::pair{&Statistics::meanError, &Summary::meanError},
    std::pair{&Statistics::stddevError, &Summary::stddevError},
};

constexpr std::array comparisonCurves{
    std::pair{&GradientComparison::bias, &Comparison::bias},
    std::pair{&GradientComparison::rmse, &Comparison::rmse},
    std::pair{&GradientComparison::snr, &Comparison::snr},
    std::pair{&GradientComparison::signAgreement, &Comparison::signAgreement},
};

void resize(Statistics& statistics, std::size_t points)
{
    for (const auto& [curve, number] : summaryCurves)
        (statistics.*curve).resize(points);
    for (const auto curve : quantileCurves)
        (statistics.*curve).resize(points);
}

} // namespace

Curves emptyCurves(const Computation::Parts& parts, std::vector<double> x, std::size_t samples,
                   bool withGradientOfMean)
{
    Curves curves{.input = parts.input,
                  .output = parts.outputName,
                  .samples = samples,
                  .x = std::move(x),
                  .noiseFreeValue = {},
                  .variants = {}};
    const std::size_t points = curves.x.size();
    curves.noiseFreeValue.resize(points);
    for (const PreparedVariant& prepared : parts.variants) {
        VariantCurves& variant = curves.variants.emplace_back();
        variant.name = prepared.name;
        variant.disconnected = prepared.graph.isDisconnected;
        resize(variant.value, points);
        resize(variant.gradient, points);
        variant.comparison.noiseFree.resize(points);
        for (const auto& [curve, number] : comparisonCurves)
            (variant.comparison.*curve).resize(points);
        if (withGradientOfMean) {
            variant.comparison.gradientOfMean.resize(points);
            variant.comparison.gradientOfMeanError.resize(points);
        }
    }
    return curves;
}

void store(const Summary& summary, Statistics& statistics, std::size_t point)
{
    for (const auto& [curve, number] : summaryCurves)
        (statistics.*curve)[point] = summary.*number;
    for (std::size_t q = 0; q < quantileCurves.size(); ++q)
        (statistics.*quantileCurves[q])[point] = summary.quantiles[q];
}

void store(const Comparison& comparison, double noiseFree, GradientComparison& curves, std::size_t point)
{
    curves.noiseFree[point] = noiseFree;
    for (const auto& [curve, number] : comparisonCurves)
        (curves.*curve)[point] = comparison.*number;
}

void store(const Estimate& gradientOfMean, GradientComparison& curves, std::size_t point)
{
    curves.gradientOfMean[point] = gradientOfMean.value;
    curves.gradientOfMeanError[point] = gradientOfMean.error;
}

} // namespace sluice
