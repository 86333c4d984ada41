// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The variant's graph has more nodes than a reader wants to see: a gate is a node of its own, between a place
// and its use. Here an edge leads from a node to an operand with the gates between the two looked through,
// and a stop ends it. First it is found, from the input upwards, which nodes lead to the input or to a stop
// before it; then, from the output downwards, the edges get their local derivatives.
#include "core/analysis/derivation.h"

#include "core/analysis/formula_maker.h"
#include "core/analysis/local_derivatives.h"
#include "core/analysis/node_names.h"
#include "core/analysis/noise_reach.h"
#include "core/evaluation/shared_graph.h"
#include "core/graph/value_operands.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace sluice {

namespace {

/// An edge with the gates looked through.
struct Step
{
    NodeId user{};
    std::size_t operand = 0;
    /// Behind the gates.
    NodeId target{};
    NodeId local{};
    Passage passage = Passage::open;
    std::optional<std::string> gate;
    bool beginsAnew = false;
    std::optional<GradientFlow> flow;
};

class Deriver
{
public:
    Deriver(const Program& program, const ValueAndGradient& variant, const Semantics& semantics)
        : m_program(program),
          m_variant(variant),
          m_semantics(semantics),
          m_names(program, variant),
          m_locals(localDerivatives(variant, semantics)),
          m_one(m_locals.graph.appendConstant(1.0)),
          m_count(index(variant.value) + 1, 0.0),
          m_dependsOnInput(m_count.size(), false),
          m_leads(m_count.size(), false),
          m_isLive(m_count.size(), false)
    {
        for (std::size_t e = 0; e < m_locals.edges.size(); ++e)
            m_edges.try_emplace({m_locals.edges[e].user, m_locals.edges[e].operand}, e);
    }

    Derivation run()
    {
        findWhatLeadsToInput();
        collectSteps();
        countPaths();
        Derivation derivation;
        derivation.pathCount = pathCount();
        writeFactors(derivation);
        if (derivation.pathCount <= static_cast<double>(Derivation::maximumPaths))
            listPaths(derivation);
        derivation.graph = std::move(m_locals.graph);
        return derivation;
    }

private:
    [[nodiscard]] const Node& at(NodeId node) const { return m_variant.graph[node]; }
    [[nodiscard]] bool isGate(NodeId node) const { return m_names.gateOf(node).has_value(); }

    /// What keeps a gradient from this operand of the text: a stop_gradient, the forward side of a surrogate.
    [[nodiscard]] bool isStop(NodeId user, std::size_t operand) const
    {
        const Role role = at(user).operation->role;
        return operand == 0 && (role == Role::stopGradient || role == Role::surrogate);
    }

    [[nodiscard]] bool isStopShown(NodeId user, std::size_t operand) const
    {
        // A clean gate's forward side is the noisy value, which everyone expects to be replaced.
        return isStop(user, operand) && m_dependsOnInput[index(at(user).operandIds[operand])] &&
               !(isGate(user) && at(user).operation->role == Role::surrogate);
    }

    void findWhatLeadsToInput()
    {
        if (m_variant.by > m_variant.value)
            return;
        m_dependsOnInput[index(m_variant.by)] = true;
        m_leads[index(m_variant.by)] = true;
        for (std::size_t i = index(m_variant.by) + 1; i < m_count.size(); ++i) {
            const NodeId id{static_cast<std::uint32_t>(i)};
            for (const NodeId operand : valueOperands(at(id)))
                m_dependsOnInput[i] = m_dependsOnInput[i] || m_dependsOnInput[index(operand)];
            for (std::size_t k = 0; k < at(id).arity; ++k)
                if (isStopShown(id, k) ||
                    (at(id).operation->gradients[k] != nullptr && m_leads[index(at(id).operandIds[k])]))
                    m_leads[i] = true;
        }
    }

    void collectSteps()
    {
        std::vector<bool> isReached(m_count.size(), false);
        enterOutput(isReached);
        for (std::size_t i = m_count.size(); i-- > 0;) {
            const NodeId user{static_cast<std::uint32_t>(i)};
            if (!isReached[i] || isGate(user))
                continue;
            for (std::size_t k = 0; k < at(user).arity; ++k)
                if (auto step = stepTo(user, k)) {
                    if (step->passage != Passage::stopped)
                        isReached[index(step->target)] = true;
                    m_steps.push_back(*std::move(step));
                }
        }
    }

    void enterOutput(std::vector<bool>& isReached)
    {
        Step entry;
        entry.user = m_variant.value;
        entry.target = m_variant.value;
        entry.local = m_one;
        lookThroughGates(entry);
        m_root = entry.target;
        if (entry.passage == Passage::stopped) {
            entry.user = entry.target;
            if (m_dependsOnInput[index(entry.target)])
                m_steps.push_back(std::move(entry));
        } else if (m_leads[index(m_root)]) {
            isReached[index(m_root)] = true;
        }
    }

    std::optional<Step> stepTo(NodeId user, std::size_t k)
    {
        const NodeId operand = at(user).operandIds[k];
        const Role role = at(user).operation->role;
        Step step;
        step.user = user;
        step.operand = k;
        step.target = operand;
        step.local = m_one;
        if (isStopShown(user, k)) {
            step.passage = Passage::stopped;
            step.gate = std::string(at(user).operation->name);
            step.target = m_names.behindGates(operand);
            return step;
        }
        if (at(user).operation->gradients[k] == nullptr || !m_leads[index(operand)])
            return std::nullopt;
        const auto local = localOf(user, k);
        if (!local)
            return std::nullopt;
        step.local = *local;
        if (const auto edge = m_edges.find({user, k}); edge != m_edges.end()) {
            step.beginsAnew = m_locals.edges[edge->second].beginsAnew;
            step.flow = m_locals.edges[edge->second].flow;
        }
        if (role == Role::surrogate || role == Role::customGradient) {
            step.passage = Passage::replaced;
            step.gate = std::string(at(user).operation->name);
        } else if (const auto counterpart = m_cleanedBy.find(user); counterpart != m_cleanedBy.end()) {
            step.passage = Passage::replaced;
            step.gate = counterpart->second;
        }
        lookThroughGates(step);
        return step;
    }

    /// Where nothing flows because a stop comes later, the local derivative is still worth showing.
    std::optional<NodeId> localOf(NodeId user, std::size_t k)
    {
        if (const auto edge = m_edges.find({user, k}); edge != m_edges.end())
            return m_locals.edges[edge->second].local;
        return flowTo(m_locals.graph, user, k, m_one, m_semantics);
    }

    /// Follows a step through the gates before its operand, to the first stop.
    void lookThroughGates(Step& step)
    {
        std::optional<std::string> cleaned;
        while (const auto gate = m_names.gateOf(step.target)) {
            if (at(step.target).operation->role == Role::stopGradient) {
                step.passage = Passage::stopped;
                step.gate = gate;
                step.target = m_names.behindGates(step.target);
                return;
            }
            cleaned = gate;
            step.target = at(step.target).operandIds[1];
        }
        const auto origin = m_names.originOf(step.target);
        if (origin && !origin->isCounterpart)
            return;
        // A counterpart's operands are counterparts too, as far as they differ.
        if (cleaned)
            m_cleanedBy.try_emplace(step.target, *cleaned);
        else if (const auto user = m_cleanedBy.find(step.user); user != m_cleanedBy.end())
            m_cleanedBy.try_emplace(step.target, user->second);
    }

    void countPaths()
    {
        if (m_variant.by <= m_variant.value) {
            m_count[index(m_variant.by)] = 1.0;
            m_isLive[index(m_variant.by)] = true;
        }
        // Steps stand from the output to the input, all of a node together.
        for (std::size_t s = m_steps.size(); s-- > 0;) {
            const Step& step = m_steps[s];
            const bool isStopped = step.passage == Passage::stopped;
            if (!isStopped && m_isLive[index(step.target)])
                m_isLive[index(step.user)] = true;
            (step.beginsAnew ? m_fresh[step.user] : m_count[index(step.user)]) +=
                isStopped ? 1.0 : m_count[index(step.target)];
        }
    }

    [[nodiscard]] double pathCount() const
    {
        double count = m_count[index(m_root)];
        for (const auto& [node, fresh] : m_fresh)
            count += fresh;
        return count;
    }

    void writeFactors(Derivation& derivation)
    {
        SharedGraph shared;
        std::vector<NodeId> locals;
        std::ranges::transform(m_steps, std::back_inserter(locals), &Step::local);
        const std::vector<NodeId> sharedLocals = shared.add(m_locals.graph, locals);
        const NoiseReach reach(shared.graph(), m_program);
        const FormulaMaker maker(m_locals.graph, m_variant.graph.size(), m_names);

        std::vector<bool> isNoisy(m_count.size(), false);
        for (std::size_t s = 0; s < m_steps.size(); ++s) {
            const Step& step = m_steps[s];
            const bool carriesNoise =
                reach.isNoisy(sharedLocals[s]) || (!step.beginsAnew && isNoisy[index(step.user)]);
            const bool flows = step.passage != Passage::stopped && m_isLive[index(step.target)];
            if (flows && carriesNoise)
                isNoisy[index(step.target)] = true;
            Factor factor = factorOf(step, maker);
            factor.noise = reach.sourcesOf(sharedLocals[s]);
            if (flows)
                factor.carried = carriesNoise ? Carried::noisy : Carried::noiseFree;
            derivation.factors.push_back(std::move(factor));
        }
    }

    [[nodiscard]] Factor factorOf(const Step& step, const FormulaMaker& maker) const
    {
        Factor factor{.of = m_names.nameOf(step.user),
                      .by = m_names.nameOf(step.target),
                      .formula = maker.local(step.local, step.user),
                      .text = {},
                      .computedText = {},
                      .leaves = {},
                      .evaluatedAt = {},
                      .noisyAt = {},
                      .noise = {},
                      .isSeenToVary = true,
                      .passage = step.passage,
                      .gate = step.gate,
                      .carried = Carried::nothing,
                      .ofNode = programNode(step.user),
                      .byNode = programNode(step.target),
                      .operand = step.operand,
                      .local = step.local,
                      .flow = step.flow};
        factor.text = toText(factor.formula);
        factor.computedText = toText(maker.asComputed(step.local, step.user, factor.leaves));
        for (const std::string& name : variablesOf(factor.formula)) {
            factor.evaluatedAt.push_back(name);
            if (maker.isNoisyName(name))
                factor.noisyAt.push_back(name);
        }
        return factor;
    }

    [[nodiscard]] std::optional<NodeId> programNode(NodeId node) const
    {
        const auto origin = m_names.originOf(node);
        return origin ? std::optional(origin->node) : std::nullopt;
    }

    void listPaths(Derivation& derivation) const
    {
        std::unordered_map<NodeId, std::vector<std::size_t>> stepsOf;
        for (std::size_t s = 0; s < m_steps.size(); ++s)
            stepsOf[m_steps[s].user].push_back(s);
        if (m_root == m_variant.by && stepsOf.empty())
            derivation.paths.emplace_back();
        for (const std::size_t first : stepsOf[m_root])
            if (!m_steps[first].beginsAnew)
                walk(derivation, stepsOf, first);
        for (std::size_t s = 0; s < m_steps.size(); ++s)
            if (m_steps[s].beginsAnew)
                walk(derivation, stepsOf, s);
    }

    /// All paths that begin with a step.
    void walk(Derivation& derivation, const std::unordered_map<NodeId, std::vector<std::size_t>>& stepsOf,
              std::size_t first) const
    {
        std::vector<std::vector<std::size_t>> open{{first}};
        while (!open.empty()) {
            const std::vector<std::size_t> path = std::move(open.back());
            open.pop_back();
            const Step& last = m_steps[path.back()];
            const bool isStopped = last.passage == Passage::stopped;
            if (isStopped || last.target == m_variant.by) {
                derivation.paths.push_back({.factors = path, .isStopped = isStopped});
                continue;
            }
            const auto next = stepsOf.find(last.target);
            if (next == stepsOf.end() || m_count[index(last.target)] == 0.0)
                continue;
            for (std::size_t i = next->second.size(); i-- > 0;) {
                const std::size_t step = next->second[i];
                if (m_steps[step].beginsAnew)
                    continue;
                open.push_back(path);
                open.back().push_back(step);
            }
        }
    }

    const Program& m_program;
    const ValueAndGradient& m_variant;
    const Semantics& m_semantics;
    NodeNames m_names;
    LocalDerivatives m_locals;
    NodeId m_one;
    std::map<std::pair<NodeId, std::size_t>, std::size_t> m_edges;
    NodeId m_root{};
    std::vector<Step> m_steps;
    /// Paths from a node to the input or to a stop.
    std::vector<double> m_count;
    std::vector<bool> m_dependsOnInput;
    std::vector<bool> m_leads;
    std::vector<bool> m_isLive;
    /// By which clean gate a node is the counterpart of what it replaces.
    std::unordered_map<NodeId, std::string> m_cleanedBy;
    /// Paths that begin at a custom gradient.
    std::map<NodeId, double> m_fresh;
};

} // namespace

Derivation derive(const Program& program, const ValueAndGradient& variant, const Semantics& semantics)
{
    return Deriver(program, variant, semantics).run();
}

double productOf(const Path& path, std::span<const double> factorValues)
{
    if (path.isStopped)
        return 0.0;
    double product = 1.0;
    for (const std::size_t factor : path.factors)
        product *= factorValues[factor];
    return product;
}

} // namespace sluice
