// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/finite_samples.h"
#include "core/statistics/moments.h"
#include "core/statistics/quantiles.h"

#include <span>
#include <vector>

namespace sluice {

/// What is read off the samples of one quantity at one point, over its finite samples; NaN where there is
/// none.
struct Summary
{
    double mean = 0.0;
    /// Divides by n - 1; exactly 0 for equal samples.
    double stddev = 0.0;
    /// Linear between order statistics: Hyndman and Fan's type 7, NumPy's default.
    Quantiles quantiles{};
    double nanFraction = 0.0;
    double infFraction = 0.0;
    /// Standard errors: stddev / √n, and √((m4 - s⁴(n - 3)/(n - 1)) / n) / 2s with m4 the fourth central
    /// moment.
    double meanError = 0.0;
    double stddevError = 0.0;
};

/// How samples of a gradient compare with what it should be.
struct Comparison
{
    double bias = 0.0;
    double rmse = 0.0;
    double snr = 0.0;
    double signAgreement = 0.0;
};

/// A mean and its standard error.
struct Estimate
{
    double value = 0.0;
    double error = 0.0;
};

[[nodiscard]] Summary summaryOf(const Moments& moments, const Quantiles& quantiles, NonFinite nonFinite);
[[nodiscard]] Comparison comparisonOf(const Moments& moments, double target);
[[nodiscard]] Estimate estimateOf(const Moments& moments);

/// Reads summaries off samples; keeps its memory from one call to the next.
class Summariser
{
public:
    [[nodiscard]] Summary summarise(std::span<const double> samples);
    /// The same to the bit as of the samples in double precision.
    [[nodiscard]] Summary summarise(std::span<const float> samples);
    /// Of the samples that were last summarised, against a target; they need not exist any more.
    [[nodiscard]] Comparison compare(const Summary& summary, double target) const;
    /// The mean of (above - below) / width over the samples that are finite on both sides, with its standard
    /// error.
    [[nodiscard]] Estimate difference(std::span<const double> above, std::span<const double> below,
                                      double width);
    /// The moments behind that estimate, which merge with those of other samples.
    [[nodiscard]] Moments differenceMoments(std::span<const double> above, std::span<const double> below,
                                            double width);

private:
    Moments m_moments;
    std::vector<double> m_finite;
    std::vector<double> m_widened;
    QuantileSelector m_selector;
};

} // namespace sluice
