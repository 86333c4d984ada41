// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/curves.h"
#include "ui/plot/figure_content.h"

#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

/// Curves from closed forms, for tests of what is drawn: no sampling, no engine.
namespace synthetic {

inline constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// The statistics of sign(x)·f(u) where f grows with u ~ uniform(0.9, 1.1): quantiles of f(u) are f of
/// quantiles of u.
struct Spread
{
    double mean;
    double stddev;
    std::function<double(double)> f;
};

inline void append(sluice::Statistics& to, double factor, const Spread& spread, double samples)
{
    const auto quantile = [&](double p) { return factor * spread.f(0.9 + 0.2 * (factor < 0 ? 1.0 - p : p)); };
    to.mean.push_back(factor * spread.mean);
    to.stddev.push_back(std::abs(factor) * spread.stddev);
    to.q05.push_back(quantile(0.05));
    to.q25.push_back(quantile(0.25));
    to.q50.push_back(quantile(0.50));
    to.q75.push_back(quantile(0.75));
    to.q95.push_back(quantile(0.95));
    to.nanFraction.push_back(std::isnan(factor) ? 1.0 : 0.0);
    to.infFraction.push_back(0.0);
    to.meanError.push_back(std::abs(factor) * spread.stddev / std::sqrt(samples));
    to.stddevError.push_back(std::abs(factor) * spread.stddev / std::sqrt(2.0 * samples));
}

inline sluice::Statistics statistics(const std::vector<double>& factors, const Spread& spread)
{
    sluice::Statistics result;
    for (const double factor : factors) {
        append(result, factor, spread, 1000.0);
    }
    return result;
}

/// A statistic without spread.
inline sluice::Statistics exactly(const std::vector<double>& values)
{
    sluice::Statistics result = statistics(values, {1.0, 0.0, [](double) { return 1.0; }});
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isinf(values[i])) {
            result.infFraction[i] = 1.0;
            for (auto* curve :
                 {&result.mean, &result.q05, &result.q25, &result.q50, &result.q75, &result.q95}) {
                (*curve)[i] = notANumber;
            }
        }
    }
    return result;
}

inline std::vector<double> points(double from, double to, std::size_t count)
{
    std::vector<double> x;
    for (std::size_t i = 0; i < count; ++i) {
        x.push_back(
            count == 1 ? from : from + static_cast<double>(i) * (to - from) / static_cast<double>(count - 1));
    }
    return x;
}

inline const Spread rootOfU{0.999582549, 0.028891650, [](double u) { return std::sqrt(u); }};
/// 1/√u falls with u; u is symmetric about 1, so 2 − u rises and has the same distribution.
inline const Spread oneByRootOfU{1.001255501, 0.028998252, [](double u) { return 1.0 / std::sqrt(2.0 - u); }};

/// z = sqrt(x²·u), u ~ uniform(0.9, 1.1), with the gradients of no gate, `yu=clean` and `z=clean`; NaN at 0.
inline std::shared_ptr<sluice::Curves> origin(std::size_t count = 401)
{
    auto curves = std::make_shared<sluice::Curves>();
    curves->input = std::string("x");
    curves->output = std::string("z");
    curves->samples = 1000;
    curves->x = points(-2.0, 2.0, count);
    std::vector<double> magnitude;
    std::vector<double> sign;
    for (const double x : curves->x) {
        magnitude.push_back(std::abs(x));
        sign.push_back(std::abs(x) < 1e-12 ? notANumber : x < 0 ? -1.0 : 1.0);
    }
    curves->noiseFreeValue = magnitude;
    const sluice::Statistics value = statistics(magnitude, rootOfU);
    const auto add = [&](const char* name, const sluice::Statistics& gradient) {
        sluice::VariantCurves variant;
        variant.name = name;
        variant.value = value;
        variant.gradient = gradient;
        variant.comparison.noiseFree = sign;
        curves->variants.push_back(variant);
    };
    add("no gates", statistics(sign, rootOfU));
    add("yu=clean", statistics(sign, oneByRootOfU));
    add("z=clean", exactly(sign));
    return curves;
}

/// One variant without noise: value and gradient as given, over points.
inline std::shared_ptr<sluice::Curves> plain(const std::vector<double>& x,
                                             const std::function<double(double)>& value,
                                             const std::function<double(double)>& gradient)
{
    auto curves = std::make_shared<sluice::Curves>();
    curves->input = std::string("x");
    curves->output = std::string("z");
    curves->samples = 1;
    curves->x = x;
    std::vector<double> values;
    std::vector<double> gradients;
    for (const double point : x) {
        values.push_back(value(point));
        gradients.push_back(gradient(point));
    }
    sluice::VariantCurves variant;
    variant.name = "no gates";
    variant.value = exactly(values);
    variant.gradient = exactly(gradients);
    variant.comparison.noiseFree = gradients;
    curves->noiseFreeValue = values;
    curves->variants = {variant};
    return curves;
}

inline sluice::FigureContent figureOf(std::shared_ptr<const sluice::Curves> curves)
{
    sluice::FigureContent content;
    content.title = QStringLiteral("z(x) = sqrt(yu)");
    content.caption = QStringLiteral("u ~ uniform(0.9, 1.1) · 1000 samples · seed 1 · semantics TensorFlow");
    content.pointsOfInterest = {-2.0, -1.0, 1.0};
    for (const sluice::VariantCurves& variant : curves->variants) {
        content.variants.push_back({.name = QString::fromStdString(variant.name),
                                    .position = static_cast<int>(content.variants.size()),
                                    .color = static_cast<int>(content.variants.size())});
    }
    content.curves = std::move(curves);
    return content;
}

} // namespace synthetic
