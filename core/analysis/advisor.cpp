// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/advisor.h"

#include "core/analysis/agreement.h"
#include "core/analysis/gated_gradient.h"
#include "core/analysis/gradient_figures.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/judge.h"
#include "core/analysis/noise_reach.h"
#include "core/analysis/placement_prover.h"
#include "core/analysis/placements.h"
#include "core/analysis/sampling.h"
#include "core/evaluation/shared_graph.h"
#include "core/gradient/bound_gates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <utility>

namespace sluice {

namespace {

/// Of so many placements, best first, pairs are tried.
constexpr std::size_t pairedPlacements = 64;

/// How the whole time is shared out, roughly, for whoever waits.
constexpr double sketched = 0.25;
constexpr double sampled = 0.9;

Computation::Parts preparedFor(const Program& program, Experiment experiment)
{
    return {program, withoutVariants(std::move(experiment), program)};
}

/// Placements with the same gradient, the first of them to be shown, and what is known of it.
struct Group
{
    GradientSketch sketch;
    std::vector<Candidate> candidates;
    Placement placement;
    /// Samples show no difference that rounding can't explain, and nothing is proved yet.
    bool isOpen = false;
};

class Advisor
{
public:
    Advisor(const Program& program, const Experiment& experiment, const AdviceOptions& options,
            const std::stop_token& stop)
        : m_prepared(preparedFor(program, experiment)),
          m_options(options),
          m_stop(stop),
          m_gradients(m_prepared, boundGates(options.kept, program)),
          m_ungated(m_gradients.graphWith({})),
          m_noiseFree(sketchOf(m_prepared.noiseFree)),
          m_sampling(m_prepared, m_ungated),
          m_judge(makeJudge())
    {
        m_groups.push_back({.sketch = sketchOf(m_ungated), .candidates = {Candidate{}}, .placement = {}});
    }

    std::optional<Advice> run()
    {
        std::vector<Candidate> singles = singlePlacements(m_prepared.program, m_gradients.kept());
        if (!m_options.withGatesOnOutput)
            std::erase_if(singles, [&](const Candidate& candidate) {
                const BoundGate& gate = candidate.bound.front();
                return !gate.user && gate.node == m_prepared.output;
            });
        if (!group(std::move(singles), false) || !examine(0))
            return std::nullopt;
        const bool isCured =
            std::ranges::any_of(m_groups, [](const Group& group) { return group.placement.isCure(); });
        if (!isCured && !examinePairs())
            return std::nullopt;
        proveMeasured();
        if (m_stop.stop_requested())
            return std::nullopt;
        return advice();
    }

private:
    /// Sorts candidates into groups of equal gradients. `onlyNoiseFree` leaves out those that noise reaches.
    bool group(std::vector<Candidate> candidates, bool onlyNoiseFree)
    {
        const EffectFilter filter(m_prepared.program, m_prepared.output,
                                  *m_prepared.program.findVariable(m_prepared.input));
        std::vector<GradientSketch> sketches(candidates.size());
        const auto sketch = [&](auto&, std::size_t c) {
            const bool isAlone = m_gradients.kept().empty() && candidates[c].bound.size() == 1;
            if (isAlone && filter.changesNothing(candidates[c].bound.front()))
                sketches[c] = m_groups.front().sketch;
            else
                sketches[c] = sketchOf(m_gradients.graphWith(candidates[c].bound));
        };
        Progress progress(m_options.progress, 0.0, sketched, candidates.size());
        if (!inParallel(
                candidates.size(), [] { return 0; }, sketch, progress, m_stop))
            return false;

        std::map<std::pair<bool, Fingerprint>, std::size_t> numbers;
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            numbers[keyOf(m_groups[g].sketch)] = g;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const bool isCureByGraph = sketches[c].isWithoutDraws && !sketches[c].isDisconnected;
            if (onlyNoiseFree && !isCureByGraph)
                continue;
            // Where the text takes a gradient itself, a gate changes what that is.
            if (sketches[c].value != m_groups.front().sketch.value)
                continue;
            const auto [entry, isNew] = numbers.try_emplace(keyOf(sketches[c]), m_groups.size());
            if (isNew)
                m_groups.push_back({.sketch = sketches[c], .candidates = {}, .placement = {}});
            m_groups[entry->second].candidates.push_back(std::move(candidates[c]));
        }
        return true;
    }

    static std::pair<bool, Fingerprint> keyOf(const GradientSketch& sketch)
    {
        return {sketch.isDisconnected, sketch.gradient};
    }

    /// Samples and judges the groups from the first one on.
    bool examine(std::size_t first)
    {
        const std::size_t batch = m_sampling.batchSize();
        const std::size_t batches = (m_groups.size() - first + batch - 1) / batch;
        Progress progress(m_options.progress, sketched, sampled, batches * m_prepared.experiment.points);
        for (std::size_t begin = first; begin < m_groups.size(); begin += batch) {
            const auto groups =
                std::span(m_groups).subspan(begin).first(std::min(batch, m_groups.size() - begin));
            std::vector<ValueAndGradient> graphs;
            for (const Group& group : groups)
                graphs.push_back(m_gradients.graphWith(group.candidates.front().bound));
            const auto figures = m_sampling.sample(graphs, progress, m_stop);
            if (!figures)
                return false;
            const auto place = [&](auto&, std::size_t g) {
                groups[g].placement = placementOf(groups[g], (*figures)[g]);
                judge(groups[g], (*figures)[g]);
            };
            const std::function<void(double)> nobodyWaits;
            Progress silent(nobodyWaits, 0.0, 1.0, groups.size());
            if (!inParallel(
                    groups.size(), [] { return 0; }, place, silent, m_stop))
                return false;
        }
        return !m_stop.stop_requested();
    }

    [[nodiscard]] Placement placementOf(const Group& group, const GradientFigures& figures) const
    {
        Placement placement;
        placement.gates = allGates(group.candidates.front());
        placement.isDisconnected = group.sketch.isDisconnected;
        static_cast<SweepFigures&>(placement) = static_cast<const SweepFigures&>(figures);
        placement.extraNodes = static_cast<std::ptrdiff_t>(group.sketch.nodes) -
                               static_cast<std::ptrdiff_t>(m_groups.front().sketch.nodes);
        placement.isZeroEverywhere = figures.points > 0 && figures.isZero;
        return placement;
    }

    /// What the graph does not prove, samples may show: by the judge that explains a variant, and at all
    /// points of the sweep. What they leave open, algebra may prove.
    void judge(Group& group, const GradientFigures& figures) const
    {
        Placement& placement = group.placement;
        const bool isSame = keyOf(group.sketch) == keyOf(m_noiseFree);
        const bool isKnown = group.sketch.isWithoutDraws && (isSame || placement.isDisconnected);
        const Verdict verdict = isKnown ? Verdict{} : seen(group, figures);
        const auto certainty = [&](bool isProved, Certainty isSeen, double largest) {
            const bool isMeasured =
                isSeen != Certainty::no && isRoundingOfItself(largest, epsilonOf(m_prepared.experiment));
            return isProved ? Certainty::proved : isMeasured ? Certainty::measured : Certainty::no;
        };
        placement.noiseFree =
            certainty(group.sketch.isWithoutDraws, verdict.noiseFree, figures.largestDeviation);
        placement.matchesNoiseFreeGradient =
            placement.isDisconnected != m_noiseFree.isDisconnected
                ? Certainty::no
                : certainty(isSame, verdict.equalsNoiseFree, figures.largestError);
        group.isOpen =
            !isKnown && !placement.isDisconnected &&
            (isOpen(placement.noiseFree, verdict.noiseFree, verdict.noiseDoubt) ||
             isOpen(placement.matchesNoiseFreeGradient, verdict.equalsNoiseFree, verdict.equalityDoubt));
    }

    static bool isOpen(Certainty claim, Certainty isSeen, Doubt doubt)
    {
        return claim != Certainty::proved && (isSeen != Certainty::no || doubt == Doubt::rounding);
    }

    [[nodiscard]] Verdict seen(const Group& group, const GradientFigures& figures) const
    {
        try {
            if (m_judge)
                return m_judge->judge(m_gradients.graphWith(group.candidates.front().bound), quickLook,
                                      m_stop);
        } catch (const GraphTooLarge&) {
            // Judging takes a larger graph than sampling.
        }
        Verdict verdict;
        if (figures.points == 0 || m_prepared.experiment.samples < fewSamples)
            verdict.noiseFree = verdict.equalsNoiseFree = Certainty::no;
        return verdict;
    }

    [[nodiscard]] std::unique_ptr<const Judge> makeJudge() const
    {
        try {
            return std::make_unique<const Judge>(m_prepared, m_options.algebra);
        } catch (const GraphTooLarge&) {
            return nullptr;
        }
    }

    bool examinePairs()
    {
        std::vector<std::size_t> singles;
        for (std::size_t g = 1; g < m_groups.size(); ++g)
            if (!m_groups[g].placement.isDisconnected)
                singles.push_back(g);
        std::ranges::stable_sort(singles, {}, [&](std::size_t g) { return m_groups[g].placement.rmse; });
        singles.resize(std::min(singles.size(), pairedPlacements));

        std::vector<Candidate> pairs;
        std::ranges::sort(singles);
        for (std::size_t second = 1; second < singles.size(); ++second)
            for (std::size_t first = 0; first < second; ++first)
                pairs.push_back(pairOf(m_groups[singles[first]].candidates.front(),
                                       m_groups[singles[second]].candidates.front()));
        const std::size_t begin = m_groups.size();
        if (!group(std::move(pairs), true) || !examine(begin))
            return false;
        std::erase_if(m_groups, [&](const Group& group) {
            return group.candidates.front().gates.size() == 2 && !group.placement.isCure();
        });
        return true;
    }

    static Candidate pairOf(const Candidate& a, const Candidate& b)
    {
        Candidate pair = a;
        std::ranges::copy(b.gates, std::back_inserter(pair.gates));
        std::ranges::copy(b.bound, std::back_inserter(pair.bound));
        return pair;
    }

    [[nodiscard]] Gates allGates(const Candidate& candidate) const
    {
        Gates gates = m_options.kept;
        std::ranges::copy(candidate.gates, std::back_inserter(gates));
        return gates;
    }

    /// First cures, proved ones before measured ones; disconnected gradients last.
    static int rankOf(const Placement& placement)
    {
        if (placement.isDisconnected)
            return 3;
        if (!placement.isCure())
            return 2;
        const bool isProved = placement.noiseFree == Certainty::proved &&
                              placement.matchesNoiseFreeGradient == Certainty::proved;
        return isProved ? 0 : 1;
    }

    static bool isBetter(const Placement& a, const Placement& b)
    {
        if (rankOf(a) != rankOf(b))
            return rankOf(a) < rankOf(b);
        // Among cures, errors are a matter of rounding.
        if (!a.isCure() && a.rmse != b.rmse && !(std::isnan(a.rmse) && std::isnan(b.rmse)))
            return a.rmse < b.rmse || std::isnan(b.rmse);
        if (a.gates.size() != b.gates.size())
            return a.gates.size() < b.gates.size();
        return a.extraNodes < b.extraNodes;
    }

    /// What the graph leaves to the samples, algebra may prove.
    void proveMeasured()
    {
        if (!m_judge)
            return;
        std::vector<Group*> open;
        for (Group& group : m_groups)
            if (group.isOpen)
                open.push_back(&group);
        std::ranges::stable_sort(open, isBetter,
                                 [](const Group* group) -> const Placement& { return group->placement; });
        PlacementProver prover(*m_judge, m_options.timeForAlgebra, m_stop);
        for (Group* group : open)
            if (prover.hasTime())
                prover.prove(group->placement, m_gradients.graphWith(group->candidates.front().bound));
    }

    Advice advice()
    {
        for (Group& group : m_groups)
            for (const Candidate& candidate : std::span(group.candidates).subspan(1))
                group.placement.equivalents.push_back(allGates(candidate));
        std::vector<std::size_t> order(m_groups.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            return isBetter(m_groups[a].placement, m_groups[b].placement);
        });

        Advice advice{.input = m_prepared.input,
                      .output = m_prepared.outputName,
                      .placements = {},
                      .ungated = 0,
                      .depths = {},
                      .isValueNoisy = isValueNoisy()};
        for (const std::size_t g : order) {
            if (g == 0)
                advice.ungated = advice.placements.size();
            advice.placements.push_back(m_groups[g].placement);
        }
        advice.depths = depthsIn(order);
        return advice;
    }

    [[nodiscard]] bool isValueNoisy() const
    {
        SharedGraph shared;
        const NodeId value = shared.add(m_ungated.graph, std::array{m_ungated.value}).front();
        return NoiseReach(shared.graph(), m_prepared.program).isNoisy(value);
    }

    /// A gate that stops all of the gradient stands where all paths pass.
    std::vector<DepthPoint> depthsIn(std::span<const std::size_t> order) const
    {
        if (m_groups.front().sketch.isDisconnected)
            return {};
        std::map<NodeId, std::size_t> cleaned;
        std::map<NodeId, bool> isPassedByAll;
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            for (const Candidate& candidate : m_groups[g].candidates) {
                if (candidate.bound.size() != 1 || candidate.bound.front().user)
                    continue;
                const BoundGate& gate = candidate.bound.front();
                if (gate.kind == GateKind::clean)
                    cleaned[gate.node] = g;
                else
                    isPassedByAll[gate.node] = m_groups[g].sketch.isDisconnected;
            }

        std::vector<DepthPoint> depths;
        std::size_t last = 0;
        for (const auto& [node, g] : cleaned) {
            if (!isPassedByAll[node] || g == 0 || g == last)
                continue;
            last = g;
            depths.push_back(
                {.place = std::string(m_prepared.program.placeName(node)),
                 .depth = depths.size() + 1,
                 .placement = static_cast<std::size_t>(std::ranges::find(order, g) - order.begin())});
        }
        return depths;
    }

    const Computation::Parts m_prepared;
    const AdviceOptions& m_options;
    const std::stop_token& m_stop;
    GatedGradients m_gradients;
    ValueAndGradient m_ungated;
    GradientSketch m_noiseFree;
    GradientSampling m_sampling;
    /// None where the graph is too large for one.
    std::unique_ptr<const Judge> m_judge;
    /// The first is the one without further gates.
    std::vector<Group> m_groups;
};

} // namespace

std::optional<Advice> advise(const Program& program, const Experiment& experiment,
                             const AdviceOptions& options, const std::stop_token& stop)
{
    return Advisor(program, experiment, options, stop).run();
}

} // namespace sluice
