// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sentence.h"

#include "core/wording/phrase.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace sluice {

namespace {

std::string numberText(double value, int digits)
{
    if (std::isnan(value))
        return "NaN";
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::general, digits);
    return {buffer.data(), end};
}

std::string otherPoints(int others)
{
    if (others == 0)
        return {};
    return others == 1 ? " (and at 1 other point)" : " (and at " + std::to_string(others) + " other points)";
}

} // namespace

std::string_view patternOf(Statement statement)
{
    switch (statement) {
    case Statement::noNoiseReaches:
        return Phrase::marked("The gradient is free of noise: no noise source reaches it.");
    case Statement::noiseCancels:
        return Phrase::marked("The gradient is free of noise: by algebra it does not depend on %1.");
    case Statement::noiseCancelsExcept:
        return Phrase::marked(
            "The gradient is free of noise, except where %2 = 0: by algebra it does not depend on %1.");
    case Statement::noiseNotSeen:
        return Phrase::marked("No noise is seen in #1 samples at each of #2 points, though the gradient is "
                              "computed from %1: this is measured, not proved.");
    case Statement::noiseNotSeenAtOne:
        return Phrase::marked("No noise is seen in #1 samples at one point, though the gradient is computed "
                              "from %1: this is measured, not proved.");
    case Statement::noiseHidden:
        return Phrase::marked(
            "Whether the gradient is free of noise can't be told: it is computed from %1, and its samples "
            "differ, but by no more than the rounding of large terms in it that cancel.");
    case Statement::nothingFinite:
        return Phrase::marked("Whether the gradient is free of noise can't be told: it is computed from %1, "
                              "and no sample of it is finite.");
    case Statement::notFiniteInSome:
        return Phrase::marked("Whether the gradient is free of noise can't be told: no noise is seen in its "
                              "finite samples, but for some draws of %1 it is not finite.");
    case Statement::noisy:
        return Phrase::marked("The gradient is noisy: it depends on %1.");
    case Statement::noiseEnters:
        return Phrase::marked("The noise of %2 enters through the factor %1.");
    case Statement::noiseEntersAt:
        return Phrase::marked("The noise of %2 enters through %1, evaluated at the noisy %3.");
    case Statement::gateCures:
        return Phrase::marked("Put the gate on %1: %1=clean makes the gradient free of noise.");
    case Statement::gateLeavesZero:
        return Phrase::marked(
            "%1=clean makes the gradient free of noise, but also 0 at every point of the sweep.");
    case Statement::gateLeavesNothing:
        return Phrase::marked(
            "%1=clean makes the gradient free of noise, but it is finite at no point of the sweep then.");
    case Statement::equalsNoiseFree:
        return Phrase::marked("It is the gradient of the noise-free graph.");
    case Statement::equalsNoiseFreeExcept:
        return Phrase::marked("It is the gradient of the noise-free graph, except where %1 = 0.");
    case Statement::equalsNoiseFreeSeen:
        return Phrase::marked("It equals the gradient of the noise-free graph at each of #1 points: this is "
                              "measured, not proved.");
    case Statement::equalsNoiseFreeSeenAtOne:
        return Phrase::marked(
            "It equals the gradient of the noise-free graph at one point: this is measured, not proved.");
    case Statement::equalityHidden:
        return Phrase::marked("Whether it is the gradient of the noise-free graph can't be told: they "
                              "differ, but by no more than the rounding of large terms that cancel.");
    case Statement::biasedAgainstNoiseFree:
        return Phrase::marked("Its mean differs by ~1 from the gradient of the noise-free graph (root mean "
                              "square over the sweep).");
    case Statement::biasedAgainstMean:
        return Phrase::marked("Its mean differs by ~1 from the gradient of the mean, d/d%1 E[%2] (root mean "
                              "square over the sweep).");
    case Statement::freeButBiasedAgainstNoiseFree:
        return Phrase::marked("It is free of noise, but biased by ~1 against the gradient of the noise-free "
                              "graph (root mean square over the sweep).");
    case Statement::freeButBiasedAgainstMean:
        return Phrase::marked("It is free of noise, but biased by ~1 against the gradient of the mean, d/d%1 "
                              "E[%2] (root mean square over the sweep).");
    case Statement::seenFreeButBiasedAgainstNoiseFree:
        return Phrase::marked("No noise is seen in it, but its mean differs by ~1 from the gradient of the "
                              "noise-free graph (root mean square over the sweep).");
    case Statement::seenFreeButBiasedAgainstMean:
        return Phrase::marked("No noise is seen in it, but its mean differs by ~1 from the gradient of the "
                              "mean, d/d%1 E[%2] (root mean square over the sweep).");
    case Statement::gateCutsNoPath:
        return Phrase::marked("The gate %1 cuts no path and changes nothing: %2 does not depend on %3.");
    case Statement::stopCutsNoPath:
        return Phrase::marked(
            "The stop_gradient at %1 cuts no path and changes nothing: %2 does not depend on %3.");
    case Statement::gateIsOutside:
        return Phrase::marked("The gate %1 changes nothing: %3 does not depend on %2.");
    case Statement::gateCleansNothing:
        return Phrase::marked("The gate %1 changes nothing: no noise reaches %2.");
    case Statement::gateChangesNothing:
        return Phrase::marked("The gate %1 changes nothing: the gradient is the same without it.");
    case Statement::gateIsNotFound:
        return Phrase::marked("The gate %1 is left out: the text has no such place.");
    case Statement::disconnected:
        return Phrase::marked(
            "The gradient is disconnected (None, not 0): every path from %1 to %2 is cut, at %3.");
    case Statement::neverConnected:
        return Phrase::marked("The gradient is disconnected (None, not 0): %1 does not depend on %2.");
    case Statement::zeroEverywhere:
        return Phrase::marked("The gradient is connected, but 0 at every point of the sweep: that is the "
                              "derivative of what stands there.");
    case Statement::zeroSeen:
        return Phrase::marked("The gradient is connected, but 0 in every sample taken, at #1 points of the "
                              "sweep: this is measured, not proved.");
    case Statement::zeroSeenAtOne:
        return Phrase::marked("The gradient is connected, but 0 in every sample taken, at one point: this is "
                              "measured, not proved.");
    case Statement::notFiniteForward:
        return Phrase::marked("At %1 = #1 the gradient is %2: the forward value of %3 is %4 there@.");
    case Statement::notFiniteBackward:
        return Phrase::marked("At %1 = #1 the gradient is %2: the local derivative %4 of %3 is %5 there@.");
    case Statement::zeroTimesInfinity:
        return Phrase::marked("At %1 = #1 the gradient is NaN, from 0 times infinity at %2: its local "
                              "derivative %3 is infinite there, and the upstream gradient is 0@.");
    case Statement::infinityTimesZero:
        return Phrase::marked("At %1 = #1 the gradient is NaN, from 0 times infinity: the local derivative "
                              "%3 of %2 is infinite there, and %4 is 0@.");
    case Statement::notFiniteForwardInSome:
        return Phrase::marked(
            "In some samples, for example at %1 = #1, the gradient is %2: the forward value "
            "of %3 is %4 there.");
    case Statement::notFiniteBackwardInSome:
        return Phrase::marked("In some samples, for example at %1 = #1, the gradient is %2: the local "
                              "derivative %4 of %3 is %5 there.");
    case Statement::zeroTimesInfinityInSome:
        return Phrase::marked("In some samples, for example at %1 = #1, the gradient is NaN, from 0 times "
                              "infinity at %2: its local derivative %3 is infinite there, and the upstream "
                              "gradient is 0.");
    case Statement::infinityTimesZeroInSome:
        return Phrase::marked("In some samples, for example at %1 = #1, the gradient is NaN, from 0 times "
                              "infinity: the local derivative %3 of %2 is infinite there, and %4 is 0.");
    case Statement::branchNotTaken:
        return Phrase::marked(
            "At %1 = #1 that is in the branch that %3 did not take: its gradient is 0 there, and 0 times "
            "what is not finite is NaN. Wrap the input of %2 in a second where@.");
    case Statement::frameworksDisagree:
        return Phrase::marked("At %1 = #1 the frameworks disagree: TensorFlow %2, PyTorch %3, JAX %4@.");
    case Statement::frameworksDisagreeOnConnection:
        return Phrase::marked(
            "The frameworks disagree: in %1 the gradient is disconnected, in %2 it is not.");
    case Statement::recipeRounds:
        return Phrase::marked("At %1 = #1 the value of %2 is off by ~3, by rounding: it is meant to be %3, "
                              "to which %4, much larger there, is added and taken away again@.");
    case Statement::tooManyPaths:
        break;
    }
    return Phrase::marked("There are #1 paths, too many to read: here is the chain rule by edges.");
}

std::string inEnglish(const Sentence& sentence)
{
    return filledIn(patternOf(sentence.statement), sentence, otherPoints(furtherPointsOf(sentence)));
}

int furtherPointsOf(const Sentence& sentence)
{
    return sentence.numbers.size() > 1 ? static_cast<int>(sentence.numbers[1]) : 0;
}

std::string filledIn(std::string_view pattern, const Sentence& sentence, std::string_view others,
                     std::string_view decimalSign)
{
    const auto withDecimalSign = [decimalSign](std::string number) {
        if (const std::size_t point = number.find('.'); point != std::string::npos)
            number.replace(point, 1, decimalSign);
        return number;
    };
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char mark = pattern[i];
        const bool isFollowedByDigit =
            i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (mark == '@') {
            text += others;
        } else if ((mark == '%' || mark == '#' || mark == '~') && isFollowedByDigit) {
            const auto number = static_cast<std::size_t>(pattern[++i] - '1');
            if (mark == '%')
                text += sentence.texts.at(number);
            else
                text += withDecimalSign(mark == '#' ? readableNumber(sentence.numbers.at(number))
                                                    : roughNumber(sentence.numbers.at(number)));
        } else {
            text += mark;
        }
    }
    return text;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string anyOf(const std::vector<std::string>& formulas)
{
    std::string text;
    for (std::size_t i = 0; i < formulas.size(); ++i)
        text += (i == 0 ? "" : " = 0 or ") + formulas[i];
    return text;
}

std::string readableNumber(double value)
{
    return numberText(value, 6);
}

std::string roughNumber(double value)
{
    return numberText(value, 2);
}

} // namespace sluice
