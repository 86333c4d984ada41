// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judge.h"

#include "core/analysis/algebra_question.h"
#include "core/analysis/cuts.h"
#include "core/analysis/formula_maker.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/local_derivatives.h"
#include "core/analysis/noise_reach.h"
#include "core/analysis/singularities.h"
#include "core/evaluation/shared_graph.h"
#include "core/experiment/computation_parts.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace sluice {

struct Judge::Parts
{
    const Computation::Parts& prepared;
    const AlgebraSystem& algebra;
    const Semantics& semantics;
    /// The noise-free gradient with the scale of its rounding errors.
    Graph noiseFree;
    NodeId noiseFreeMagnitude{};

    Parts(const Computation::Parts& thePrepared, const AlgebraSystem& theAlgebra)
        : prepared(thePrepared), algebra(theAlgebra), semantics(semanticsOf(thePrepared.experiment.semantics))
    {
        LocalDerivatives locals = localDerivatives(prepared.noiseFree, semantics);
        noiseFreeMagnitude = appendPathMagnitude(locals, prepared.noiseFree);
        noiseFree = std::move(locals.graph);
    }
};

namespace {

/// A source that the gradient doesn't seem to depend on is sampled further than one that does, but not at
/// every point.
constexpr std::size_t sourcePoints = 101;
/// With more sources, all that reach the gradient are named.
constexpr std::size_t maximumTriedSources = 64;

/// A copy of a graph in which one source draws from another stream.
Graph redrawn(const Graph& graph, const std::string& source)
{
    Graph copy;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = graph[id];
        // No name in a text ends like this.
        if (node.operation->role == Role::draw && graph.symbol(id) == source)
            copy.appendDraw(*node.operation, source + " again");
        else
            copy.appendCopy(graph, id, node.operands());
    }
    return copy;
}

std::vector<NodeId> allNodes(const Graph& graph)
{
    std::vector<NodeId> nodes(graph.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        nodes[i] = NodeId(static_cast<std::uint32_t>(i));
    return nodes;
}

} // namespace

/// One verdict in the making.
class JudgedVariant
{
public:
    JudgedVariant(const Judge::Parts& judge, const ValueAndGradient& variant, const JudgingEffort& effort)
        : m_judge(judge), m_prepared(judge.prepared), m_variant(variant), m_effort(effort)
    {
    }

    Verdict run(const std::stop_token& stop)
    {
        m_verdict.isDisconnected = m_variant.isDisconnected;
        if (m_variant.isDisconnected)
            m_verdict.cuts = cutsOf(m_variant, NodeNames(m_prepared.program, m_variant), m_judge.semantics);
        reach();
        sample(stop);
        if (stop.stop_requested())
            return m_verdict;
        decideNoise();
        decideEquality();
        if (m_verdict.noiseFree == Certainty::no && m_verdict.noiseDoubt != Doubt::nothingFinite)
            findSources(stop);
        return m_verdict;
    }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool isReached() const { return !m_verdict.reachingSources.empty(); }

    void reach()
    {
        SharedGraph shared;
        const NodeId gradient = shared.add(m_variant.graph, std::array{m_variant.gradient}).front();
        m_verdict.reachingSources = NoiseReach(shared.graph(), m_prepared.program).sourcesOf(gradient);
        const ValueAndGradient& noiseFree = m_prepared.noiseFree;
        m_hasSameNode = noiseFree.isDisconnected == m_variant.isDisconnected &&
                        shared.add(noiseFree.graph, std::array{noiseFree.gradient}).front() == gradient;
    }

    void sample(const std::stop_token& stop)
    {
        // What is known to be the same everywhere needs no samples, but for the points where it isn't finite.
        if (!isReached() && m_hasSameNode && !m_effort.findsNonFinite)
            return;
        LocalDerivatives locals = localDerivatives(m_variant, m_judge.semantics);
        const NodeId magnitude = appendPathMagnitude(locals, m_variant);
        m_graph = std::move(locals.graph);
        m_magnitude = magnitude;

        SharedGraph shared;
        std::vector<NodeId> roots = shared.add(m_graph, std::array{m_variant.gradient, magnitude});
        const std::vector<NodeId> reference = shared.add(
            m_judge.noiseFree, std::array{m_prepared.noiseFree.gradient, m_judge.noiseFreeMagnitude});
        roots.insert(roots.end(), reference.begin(), reference.end());
        const Kernel kernel(shared.graph(), roots);
        SamplingPlan plan =
            samplingPlan(m_prepared, shared.graph().size(), m_effort.points, m_effort.samples);
        plan.findsNonFinite = m_effort.findsNonFinite;
        // Without noise, one sample is all of them.
        if (!isReached())
            plan.samples = plan.samplesAfterwards = 1;
        m_sampled = sampleGradient(m_prepared, kernel, {0, 1, 2, 3}, plan, stop).value_or(SampledGradient{});
        m_verdict.nonFinite = m_sampled.nonFinite;
        m_verdict.points = m_sampled.points;
        m_verdict.samples = m_sampled.samples;
        m_verdict.coversSweep = m_sampled.coversSweep;
        m_verdict.largestRounding = m_sampled.largestHidden;
        m_verdict.isZeroEverywhere = m_sampled.hasFinite && m_sampled.isZero && m_sampled.nonFinite.empty();
    }

    void decideNoise()
    {
        if (!isReached()) {
            m_verdict.noiseFree = Certainty::proved;
            return;
        }
        if (!m_sampled.hasFinite || m_sampled.betweenSamples == Agreement::different) {
            m_verdict.noiseFree = Certainty::no;
            m_verdict.noiseDoubt = m_sampled.hasFinite ? Doubt::none : Doubt::nothingFinite;
            return;
        }
        if (const auto except = proof(nullptr)) {
            m_verdict.noiseFree = Certainty::proved;
            m_verdict.exceptWhereZero = *except;
        } else if (m_sampled.betweenSamples == Agreement::hidden) {
            m_verdict.noiseFree = Certainty::no;
            m_verdict.noiseDoubt = Doubt::rounding;
        } else if (m_sampled.failsInSome) {
            m_verdict.noiseFree = Certainty::no;
            m_verdict.noiseDoubt = Doubt::notFiniteInSome;
        }
    }

    void decideEquality()
    {
        if (m_hasSameNode) {
            m_verdict.equalsNoiseFree = Certainty::proved;
            return;
        }
        const bool isNoisy = m_verdict.noiseFree == Certainty::no && m_verdict.noiseDoubt == Doubt::none;
        if (isNoisy || m_sampled.withReference == Agreement::different ||
            m_variant.isDisconnected != m_prepared.noiseFree.isDisconnected) {
            m_verdict.equalsNoiseFree = Certainty::no;
            return;
        }
        if (!m_sampled.hasFinite) {
            m_verdict.equalsNoiseFree = Certainty::no;
            m_verdict.equalityDoubt = Doubt::nothingFinite;
            return;
        }
        if (const auto except = proof(&m_prepared.noiseFree)) {
            m_verdict.equalsNoiseFree = Certainty::proved;
            m_verdict.equalExceptWhereZero = *except;
        } else if (m_sampled.withReference == Agreement::hidden || m_verdict.noiseDoubt == Doubt::rounding) {
            m_verdict.equalsNoiseFree = Certainty::no;
            m_verdict.equalityDoubt = Doubt::rounding;
        }
    }

    /// The sources whose own draws change the gradient, as far as no proof shows that they don't.
    void findSources(const std::stop_token& stop)
    {
        const std::vector<std::string>& reaching = m_verdict.reachingSources;
        // What rounding hides in the gradient, it hides in the part of each source.
        if (!m_effort.findsSources || m_verdict.noiseDoubt != Doubt::none ||
            reaching.size() > maximumTriedSources) {
            m_verdict.sources = reaching;
            return;
        }
        // A source that samples don't show may still matter once in a million draws: only a proof drops it.
        const auto end = Clock::now() + m_effort.algebra;
        std::ranges::copy_if(reaching, std::back_inserter(m_verdict.sources), [&](const std::string& source) {
            return isSeenToDependOn(source, stop) ||
                   !isProvedIndependentOf(
                       source, std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()));
        });
        if (m_verdict.sources.empty())
            m_verdict.sources = reaching;
    }

    [[nodiscard]] bool isSeenToDependOn(const std::string& source, const std::stop_token& stop) const
    {
        SharedGraph shared;
        std::vector<NodeId> roots = shared.add(m_graph, std::array{m_variant.gradient, m_magnitude});
        const Graph other = redrawn(m_graph, source);
        for (const NodeId node : shared.add(other, std::array{m_variant.gradient, m_magnitude}))
            roots.push_back(node);
        const Kernel kernel(shared.graph(), roots);
        SamplingPlan plan = samplingPlan(m_prepared, shared.graph().size(),
                                         std::min(sourcePoints, m_prepared.experiment.points), 0);
        plan.stopsAtDifference = true;
        const auto sampled = sampleGradient(m_prepared, kernel, {0, 1, 2, 3}, plan, stop);
        return !sampled || sampled->withReference == Agreement::different;
    }

    [[nodiscard]] bool isProvedIndependentOf(const std::string& source, std::chrono::milliseconds time) const
    {
        if (time.count() <= 0)
            return false;
        const Graph other = redrawn(m_variant.graph, source);
        SharedGraph shared;
        const std::array roots{shared.add(m_variant.graph, std::array{m_variant.gradient}).front(),
                               shared.add(other, std::array{m_variant.gradient}).front()};
        const std::vector<Range> ranges =
            rangesOf(shared.graph(), [this](const std::string& name) { return rangeOfVariable(name); });
        const auto question = questionEqual(shared.graph(), roots[0], roots[1], ranges);
        return question && m_judge.algebra.ask(*question, time) == AlgebraAnswer::proved;
    }

    /// Where algebra proves the gradient free of noise, or equal to another: the conditions under which the
    /// proof doesn't hold. Nothing without samples that agree: a proof is never given against them.
    [[nodiscard]] std::optional<std::vector<std::string>> proof(const ValueAndGradient* other) const
    {
        if (!m_sampled.hasFinite || m_effort.algebra.count() <= 0)
            return std::nullopt;
        SharedGraph shared;
        std::vector<std::pair<const ValueAndGradient*, std::vector<NodeId>>> parts;
        parts.emplace_back(&m_variant, shared.add(m_variant.graph, allNodes(m_variant.graph)));
        if (other != nullptr)
            parts.emplace_back(other, shared.add(other->graph, allNodes(other->graph)));
        std::vector<NodeId> roots;
        roots.reserve(parts.size());
        for (const auto& [part, images] : parts)
            roots.push_back(images[index(part->gradient)]);
        const std::vector<Range> ranges =
            rangesOf(shared.graph(), [this](const std::string& name) { return rangeOfVariable(name); });
        const auto question = other != nullptr ? questionEqual(shared.graph(), roots[0], roots[1], ranges)
                                               : questionFree(shared.graph(), roots[0], ranges);
        if (!question || m_judge.algebra.ask(*question, m_effort.algebra) != AlgebraAnswer::proved)
            return std::nullopt;
        std::vector<ZeroCondition> conditions;
        for (const NodeId node : singularNodes(shared.graph(), roots, ranges)) {
            ZeroCondition condition = conditionOf(node, parts);
            if (condition.isAlways)
                return std::nullopt;
            if (!condition.zeros.empty())
                conditions.push_back(std::move(condition));
        }
        return widest(std::move(conditions));
    }

    [[nodiscard]] ZeroCondition
    conditionOf(NodeId node,
                const std::vector<std::pair<const ValueAndGradient*, std::vector<NodeId>>>& parts) const
    {
        for (const auto& [part, images] : parts) {
            const auto found = std::ranges::find(images, node);
            if (found == images.end())
                continue;
            const NodeId original{static_cast<std::uint32_t>(found - images.begin())};
            const NodeNames names(m_prepared.program, *part);
            return zeroCondition(FormulaMaker(part->graph, part->graph.size(), names).whole(original));
        }
        return {};
    }

    [[nodiscard]] Range rangeOfVariable(const std::string& name) const
    {
        // What a slider moves is any number; the swept input stays within the sweep.
        if (name != m_prepared.input)
            return {};
        return {std::min(m_prepared.from, m_prepared.to), std::max(m_prepared.from, m_prepared.to)};
    }

    const Judge::Parts& m_judge;
    const Computation::Parts& m_prepared;
    const ValueAndGradient& m_variant;
    const JudgingEffort& m_effort;
    Verdict m_verdict;
    bool m_hasSameNode = false;
    /// The variant's graph with the scale of its gradient's rounding errors.
    Graph m_graph;
    NodeId m_magnitude{};
    SampledGradient m_sampled;
};

Judge::Judge(const Computation::Parts& prepared, const AlgebraSystem& algebra)
    : m_parts(std::make_unique<const Parts>(prepared, algebra))
{
}
Judge::~Judge() = default;

Verdict Judge::judge(const ValueAndGradient& variant, const JudgingEffort& effort,
                     const std::stop_token& stop) const
{
    return JudgedVariant(*m_parts, variant, effort).run(stop);
}

std::vector<std::string> Judge::reachingSources(const ValueAndGradient& variant) const
{
    SharedGraph shared;
    const NodeId gradient = shared.add(variant.graph, std::array{variant.gradient}).front();
    return NoiseReach(shared.graph(), m_parts->prepared.program).sourcesOf(gradient);
}

} // namespace sluice
