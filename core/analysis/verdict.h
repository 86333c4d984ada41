// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// How sure a claim is. Proved: on the graph, or by algebra of real numbers within the ranges of the inputs
/// and the supports of the noise. Measured: seen in all samples at all points of the sweep, to rounding. No:
/// refuted by a sample, unless there is a doubt.
enum class Certainty : std::uint8_t
{
    proved,
    measured,
    no
};

/// Why samples can't tell, where nothing is proved.
enum class Doubt : std::uint8_t
{
    none,
    /// They differ by no more than rounding errors of large terms that cancel may be.
    rounding,
    /// None of them is finite.
    nothingFinite,
    /// Those that are finite don't differ, but for some draws they are not.
    notFiniteInSome
};

/// What kept a gradient from its input.
struct Cut
{
    /// The gate (`yu=stop`), or the operation that passes no gradient on (`round`, `stop_gradient`).
    std::string what;
    /// The place where it stands.
    std::string place;

    bool operator==(const Cut&) const = default;
};

/// A point of the sweep where the gradient of some sample is not finite, and where that arose.
struct NonFinitePoint
{
    double at = 0.0;
    std::size_t point = 0;
    std::size_t sample = 0;
    double gradient = 0.0;
    /// No sample of the point is finite.
    bool isInEverySample = true;
};

/// What is said of one variant's gradient.
struct Verdict
{
    Certainty noiseFree = Certainty::measured;
    /// Where it is not, whether that can be told at all.
    Doubt noiseDoubt = Doubt::none;
    /// The sources that the gradient's value depends on, in the order of the text; empty unless it is noisy,
    /// or may be.
    std::vector<std::string> sources;
    /// The sources that reach the gradient's graph, though it may not depend on them.
    std::vector<std::string> reachingSources;
    /// A proof by algebra does not hold where one of these formulas is 0.
    std::vector<std::string> exceptWhereZero;
    /// Against the gradient of the noise-free counterpart without gates.
    Certainty equalsNoiseFree = Certainty::measured;
    Doubt equalityDoubt = Doubt::none;
    std::vector<std::string> equalExceptWhereZero;
    bool isDisconnected = false;
    /// What cut a disconnected gradient's paths, from the output to the input; empty where there never was
    /// one.
    std::vector<Cut> cuts;
    /// In the order of the sweep; one sample a point.
    std::vector<NonFinitePoint> nonFinite;
    /// The gradient is connected, finite and 0 in all samples.
    bool isZeroEverywhere = false;
    /// All points of the sweep were sampled.
    bool coversSweep = false;
    /// What was sampled: points with a finite gradient, and samples at each.
    std::size_t points = 0;
    std::size_t samples = 0;
    /// The largest difference, between samples or from the noise-free gradient, that is put down to rounding.
    double largestRounding = 0.0;

    /// Whether a zero that the samples show is that of the gradient at every point of the sweep: where it
    /// does not depend on the noise, one sample is all of them.
    [[nodiscard]] bool isZeroProved() const
    {
        return isZeroEverywhere && coversSweep && noiseFree == Certainty::proved && exceptWhereZero.empty();
    }
};

/// "proved", "measured", "noisy".
[[nodiscard]] std::string_view verdictName(Certainty noiseFree);
/// "proved", "measured", "no".
[[nodiscard]] std::string_view nameOf(Certainty certainty);
/// "rounding", "not finite", "not finite in some samples"; nothing where there is no doubt.
[[nodiscard]] std::string_view nameOf(Doubt doubt);

} // namespace sluice
