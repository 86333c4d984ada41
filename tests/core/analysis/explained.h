// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "tests/core/graph_values.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace QTest {

/// So that a failing comparison shows what was said.
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}

} // namespace QTest

namespace sluice::test {

using Strings = std::vector<std::string>;

/// A text with one variant, as an experiment of 41 points.
inline Experiment experimentOf(std::string_view text, const Strings& gates)
{
    Experiment experiment;
    experiment.text = text;
    experiment.points = 41;
    experiment.variants = {Variant{"one", gates}};
    return experiment;
}

inline Explainer explainerOf(std::string_view text, const Strings& gates = {},
                             const AlgebraSystem& algebra = AlgebraSystem(SLUICE_ALGEBRA))
{
    return {programOf(text), experimentOf(text, gates), algebra};
}

inline Explanation explained(std::string_view text, const Strings& gates = {}, bool measuresBias = false)
{
    // Time enough for the algebra system on a machine with much to do.
    return explainerOf(text, gates)
        .explain(0, {.algebra = std::chrono::seconds(30), .measuresBias = measuresBias})
        .value();
}

/// Every path as `of/by formula {noise} <gate>`, joined by ` · `.
inline Strings pathsOf(const Derivation& derivation)
{
    Strings texts;
    for (const Path& path : derivation.paths) {
        std::string text;
        for (const std::size_t number : path.factors) {
            const Factor& factor = derivation.factors[number];
            text += (text.empty() ? "" : " · ") + factor.of + "/" + factor.by + " " + factor.text;
            if (!factor.noise.empty())
                text += " {" + listed(factor.noise) + "}";
            if (factor.gate)
                text += " <" + *factor.gate + ">";
        }
        texts.push_back(text);
    }
    return texts;
}

inline Strings englishOf(const std::vector<Sentence>& sentences)
{
    Strings texts;
    std::ranges::transform(sentences, std::back_inserter(texts),
                           [](const Sentence& sentence) { return inEnglish(sentence); });
    return texts;
}

inline std::string joined(const Strings& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += text + "\n";
    return all;
}

/// The experiment that the program grew from.
inline constexpr std::string_view origin = "x = input(-2, 2)\n"
                                           "y = x**2\n"
                                           "u = uniform(0.9, 1.1)\n"
                                           "yu = y*u\n"
                                           "z = sqrt(yu)\n";

} // namespace sluice::test
