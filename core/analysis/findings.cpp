// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/findings.h"

#include "core/analysis/bias.h"
#include "core/analysis/disagreement.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/noise_reach.h"
#include "core/analysis/point_walk.h"
#include "core/analysis/recipe_rounding.h"
#include "core/evaluation/shared_graph.h"
#include "core/gradient/gate.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// More factors than these are in the derivation anyway.
constexpr std::size_t maximumEntrances = 6;
/// A cure is tried by differentiating again.
constexpr std::size_t maximumCureTries = 8;
constexpr std::size_t maximumCureNodes = 20'000;
/// Points are walked one by one.
constexpr std::size_t maximumWalks = 401;
constexpr std::size_t maximumWalkNodes = 20'000'000;

std::vector<bool> dependants(const Graph& graph, NodeId on)
{
    std::vector<bool> depends(graph.size(), false);
    for (std::size_t i = 0; i < graph.size(); ++i)
        depends[i] = i == index(on) || std::ranges::any_of(graph.nodes()[i].operands(),
                                                           [&](NodeId o) { return depends[index(o)]; });
    return depends;
}

bool isNoisy(const Graph& graph, NodeId node)
{
    std::vector<bool> depends(index(node) + 1, false);
    for (std::size_t i = 0; i < depends.size(); ++i)
        depends[i] =
            graph.nodes()[i].operation->role == Role::noise ||
            std::ranges::any_of(graph.nodes()[i].operands(), [&](NodeId o) { return depends[index(o)]; });
    return depends.back();
}

class Findings
{
public:
    Findings(const Computation::Parts& prepared, std::size_t variant, const Verdict& verdict,
             const Derivation& derivation)
        : m_prepared(prepared),
          m_program(prepared.program),
          m_variant(prepared.variants[variant]),
          m_gates(prepared.experiment.variants[variant].gates),
          m_verdict(verdict),
          m_derivation(derivation),
          m_by(*prepared.program.findVariable(prepared.input))
    {
        for (const std::string& text : m_gates)
            if (const auto gate = parseGate(text))
                std::ranges::copy(bind(*gate, m_program), std::back_inserter(m_bound));
    }

    std::vector<Sentence> run(bool measuresBias, const std::stop_token& stop)
    {
        if (m_variant.graph.isDisconnected)
            sayDisconnected();
        else
            sayNoise();
        sayGates();
        sayStops();
        if (!m_variant.graph.isDisconnected) {
            sayEquality();
            if (measuresBias)
                sayBias(stop);
            if (m_verdict.isZeroEverywhere)
                say(Statement::zeroEverywhere);
            sayNonFinite(stop);
        }
        if (!stop.stop_requested())
            std::ranges::copy(disagreements(m_prepared, m_bound), std::back_inserter(m_sentences));
        std::ranges::copy(recipeRoundings(m_prepared, m_variant.graph), std::back_inserter(m_sentences));
        if (m_derivation.pathCount > static_cast<double>(Derivation::maximumPaths))
            say(Statement::tooManyPaths, {}, {m_derivation.pathCount});
        return std::move(m_sentences);
    }

private:
    /// Once, though it may be true of several places.
    void say(Statement statement, std::vector<std::string> texts = {}, std::vector<double> numbers = {})
    {
        Sentence sentence{.statement = statement, .texts = std::move(texts), .numbers = std::move(numbers)};
        if (std::ranges::find(m_sentences, sentence) == m_sentences.end())
            m_sentences.push_back(std::move(sentence));
    }

    void sayDisconnected()
    {
        if (m_verdict.cuts.empty()) {
            say(Statement::neverConnected, {m_prepared.outputName, m_prepared.input});
            return;
        }
        std::vector<std::string> cuts;
        for (const Cut& cut : m_verdict.cuts)
            cuts.push_back(cut.place + " (" + cut.what + ")");
        say(Statement::disconnected, {m_prepared.outputName, m_prepared.input, listed(cuts)});
    }

    void sayNoise()
    {
        const std::string reaching = listed(m_verdict.reachingSources);
        switch (m_verdict.noiseFree) {
        case Certainty::proved:
            if (m_verdict.reachingSources.empty())
                say(Statement::noNoiseReaches);
            else if (m_verdict.exceptWhereZero.empty())
                say(Statement::noiseCancels, {reaching});
            else
                say(Statement::noiseCancelsExcept, {reaching, conditions(m_verdict.exceptWhereZero)});
            break;
        case Certainty::measured:
            say(Statement::noiseNotSeen, {reaching},
                {static_cast<double>(m_verdict.samples), static_cast<double>(m_verdict.points)});
            break;
        case Certainty::no:
            say(Statement::noisy, {listed(m_verdict.sources)});
            sayEntrances();
            break;
        }
    }

    /// `a = 0 or b`, to be followed by `= 0`.
    static std::string conditions(const std::vector<std::string>& formulas)
    {
        std::string text;
        for (std::size_t i = 0; i < formulas.size(); ++i)
            text += (i == 0 ? "" : " = 0 or ") + formulas[i];
        return text;
    }

    [[nodiscard]] static bool isEntrance(const Factor& factor)
    {
        return factor.carried == Carried::noisy && !factor.noise.empty();
    }

    void sayEntrances()
    {
        std::size_t count = 0;
        for (const Factor& factor : m_derivation.factors) {
            if (!isEntrance(factor))
                continue;
            if (count++ == maximumEntrances)
                break;
            // A factor that is the noise itself is evaluated at nothing else.
            if (factor.noisyAt.empty() || (factor.noisyAt.size() == 1 && factor.noisyAt[0] == factor.text))
                say(Statement::noiseEnters, {factor.text, listed(factor.noise)});
            else
                say(Statement::noiseEntersAt, {factor.text, listed(factor.noise), listed(factor.noisyAt)});
        }
        if (const auto place = cure())
            say(Statement::gateCures, {*place});
    }

    /// The place of a noisy factor whose clean gate proves to make the gradient free of noise: the one
    /// furthest from the output that does.
    [[nodiscard]] std::optional<std::string> cure() const
    {
        if (m_program.graph.size() > maximumCureNodes)
            return std::nullopt;
        std::vector<NodeId> tried;
        for (const Factor& factor : m_derivation.factors) {
            if (!isEntrance(factor))
                continue;
            if (tried.size() == maximumCureTries)
                break;
            if (!factor.ofNode || factor.passage == Passage::replaced ||
                std::ranges::find(tried, *factor.ofNode) != tried.end())
                continue;
            tried.push_back(*factor.ofNode);
            if (isCured(*factor.ofNode))
                return factor.of;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isCured(NodeId place) const
    {
        std::vector<BoundGate> gates = m_bound;
        gates.push_back({.node = place, .user = {}, .operand = 0, .kind = GateKind::clean});
        const ValueAndGradient variant = valueAndGradient(gated(m_program, m_prepared.output, gates), m_by,
                                                          semanticsOf(m_prepared.experiment.semantics));
        SharedGraph shared;
        const NodeId gradient = shared.add(variant.graph, std::array{variant.gradient}).front();
        return !variant.isDisconnected && !NoiseReach(shared.graph(), m_program).isNoisy(gradient);
    }

    void sayGates()
    {
        for (const GateEffect& effect : m_variant.effects) {
            if (effect.notFound)
                say(Statement::gateIsNotFound, {effect.gate});
            else if (effect.changesNothing)
                sayWithoutEffect(effect.gate);
        }
    }

    void sayWithoutEffect(const std::string& text)
    {
        const Gate gate = parseGate(text).value();
        const NodeId node = bind(gate, m_program).front().node;
        if (!dependants(m_program.graph, node)[index(m_prepared.output)])
            say(Statement::gateIsOutside, {text, gate.place, m_prepared.outputName});
        else if (gate.kind == GateKind::clean && !isNoisy(m_program.graph, node))
            say(Statement::gateCleansNothing, {text, gate.place});
        else if (!dependants(m_program.graph, m_by)[index(node)])
            say(Statement::gateCutsNoPath, {text, gate.place, m_prepared.input});
        else
            say(Statement::gateChangesNothing, {text});
    }

    /// The text's own stop_gradients on what does not depend on the input.
    void sayStops()
    {
        const Graph& graph = m_program.graph;
        const std::vector<bool> depends = dependants(graph, m_by);
        std::vector<bool> isUsed(graph.size(), false);
        isUsed[index(m_prepared.output)] = true;
        for (std::size_t i = graph.size(); i-- > 0;) {
            const NodeId id{static_cast<std::uint32_t>(i)};
            if (!isUsed[i])
                continue;
            for (const NodeId operand : graph[id].operands())
                isUsed[index(operand)] = true;
            if (graph[id].operation->role != Role::stopGradient || depends[i])
                continue;
            const std::string_view stopped = m_program.placeName(graph[id].operandIds[0]);
            if (!stopped.empty())
                say(Statement::stopCutsNoPath,
                    {std::string(m_program.placeName(id)), std::string(stopped), m_prepared.input});
        }
    }

    void sayEquality()
    {
        if (m_program.sources.empty() && m_verdict.equalsNoiseFree == Certainty::proved)
            return;
        if (m_verdict.equalsNoiseFree == Certainty::measured)
            say(Statement::equalsNoiseFreeSeen, {}, {static_cast<double>(m_verdict.points)});
        else if (m_verdict.equalsNoiseFree == Certainty::proved && m_verdict.equalExceptWhereZero.empty())
            say(Statement::equalsNoiseFree);
        else if (m_verdict.equalsNoiseFree == Certainty::proved)
            say(Statement::equalsNoiseFreeExcept, {conditions(m_verdict.equalExceptWhereZero)});
    }

    void sayBias(const std::stop_token& stop)
    {
        if (m_program.sources.empty() && m_verdict.equalsNoiseFree != Certainty::no)
            return;
        const Biases biases = biasesOf(m_prepared, m_variant.graph, stop);
        const bool isFree = m_verdict.noiseFree != Certainty::no;
        if (biases.noiseFree && m_verdict.equalsNoiseFree == Certainty::no)
            say(isFree ? Statement::freeButBiasedAgainstNoiseFree : Statement::biasedAgainstNoiseFree, {},
                {*biases.noiseFree});
        if (biases.mean && isNoisy(m_program.graph, m_prepared.output))
            say(isFree ? Statement::freeButBiasedAgainstMean : Statement::biasedAgainstMean,
                {m_prepared.input, m_prepared.outputName}, {*biases.mean});
    }

    void sayNonFinite(const std::stop_token& stop)
    {
        if (m_verdict.nonFinite.empty())
            return;
        PointWalker walker(m_prepared, m_variant.graph, m_derivation);
        const std::size_t walks = std::min(
            {m_verdict.nonFinite.size(), maximumWalks, maximumWalkNodes / m_derivation.graph.size() + 1});
        std::vector<Sentence> found;
        for (const NonFinitePoint& point : std::span(m_verdict.nonFinite).first(walks)) {
            if (stop.stop_requested())
                return;
            for (Sentence& sentence : walker.walk(point.at, point.point, point.sample).sentences) {
                const auto same = std::ranges::find_if(found, [&](const Sentence& other) {
                    return other.statement == sentence.statement && other.texts == sentence.texts;
                });
                if (same == found.end())
                    found.push_back(std::move(sentence));
                else
                    same->numbers[1] += 1.0;
            }
        }
        std::ranges::move(found, std::back_inserter(m_sentences));
    }

    const Computation::Parts& m_prepared;
    const Program& m_program;
    const PreparedVariant& m_variant;
    const std::vector<std::string>& m_gates;
    const Verdict& m_verdict;
    const Derivation& m_derivation;
    NodeId m_by;
    std::vector<BoundGate> m_bound;
    std::vector<Sentence> m_sentences;
};

} // namespace

std::vector<Sentence> findingsOf(const Computation::Parts& prepared, std::size_t variant,
                                 const Verdict& verdict, const Derivation& derivation, bool measuresBias,
                                 const std::stop_token& stop)
{
    return Findings(prepared, variant, verdict, derivation).run(measuresBias, stop);
}

} // namespace sluice
