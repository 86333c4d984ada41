// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// What a sentence says. After each: its texts, then its numbers. A list is one text, joined by commas; "x"
/// is the point, "others" the number of further points of the sweep of which the same is true.
enum class Statement : std::uint8_t
{
    // Noise
    noNoiseReaches,     ///< -: proved
    noiseCancels,       ///< sources: proved
    noiseCancelsExcept, ///< sources, condition: proved, except where the condition is 0
    noiseNotSeen,       ///< sources | samples, points: measured
    noiseNotSeenAtOne,  ///< sources | samples: measured, at one point
    noiseHidden,        ///< sources: the samples differ by no more than rounding may
    nothingFinite,      ///< sources: no sample is finite
    notFiniteInSome,    ///< sources: the finite samples don't differ, but for some draws there is none
    noisy,              ///< sources
    noiseEnters,        ///< factor, sources: a factor that is nothing but noise
    noiseEntersAt,      ///< factor, sources, noisy places at which it is evaluated
    gateCures,          ///< place: a clean gate there makes the gradient free of noise
    gateLeavesZero,     ///< place: the same, but then it is 0 everywhere
    gateLeavesNothing,  ///< place: the same, but then it is finite nowhere

    // Against the noise-free graph's gradient, and the gradient of the mean forward value
    equalsNoiseFree,                   ///< -: proved
    equalsNoiseFreeExcept,             ///< condition: proved, except where the condition is 0
    equalsNoiseFreeSeen,               ///< - | points: measured
    equalsNoiseFreeSeenAtOne,          ///< -: measured, at one point
    equalityHidden,                    ///< -: they differ by no more than rounding may
    biasedAgainstNoiseFree,            ///< - | root mean square over the sweep
    biasedAgainstMean,                 ///< input, output | root mean square over the sweep
    freeButBiasedAgainstNoiseFree,     ///< - | root mean square over the sweep: free of noise, but biased
    freeButBiasedAgainstMean,          ///< input, output | root mean square over the sweep
    seenFreeButBiasedAgainstNoiseFree, ///< - | root mean square over the sweep: no noise seen, but biased
    seenFreeButBiasedAgainstMean,      ///< input, output | root mean square over the sweep

    // Gates and stops without effect
    gateCutsNoPath,     ///< gate, place, input: the place does not depend on the input
    stopCutsNoPath,     ///< place of the stop_gradient, what it stops, input
    gateIsOutside,      ///< gate, place, output: the output does not depend on the place
    gateCleansNothing,  ///< gate, place: no noise reaches it
    gateChangesNothing, ///< gate
    gateIsNotFound,     ///< gate

    // Connection
    disconnected,   ///< output, input, where the paths are cut
    neverConnected, ///< output, input: the output does not depend on the input
    zeroEverywhere, ///< -: connected, but 0
    zeroSeen,       ///< - | points: connected, but 0 in all samples
    zeroSeenAtOne,  ///< -: the same, at one point

    // Points of the input, whose name comes first
    notFiniteForward,  ///< input, gradient, node, its value ("NaN", "infinite") | x, others
    notFiniteBackward, ///< input, gradient, node, its local derivative, its value | x, others
    zeroTimesInfinity, ///< input, node, its infinite local derivative: the upstream gradient is 0 | x, others
    infinityTimesZero, ///< input, node, its infinite local derivative, the factor that is 0 | x, others
    branchNotTaken,    ///< input, node, the `where` that did not take its branch | x, others
    frameworksDisagree,             ///< input, gradients in TensorFlow, PyTorch and JAX | x, others
    frameworksDisagreeOnConnection, ///< those in which it is disconnected, those in which it is not

    // The same of some samples of a point, while others are finite. How many points there are depends on how
    // many samples are taken, so that it is not said.
    notFiniteForwardInSome,  ///< as notFiniteForward
    notFiniteBackwardInSome, ///< as notFiniteBackward
    zeroTimesInfinityInSome, ///< as zeroTimesInfinity
    infinityTimesZeroInSome, ///< as infinityTimesZero

    recipeRounds, ///< input, place, what its value is meant to be, what is added to it | x, others,
                  ///< difference

    tooManyPaths, ///< - | paths
};

/// A sentence as a value: what it says and of what, so that a window can say it in its user's language.
struct Sentence
{
    Statement statement{};
    std::vector<std::string> texts;
    std::vector<double> numbers;

    bool operator==(const Sentence&) const = default;
};

/// The English pattern of a sentence, for filledIn(); marked as a phrase, to be looked up in a translation.
[[nodiscard]] std::string_view patternOf(Statement statement);
[[nodiscard]] std::string inEnglish(const Sentence& sentence);
/// Of how many further points the sentence is true, where it is about points.
[[nodiscard]] int furtherPointsOf(const Sentence& sentence);
/// A sentence from a pattern in any language: its texts at %1, %2, …, its numbers at #1, #2, … (rough ones at
/// ~1, ~2, …), and at @ `others`: of how many further points it is true, if any. Numbers are written with
/// this decimal sign.
[[nodiscard]] std::string filledIn(std::string_view pattern, const Sentence& sentence,
                                   std::string_view others, std::string_view decimalSign = ".");

/// `a`, `a and b`, `a, b and c`.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);
/// `a = 0 or b`, to be followed by ` = 0`: one of these formulas is 0.
[[nodiscard]] std::string anyOf(const std::vector<std::string>& formulas);
/// A number in so many digits as people read: six, or two.
[[nodiscard]] std::string readableNumber(double value);
[[nodiscard]] std::string roughNumber(double value);

} // namespace sluice
