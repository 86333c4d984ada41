// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/findings.h"

#include "core/analysis/bias.h"
#include "core/analysis/disagreement.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/idle_stops.h"
#include "core/analysis/noise_reach.h"
#include "core/analysis/point_walk.h"
#include "core/analysis/recipe_rounding.h"
#include "core/evaluation/shared_graph.h"
#include "core/gradient/bound_gates.h"
#include "core/gradient/gate.h"
#include "core/gradient/gate_effect.h"
#include "core/graph/dependants.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
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

bool isNoisy(const Graph& graph, NodeId node)
{
    return dependants(graph,
                      [&](NodeId id) { return graph[id].operation->role == Role::noise; })[index(node)];
}

class Findings
{
public:
    Findings(const Computation::Parts& prepared, std::size_t variant, const Verdict& verdict,
             const Derivation& derivation)
        : m_prepared(prepared),
          m_program(prepared.program),
          m_variant(prepared.variants[variant]),
          m_verdict(verdict),
          m_derivation(derivation),
          m_by(*prepared.program.findVariable(prepared.input)),
          m_bound(boundGates(prepared.experiment.variants[variant].gates, prepared.program))
    {
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
                sayZero();
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
                say(Statement::noiseCancelsExcept, {reaching, anyOf(m_verdict.exceptWhereZero)});
            break;
        case Certainty::measured:
            if (m_verdict.points == 1)
                say(Statement::noiseNotSeenAtOne, {reaching}, {static_cast<double>(m_verdict.samples)});
            else
                say(Statement::noiseNotSeen, {reaching},
                    {static_cast<double>(m_verdict.samples), static_cast<double>(m_verdict.points)});
            break;
        case Certainty::no:
            sayNoisy();
            break;
        }
    }

    void sayNoisy()
    {
        switch (m_verdict.noiseDoubt) {
        case Doubt::none:
            say(Statement::noisy, {listed(m_verdict.sources)});
            sayEntrances();
            break;
        case Doubt::rounding:
            say(Statement::noiseHidden, {listed(m_verdict.reachingSources)});
            break;
        case Doubt::nothingFinite:
            say(Statement::nothingFinite, {listed(m_verdict.reachingSources)});
            break;
        case Doubt::notFiniteInSome:
            say(Statement::notFiniteInSome, {listed(m_verdict.reachingSources)});
            break;
        }
        sayCure();
    }

    /// The sources that a factor reads and that the gradient depends on. None where nothing noisy is left in
    /// its formula: `1`.
    [[nodiscard]] std::vector<std::string> readBy(const Factor& factor) const
    {
        std::vector<std::string> sources;
        if (isNoiseCarried(factor) && !factor.noisyAt.empty())
            std::ranges::copy_if(factor.noise, std::back_inserter(sources), [&](const std::string& source) {
                return std::ranges::find(m_verdict.sources, source) != m_verdict.sources.end();
            });
        return sources;
    }

    static bool isNoiseCarried(const Factor& factor)
    {
        return factor.carried == Carried::noisy || factor.carried == Carried::noiseNotSeen;
    }

    /// The sources that come in by some factor that varies in the samples.
    [[nodiscard]] std::vector<std::string> seenToEnter() const
    {
        std::vector<std::string> seen;
        for (const Factor& factor : m_derivation.factors)
            if (factor.isSeenToVary)
                std::ranges::copy(readBy(factor), std::back_inserter(seen));
        return seen;
    }

    void sayEntrances()
    {
        const std::vector<std::string> seen = seenToEnter();
        const auto isSeen = [&](const std::string& source) {
            return std::ranges::find(seen, source) != seen.end();
        };
        std::size_t count = 0;
        for (const Factor& factor : m_derivation.factors) {
            std::vector<std::string> sources = readBy(factor);
            // A factor that is always the same lets nothing in; but no source comes from nowhere, and one
            // that shows itself once in a million draws comes through one of those that read it.
            if (!factor.isSeenToVary)
                std::erase_if(sources, isSeen);
            if (sources.empty())
                continue;
            if (count++ == maximumEntrances)
                break;
            // A factor that is the noise itself is evaluated at nothing else.
            if (factor.noisyAt.size() == 1 && factor.noisyAt[0] == factor.text)
                say(Statement::noiseEnters, {factor.text, listed(sources)});
            else
                say(Statement::noiseEntersAt, {factor.text, listed(sources), listed(factor.noisyAt)});
        }
    }

    /// The place of a noisy factor whose clean gate proves to make the gradient free of noise, else the
    /// output's.
    void sayCure()
    {
        if (m_program.graph.size() > maximumCureNodes)
            return;
        std::vector<NodeId> tried;
        for (const Factor& factor : m_derivation.factors) {
            if (!isNoiseCarried(factor) || factor.noise.empty())
                continue;
            if (tried.size() == maximumCureTries)
                break;
            if (!factor.ofNode || factor.passage == Passage::replaced ||
                std::ranges::find(tried, *factor.ofNode) != tried.end())
                continue;
            tried.push_back(*factor.ofNode);
            if (const auto cure = cureBy(*factor.ofNode)) {
                say(*cure, {factor.of});
                return;
            }
        }
        const std::string_view output = m_program.placeName(m_prepared.output);
        if (const auto cure = output.empty() || std::ranges::find(tried, m_prepared.output) != tried.end()
                                  ? std::nullopt
                                  : cureBy(m_prepared.output))
            say(*cure, {std::string(output)});
    }

    /// What a clean gate at a place cures, and what it leaves.
    [[nodiscard]] std::optional<Statement> cureBy(NodeId place) const
    {
        std::vector<BoundGate> gates = m_bound;
        gates.push_back({.node = place, .user = {}, .operand = 0, .kind = GateKind::clean});
        const ValueAndGradient variant = valueAndGradient(gated(m_program, m_prepared.output, gates), m_by,
                                                          semanticsOf(m_prepared.experiment.semantics));
        SharedGraph shared;
        const std::vector<NodeId> roots =
            shared.add(variant.graph, std::array{variant.value, variant.gradient});
        const NodeId gradient = roots[1];
        // Where the text takes a gradient itself, a gate may change the value: that is no cure.
        if (shared.add(m_variant.graph.graph, std::array{m_variant.graph.value}).front() != roots[0])
            return std::nullopt;
        if (variant.isDisconnected || NoiseReach(shared.graph(), m_program).isNoisy(gradient))
            return std::nullopt;
        const Kernel kernel(shared.graph(), std::vector{gradient});
        const std::vector<double> gradients = firstSamplesAlongSweep(m_prepared, kernel).front();
        if (std::ranges::none_of(gradients, [](double each) { return std::isfinite(each); }))
            return Statement::gateLeavesNothing;
        const bool isZero =
            std::ranges::all_of(gradients, [](double each) { return each == 0.0 || !std::isfinite(each); });
        return isZero ? Statement::gateLeavesZero : Statement::gateCures;
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
        switch (whyWithoutEffect(m_program, gate.kind, node, m_prepared.output, m_by)) {
        case NoEffect::outside:
            say(Statement::gateIsOutside, {text, gate.place, m_prepared.outputName});
            break;
        case NoEffect::cutsNoPath:
            say(Statement::gateCutsNoPath, {text, gate.place, m_prepared.input});
            break;
        case NoEffect::nothingToClean:
            say(Statement::gateCleansNothing, {text, gate.place});
            break;
        case NoEffect::sameGradient:
            say(Statement::gateChangesNothing, {text});
            break;
        }
    }

    void sayStops()
    {
        const Graph& graph = m_program.graph;
        for (const NodeId stop : idleStops(m_prepared, m_bound)) {
            const std::string_view stopped = m_program.placeName(graph[stop].operandIds[0]);
            if (!stopped.empty())
                say(Statement::stopCutsNoPath,
                    {std::string(m_program.placeName(stop)), std::string(stopped), m_prepared.input});
        }
    }

    void sayEquality()
    {
        if (m_program.sources.empty() && m_verdict.equalsNoiseFree == Certainty::proved)
            return;
        if (m_verdict.equalityDoubt == Doubt::rounding)
            say(Statement::equalityHidden);
        else if (m_verdict.equalsNoiseFree == Certainty::measured && m_verdict.points == 1)
            say(Statement::equalsNoiseFreeSeenAtOne);
        else if (m_verdict.equalsNoiseFree == Certainty::measured)
            say(Statement::equalsNoiseFreeSeen, {}, {static_cast<double>(m_verdict.points)});
        else if (m_verdict.equalsNoiseFree == Certainty::proved && m_verdict.equalExceptWhereZero.empty())
            say(Statement::equalsNoiseFree);
        else if (m_verdict.equalsNoiseFree == Certainty::proved)
            say(Statement::equalsNoiseFreeExcept, {anyOf(m_verdict.equalExceptWhereZero)});
    }

    void sayBias(const std::stop_token& stop)
    {
        if (m_program.sources.empty() && m_verdict.equalsNoiseFree != Certainty::no)
            return;
        const Biases biases = biasesOf(m_prepared, m_variant.graph, stop);
        const auto byCertainty = [this](Statement proved, Statement measured, Statement noisy) {
            return m_verdict.noiseFree == Certainty::proved     ? proved
                   : m_verdict.noiseFree == Certainty::measured ? measured
                                                                : noisy;
        };
        if (biases.noiseFree && m_verdict.equalsNoiseFree == Certainty::no &&
            m_verdict.equalityDoubt == Doubt::none)
            say(byCertainty(Statement::freeButBiasedAgainstNoiseFree,
                            Statement::seenFreeButBiasedAgainstNoiseFree, Statement::biasedAgainstNoiseFree),
                {}, {*biases.noiseFree});
        if (biases.mean && *biases.mean > m_verdict.largestRounding &&
            isNoisy(m_program.graph, m_prepared.output))
            say(byCertainty(Statement::freeButBiasedAgainstMean, Statement::seenFreeButBiasedAgainstMean,
                            Statement::biasedAgainstMean),
                {m_prepared.input, m_prepared.outputName}, {*biases.mean});
    }

    void sayZero()
    {
        if (m_verdict.isZeroProved())
            say(Statement::zeroEverywhere);
        else if (m_verdict.points == 1)
            say(Statement::zeroSeenAtOne);
        else
            say(Statement::zeroSeen, {}, {static_cast<double>(m_verdict.points)});
    }

    void sayNonFinite(const std::stop_token& stop)
    {
        if (m_verdict.nonFinite.empty())
            return;
        PointWalker walker(m_prepared, m_variant.graph, m_derivation);
        const std::size_t walks = std::min(
            {m_verdict.nonFinite.size(), maximumWalks, maximumWalkNodes / m_derivation.graph.size() + 1});
        // How many others there are is said where they are counted.
        const bool areAllPointsKnown = m_verdict.coversSweep && walks == m_verdict.nonFinite.size();
        std::vector<Sentence> found;
        for (const NonFinitePoint& point : std::span(m_verdict.nonFinite).first(walks)) {
            if (stop.stop_requested())
                return;
            for (Sentence& sentence : walker.walk(point.at, point.point, point.sample).sentences) {
                if (!point.isInEverySample)
                    sentence.statement = ofSomeSamples(sentence.statement);
                const auto same = std::ranges::find_if(found, [&](const Sentence& other) {
                    return other.statement == sentence.statement && other.texts == sentence.texts;
                });
                if (same == found.end())
                    found.push_back(std::move(sentence));
                else if (areAllPointsKnown && point.isInEverySample)
                    same->numbers[1] += 1.0;
            }
        }
        std::ranges::move(found, std::back_inserter(m_sentences));
    }

    /// Where other samples of the point are finite.
    static Statement ofSomeSamples(Statement statement)
    {
        switch (statement) {
        case Statement::notFiniteForward:
            return Statement::notFiniteForwardInSome;
        case Statement::notFiniteBackward:
            return Statement::notFiniteBackwardInSome;
        case Statement::zeroTimesInfinity:
            return Statement::zeroTimesInfinityInSome;
        case Statement::infinityTimesZero:
            return Statement::infinityTimesZeroInSome;
        default:
            return statement;
        }
    }

    const Computation::Parts& m_prepared;
    const Program& m_program;
    const PreparedVariant& m_variant;
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
