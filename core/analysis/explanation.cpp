// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"

#include "core/analysis/findings.h"
#include "core/experiment/computation_parts.h"

#include <utility>

namespace sluice {

struct Explainer::Parts
{
    Computation::Parts prepared;
    AlgebraSystem algebra;
    Judge judge;

    Parts(Program program, Experiment experiment, AlgebraSystem theAlgebra)
        : prepared(std::move(program), std::move(experiment)),
          algebra(std::move(theAlgebra)),
          judge(prepared, algebra)
    {
    }

    [[nodiscard]] const Semantics& semantics() const { return semanticsOf(prepared.experiment.semantics); }
};

Explainer::Explainer(Program program, Experiment experiment, AlgebraSystem algebra)
    : m_parts(std::make_unique<const Parts>(std::move(program), std::move(experiment), std::move(algebra)))
{
}
Explainer::~Explainer() = default;
Explainer::Explainer(Explainer&&) noexcept = default;
Explainer& Explainer::operator=(Explainer&&) noexcept = default;

std::size_t Explainer::variantCount() const noexcept
{
    return m_parts->prepared.variants.size();
}

std::optional<Explanation> Explainer::explain(std::size_t variant, const JudgingEffort& effort,
                                              const std::stop_token& stop) const
{
    const PreparedVariant& prepared = m_parts->prepared.variants.at(variant);
    Explanation explanation;
    explanation.name = prepared.name;
    explanation.derivation = derive(m_parts->prepared.program, prepared.graph, m_parts->semantics());
    explanation.verdict = m_parts->judge.judge(prepared.graph, effort, stop);
    explanation.sentences = findingsOf(m_parts->prepared, variant, explanation.verdict,
                                       explanation.derivation, effort.measuresBias, stop);
    if (stop.stop_requested())
        return std::nullopt;
    return explanation;
}

Derivation Explainer::derivation(std::size_t variant) const
{
    return derive(m_parts->prepared.program, m_parts->prepared.variants.at(variant).graph,
                  m_parts->semantics());
}

PointWalk Explainer::walk(std::size_t variant, double x, std::size_t point, std::size_t sample) const
{
    const Derivation written = derivation(variant);
    return PointWalker(m_parts->prepared, m_parts->prepared.variants.at(variant).graph, written)
        .walk(x, point, sample);
}

} // namespace sluice
