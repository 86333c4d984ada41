// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/curves.h"
#include "core/statistics/gradient_target.h"

#include <cstddef>

namespace sluice {

/// How far a gradient lies from a target, with a confidence interval of 95 %.
struct Bias
{
    /// Signed at one point. Over a sweep, the root mean square of the points' biases, freed of what their
    /// sampling errors add to it.
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    /// How many points it is of.
    std::size_t points = 1;

    /// Whether the samples tell it from 0; else all that can be said is that it lies within the interval.
    [[nodiscard]] bool isTold() const noexcept { return low > 0.0 || high < 0.0; }
};

/// What is known of the bias at one point.
struct PointBias
{
    /// The mean difference between the gradient and its target.
    double difference = 0.0;
    double standardError = 0.0;
    /// By how much the target itself may be off, as a central difference is: no matter of sampling.
    double allowance = 0.0;
};

[[nodiscard]] Bias biasOf(const PointBias& point);

/// The bias at a point of a sweep, from its curves. Against `gradientOfMean` the two standard errors are
/// added up, since curves don't say how the two correlate; what the central difference may be off by is not
/// in it. NaN where the curves have no such target: `pathwise` is the mean of the gradient of `ungated`.
[[nodiscard]] Bias biasOf(const VariantCurves& variant, const VariantCurves& ungated, GradientTarget target,
                          std::size_t point);

/// The root mean square of the biases of many points. With mean differences b and standard errors e,
/// b² - e² has the squared bias as its mean and a variance of 2e⁴ + 4(b² - e²)e², were b normal.
class RmsBias
{
public:
    /// Points with the same draws err together, others apart.
    enum class Errors
    {
        independent,
        shared
    };
    explicit RmsBias(Errors errors) : m_errors(errors) {}

    void add(const PointBias& point);
    /// NaN without points.
    [[nodiscard]] Bias result() const;

private:
    Errors m_errors;
    std::size_t m_points = 0;
    /// Some standard error is infinite, so nothing can be told.
    bool m_isUnknown = false;
    double m_square = 0.0;
    /// The same for biases that are smaller or larger by what their targets may be off.
    double m_leastSquare = 0.0;
    double m_mostSquare = 0.0;
    double m_variance = 0.0;
    double m_deviation = 0.0;
};

} // namespace sluice
