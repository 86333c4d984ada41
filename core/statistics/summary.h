// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// The ranks of the five quantiles that are read off samples.
inline constexpr std::array quantileRanks{0.05, 0.25, 0.50, 0.75, 0.95};

/// What is read off the samples of one quantity at one point, over its finite samples; NaN where there is
/// none.
struct Summary
{
    double mean = 0.0;
    /// Divides by n - 1; exactly 0 for equal samples.
    double stddev = 0.0;
    /// Linear between order statistics: Hyndman and Fan's type 7, NumPy's default.
    std::array<double, quantileRanks.size()> quantiles{};
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

/// Reads summaries off samples; keeps its memory from one call to the next.
class Summariser
{
public:
    [[nodiscard]] Summary summarise(std::span<const double> samples);
    /// Of the samples that were last summarised, against a target.
    [[nodiscard]] Comparison compare(const Summary& summary, double target) const;
    /// The mean of (above - below) / width over the samples that are finite on both sides, with its standard
    /// error.
    [[nodiscard]] Estimate difference(std::span<const double> above, std::span<const double> below,
                                      double width);

private:
    void keepFinite(std::span<const double> samples);

    std::vector<double> m_finite;
    std::vector<double> m_sorted;
};

} // namespace sluice
