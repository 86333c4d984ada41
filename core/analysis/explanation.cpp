// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"

#include "core/analysis/findings.h"
#include "core/analysis/measured_noise.h"
#include "core/experiment/computation_parts.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace sluice {

/// Variants of one text, made ready.
struct PreparedExplanation
{
    Computation::Parts prepared;
    AlgebraSystem algebra;
    Judge judge;

    PreparedExplanation(const Program& program, Experiment experiment, AlgebraSystem theAlgebra)
        : prepared(program, std::move(experiment)), algebra(std::move(theAlgebra)), judge(prepared, algebra)
    {
    }

    [[nodiscard]] const Semantics& semantics() const { return semanticsOf(prepared.experiment.semantics); }
};

namespace {

/// Where the gradient is noisy though nothing that flows to the input is seen to vary, the noise is too rare
/// for the samples of the edges: then what it reaches counts as noisy.
void reconcile(Derivation& derivation, const Verdict& verdict, NodeId input)
{
    const bool isNoisy = verdict.noiseFree == Certainty::no && verdict.noiseDoubt == Doubt::none;
    const bool isShown = std::ranges::any_of(derivation.factors, [&](const Factor& factor) {
        return factor.byNode == input && factor.carried == Carried::noisy;
    });
    if (!isNoisy || isShown)
        return;
    for (Factor& factor : derivation.factors)
        if (factor.carried == Carried::noiseNotSeen)
            factor.carried = Carried::noisy;
}

} // namespace

struct Explainer::Parts
{
    /// Where a variant is found: beside those of the same text, at a position of its own.
    struct Entry
    {
        std::shared_ptr<const PreparedExplanation> text;
        std::size_t position = 0;
    };
    std::vector<Entry> variants;

    Parts(const Program& program, const Experiment& experiment, const AlgebraSystem& algebra)
    {
        Experiment own = withoutVariants(experiment, program);
        std::ranges::copy_if(experiment.variants, std::back_inserter(own.variants),
                             [](const Variant& variant) { return !variant.text; });
        std::shared_ptr<const PreparedExplanation> ofOwn;
        std::size_t position = 0;
        for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
            if (experiment.variants[v].text) {
                LoneVariant lone = loneVariant(program, experiment, v);
                variants.push_back({std::make_shared<const PreparedExplanation>(
                                        *lone.program, std::move(lone.experiment), algebra),
                                    0});
                continue;
            }
            if (!ofOwn)
                ofOwn = std::make_shared<const PreparedExplanation>(program, own, algebra);
            variants.push_back({ofOwn, position++});
        }
    }
};

Explainer::Explainer(const Program& program, const Experiment& experiment, const AlgebraSystem& algebra)
    : m_parts(std::make_unique<const Parts>(program, experiment, algebra))
{
}
Explainer::~Explainer() = default;
Explainer::Explainer(Explainer&&) noexcept = default;
Explainer& Explainer::operator=(Explainer&&) noexcept = default;

std::size_t Explainer::variantCount() const noexcept
{
    return m_parts->variants.size();
}

const std::string& Explainer::output(std::size_t variant) const
{
    return m_parts->variants.at(variant).text->prepared.outputName;
}

std::optional<Explanation> Explainer::explain(std::size_t variant, const JudgingEffort& effort,
                                              const std::stop_token& stop) const
{
    const auto& [text, position] = m_parts->variants.at(variant);
    const PreparedVariant& prepared = text->prepared.variants.at(position);
    Explanation explanation;
    explanation.name = prepared.name;
    explanation.derivation = derivation(variant, stop);
    explanation.verdict = text->judge.judge(prepared.graph, effort, stop);
    reconcile(explanation.derivation, explanation.verdict,
              *text->prepared.program.findVariable(text->prepared.input));
    explanation.sentences = findingsOf(text->prepared, position, explanation.verdict, explanation.derivation,
                                       effort.measuresBias, stop);
    if (stop.stop_requested())
        return std::nullopt;
    return explanation;
}

Derivation Explainer::derivation(std::size_t variant, const std::stop_token& stop) const
{
    const auto& [text, position] = m_parts->variants.at(variant);
    Derivation written =
        derive(text->prepared.program, text->prepared.variants.at(position).graph, text->semantics());
    markWhatDoesNotVary(written, text->prepared, stop);
    return written;
}

PointWalk Explainer::walk(std::size_t variant, double x, std::size_t point, std::size_t sample) const
{
    const auto& [text, position] = m_parts->variants.at(variant);
    const Derivation written =
        derive(text->prepared.program, text->prepared.variants.at(position).graph, text->semantics());
    return PointWalker(text->prepared, text->prepared.variants.at(position).graph, written)
        .walk(x, point, sample);
}

} // namespace sluice
