// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sluice {

/// What is read off the samples of one quantity, per point of the sweep. Statistics are over the finite
/// samples of a point, NaN where there is none.
struct Statistics
{
    std::vector<double> mean;
    std::vector<double> stddev;
    std::vector<double> q05;
    std::vector<double> q25;
    std::vector<double> q50;
    std::vector<double> q75;
    std::vector<double> q95;
    /// The share of the samples that is NaN, or infinite.
    std::vector<double> nanFraction;
    std::vector<double> infFraction;
    /// Standard errors of mean and stddev.
    std::vector<double> meanError;
    std::vector<double> stddevError;
};

/// What is read off a gradient beyond its own statistics: how it compares with what it should be.
struct GradientComparison
{
    /// The gradient of the noise-free counterpart without gates.
    std::vector<double> noiseFree;
    std::vector<double> bias;
    std::vector<double> rmse;
    std::vector<double> snr;
    std::vector<double> signAgreement;
    /// d/dx E[value] by central differences, and its standard error.
    std::vector<double> gradientOfMean;
    std::vector<double> gradientOfMeanError;
};

struct VariantCurves
{
    std::string name;
    bool disconnected = false;
    Statistics value;
    Statistics gradient;
    GradientComparison comparison;
};

/// The outcome of a sweep.
struct Curves
{
    std::string input;
    std::string output;
    std::size_t samples = 0;
    /// How far the rank of a quantile may be off, as a share of the samples: one standard deviation. 0 where
    /// there are so few that all are kept.
    double rankError = 0.0;
    std::vector<double> x;
    /// The forward value of the noise-free counterpart without gates.
    std::vector<double> noiseFreeValue;
    std::vector<VariantCurves> variants;
};

} // namespace sluice
