// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/disagreement.h"

#include "core/analysis/gradient_samples.h"
#include "core/gradient/value_and_gradient.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace sluice {

namespace {

struct FrameworkName
{
    Framework framework;
    const char* name;
};
constexpr std::array frameworks{FrameworkName{Framework::tensorflow, "TensorFlow"},
                                FrameworkName{Framework::pytorch, "PyTorch"},
                                FrameworkName{Framework::jax, "JAX"}};

using Gradients = std::array<double, frameworks.size()>;

/// Frameworks may round differently; this is about conventions.
bool agree(double a, double b)
{
    constexpr double tolerance = 1e-6;
    return a == b || (std::isnan(a) && std::isnan(b)) ||
           std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

bool agree(const Gradients& gradients)
{
    return std::ranges::all_of(gradients, [&](double gradient) { return agree(gradient, gradients[0]); });
}

Sentence disagreementOnConnection(std::span<const bool> isDisconnected)
{
    std::vector<std::string> without;
    std::vector<std::string> with;
    for (std::size_t f = 0; f < frameworks.size(); ++f)
        (isDisconnected[f] ? without : with).emplace_back(frameworks.at(f).name);
    return {.statement = Statement::frameworksDisagreeOnConnection,
            .texts = {listed(without), listed(with)},
            .numbers = {}};
}

} // namespace

std::vector<Sentence> disagreements(const Computation::Parts& prepared, std::span<const BoundGate> gates)
{
    const NodeId by = *prepared.program.findVariable(prepared.input);
    const RewrittenGraph rewritten = gated(prepared.program, prepared.output, gates);
    RootCollection roots;
    std::vector<std::size_t> rows;
    std::array<bool, frameworks.size()> isDisconnected{};
    for (std::size_t f = 0; f < frameworks.size(); ++f) {
        const ValueAndGradient variant =
            valueAndGradient(rewritten, by, semanticsOf(frameworks.at(f).framework));
        isDisconnected.at(f) = variant.isDisconnected;
        rows.push_back(roots.add(variant.graph, std::array{variant.gradient}).front());
    }
    std::vector<Sentence> sentences;
    // JAX answers with 0 either way: by itself it makes no difference that can be seen.
    if (isDisconnected[0] != isDisconnected[1])
        sentences.push_back(disagreementOnConnection(isDisconnected));
    if (std::ranges::count(rows, rows[0]) == static_cast<std::ptrdiff_t>(rows.size()))
        return sentences;

    const std::vector<std::vector<double>> values = firstSamplesAlongSweep(prepared, roots.compile());
    std::vector<Gradients> all(prepared.experiment.points);
    for (std::size_t point = 0; point < all.size(); ++point)
        for (std::size_t f = 0; f < rows.size(); ++f)
            all[point].at(f) = values[rows[f]][point];
    const auto differs = [](const Gradients& gradients) { return !agree(gradients); };
    const auto first = std::ranges::find_if(all, differs);
    if (first == all.end())
        return sentences;
    Sentence sentence{.statement = Statement::frameworksDisagree, .texts = {prepared.input}, .numbers = {}};
    for (std::size_t f = 0; f < frameworks.size(); ++f)
        sentence.texts.push_back(isDisconnected.at(f) ? "None" : readableNumber(first->at(f)));
    sentence.numbers = {sweepPoint(prepared, static_cast<std::size_t>(first - all.begin())),
                        static_cast<double>(std::ranges::count_if(all, differs) - 1)};
    sentences.push_back(std::move(sentence));
    return sentences;
}

} // namespace sluice
