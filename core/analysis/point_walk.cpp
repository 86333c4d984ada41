// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_walk.h"

#include "core/analysis/node_names.h"
#include "core/analysis/scalar_value.h"
#include "core/evaluation/evaluator.h"
#include "core/graph/value_operands.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace sluice {

namespace {

/// The draws of one sample alone, given at point 0.
template <class Real>
Draws drawsOfSample(const Kernel& kernel, const Draws& all, std::size_t point, std::size_t sample)
{
    Draws draws(0, false);
    for (const DrawLeaf& leaf : kernel.draws()) {
        std::array<Real, 2> variates{};
        all.fill(leaf, point, sample - sample % 2, variates);
        draws.give(leaf.name, {static_cast<double>(variates.at(sample % 2))});
    }
    return draws;
}

/// Which nodes read no input, no parameter and no noise.
std::vector<bool> constantsOf(const Graph& graph)
{
    std::vector<bool> isConstant(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Node& node = graph.nodes()[i];
        isConstant[i] = node.arity == 0 ? node.operation->role == Role::constant
                                        : std::ranges::all_of(node.operands(),
                                                              [&](NodeId o) { return isConstant[index(o)]; });
    }
    return isConstant;
}

/// A formula for reading, which rounds otherwise than the graph does.
bool isSameValue(double read, double computed)
{
    constexpr double tolerance = 1e-4;
    if (!std::isfinite(read) || !std::isfinite(computed))
        return std::isnan(read) ? std::isnan(computed) : read == computed;
    return std::abs(read - computed) <= tolerance * std::max(std::abs(read), std::abs(computed));
}

template <class ValueOfName>
double valueOfFormula(const Formula& formula, const ValueOfName& valueOfName)
{
    std::vector<double> values(index(formula.root) + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = formula.graph[id];
        if (node.operation->role == Role::constant) {
            values[i] = node.constant;
        } else if (node.arity == 0) {
            values[i] = valueOfName(formula.graph.symbol(id));
        } else {
            std::array<double, Node::maximumArity> operands{};
            for (std::size_t k = 0; k < node.arity; ++k)
                operands.at(k) = values[index(node.operandIds.at(k))];
            values[i] = scalarValue(*node.operation, std::span(operands).first(node.arity));
        }
    }
    return values.back();
}

std::string describe(double value)
{
    return std::isnan(value) ? "NaN" : "infinite";
}

} // namespace

PointWalker::PointWalker(const Computation::Parts& prepared, const ValueAndGradient& variant,
                         const Derivation& derivation)
    : m_prepared(prepared),
      m_variant(variant),
      m_derivation(derivation),
      m_names(std::make_unique<const NodeNames>(prepared.program, variant)),
      m_isConstant(constantsOf(prepared.program.graph))
{
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < derivation.graph.size(); ++i)
        nodes.push_back(NodeId(static_cast<std::uint32_t>(i)));
    RootCollection roots;
    m_rows = roots.add(derivation.graph, nodes);
    m_kernel = std::make_unique<const Kernel>(roots.compile());
    for (const GradientFlow& flow : variant.flows)
        m_upstreams.try_emplace(flow.user, flow.upstream);
    m_upstreams.try_emplace(variant.by, variant.gradient);
    m_isForward = valueAncestors(variant.graph, std::array{variant.value});
}

PointWalker::~PointWalker() = default;

PointWalk PointWalker::walk(double x, std::size_t point, std::size_t sample)
{
    compute(x, point, sample);
    PointWalk walk{.at = x,
                   .value = valueOf(m_variant.value),
                   .gradient = valueOf(m_variant.gradient),
                   .nodes = {},
                   .factors = {},
                   .trouble = findTrouble(),
                   .sentences = {}};
    addNodes(walk);
    for (std::size_t f = 0; f < m_derivation.factors.size(); ++f) {
        const Factor& factor = m_derivation.factors[f];
        WalkedFactor walked{
            .factor = f, .text = textOf(factor), .local = valueOf(factor.local), .upstream = {}, .flow = {}};
        if (factor.flow) {
            walked.upstream = valueOf(factor.flow->upstream);
            walked.flow = valueOf(factor.flow->flow);
        }
        walk.factors.push_back(walked);
    }
    say(walk);
    return walk;
}

void PointWalker::addNodes(PointWalk& walk) const
{
    const auto upstreamOf = [this](NodeId node) {
        const auto found = m_upstreams.find(node);
        return found == m_upstreams.end() ? std::nullopt : std::optional(valueOf(found->second));
    };
    for (const Place& place : m_prepared.program.places) {
        if (m_isConstant[index(place.node)])
            continue;
        const NodeId plain = m_variant.nodes[index(place.node)];
        std::optional<double> upstream = upstreamOf(plain);
        if (!upstream)
            upstream = upstreamOf(m_variant.counterparts[index(place.node)]);
        walk.nodes.push_back(
            {.name = place.name, .value = valueOf(plain), .upstream = upstream, .node = place.node});
    }
}

void PointWalker::compute(double x, std::size_t point, std::size_t sample)
{
    m_values.resize(m_kernel->roots().size());
    std::vector<std::span<double>> results;
    results.reserve(m_values.size());
    for (double& value : m_values)
        results.emplace_back(&value, 1);
    VariableValues variables = m_prepared.variableValues(*m_kernel);
    if (m_prepared.experiment.precision == Precision::float32) {
        const Draws draws = drawsOfSample<float>(*m_kernel, m_prepared.draws(), point, sample);
        Evaluator<float>(*m_kernel, 1).run(variables.at(x), draws, 0, 1, results);
    } else {
        const Draws draws = drawsOfSample<double>(*m_kernel, m_prepared.draws(), point, sample);
        Evaluator<double>(*m_kernel, 1).run(variables.at(x), draws, 0, 1, results);
    }
}

std::optional<Trouble> PointWalker::findTrouble() const
{
    if (std::isfinite(valueOf(m_variant.gradient)))
        return std::nullopt;
    const GradientFlow* flow = brokenFlow();
    if (flow == nullptr)
        return std::nullopt;
    // What is not finite forward is only to blame where the gradient reads it.
    const auto factor = factorOf(*flow);
    const auto read = factor && !std::isfinite(valueOf(m_variant.value))
                          ? brokenValueIn(m_derivation.factors[*factor].local)
                          : std::nullopt;
    return read ? forwardTrouble(*read) : backwardTrouble(*flow);
}

const GradientFlow* PointWalker::brokenFlow() const
{
    // From the input towards the output, along what is not finite: flows stand in the order of their users,
    // the output first. What is masked on the way is not to blame.
    std::vector<bool> isBroken(m_variant.graph.size(), false);
    isBroken[index(m_variant.by)] = true;
    const GradientFlow* found = nullptr;
    for (std::size_t f = m_variant.flows.size(); f-- > 0;) {
        const GradientFlow& flow = m_variant.flows[f];
        const NodeId operand = m_variant.graph[flow.user].operandIds.at(flow.operand);
        if (!isBroken[index(operand)] || std::isfinite(valueOf(flow.flow)))
            continue;
        if (std::isfinite(valueOf(flow.upstream)))
            found = &flow;
        else
            isBroken[index(flow.user)] = true;
    }
    return found;
}

std::optional<NodeId> PointWalker::brokenValueIn(NodeId local) const
{
    std::optional<NodeId> node = local;
    while (node && !(index(*node) < m_isForward.size() && m_isForward[index(*node)])) {
        const auto operands = valueOperands(m_derivation.graph[*node]);
        const auto worse =
            std::ranges::find_if(operands, [this](NodeId o) { return !std::isfinite(valueOf(o)); });
        node = worse == operands.end() ? std::nullopt : std::optional(*worse);
    }
    return node && !std::isfinite(valueOf(*node)) ? node : std::nullopt;
}

Trouble PointWalker::forwardTrouble(NodeId node) const
{
    // On to a node that is not finite though all that it is computed from is.
    for (;;) {
        const auto operands = valueOperands(m_variant.graph[node]);
        const auto worse =
            std::ranges::find_if(operands, [this](NodeId o) { return !std::isfinite(valueOf(o)); });
        if (worse == operands.end())
            break;
        node = *worse;
    }
    return {.isForward = true,
            .node = m_names->nameOf(node),
            .value = valueOf(node),
            .factor = {},
            .zeroFactor = {},
            .branchOf = {}};
}

Trouble PointWalker::backwardTrouble(const GradientFlow& flow) const
{
    Trouble trouble{.node = m_names->nameOf(flow.user),
                    .value = valueOf(flow.flow),
                    .factor = factorOf(flow),
                    .zeroFactor = {},
                    // Only the 0 of a branch that is not taken, else it is something else that flows here.
                    .branchOf = valueOf(flow.upstream) == 0.0 ? branchNotTaken(flow.user) : std::nullopt};
    if (trouble.factor)
        trouble.value = valueOf(m_derivation.factors[*trouble.factor].local);
    findZero(trouble, flow);
    return trouble;
}

/// NaN comes of an infinite local derivative where the upstream gradient is 0, or where a later factor is.
void PointWalker::findZero(Trouble& trouble, const GradientFlow& born) const
{
    if (!std::isinf(trouble.value) || !std::isnan(valueOf(m_variant.gradient)))
        return;
    if (valueOf(born.upstream) == 0.0) {
        trouble.isZeroTimesInfinity = true;
        return;
    }
    for (std::size_t f = 0; f < m_derivation.factors.size(); ++f) {
        const Factor& factor = m_derivation.factors[f];
        if (factor.flow && std::isinf(valueOf(factor.flow->upstream)) && valueOf(factor.local) == 0.0 &&
            std::isnan(valueOf(factor.flow->flow))) {
            trouble.isZeroTimesInfinity = true;
            trouble.zeroFactor = f;
            return;
        }
    }
}

std::optional<std::string> PointWalker::branchNotTaken(NodeId from) const
{
    // Towards the output, along what the gradient came from. Flows stand in the order of their users, the
    // output first, so that one pass back from `from` sees each user after what it leads to.
    std::vector<bool> isAbove(m_variant.graph.size(), false);
    isAbove[index(from)] = true;
    for (std::size_t f = m_variant.flows.size(); f-- > 0;) {
        const auto& flow = m_variant.flows[f];
        const Node& user = m_variant.graph[flow.user];
        if (!isAbove[index(user.operandIds.at(flow.operand))])
            continue;
        isAbove[index(flow.user)] = true;
        if (user.operation->notation == Notation::cases) {
            const std::size_t taken = valueOf(user.operandIds[0]) != 0.0 ? 1 : 2;
            if (flow.operand != taken)
                return m_names->nameOf(flow.user);
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> PointWalker::factorOf(const GradientFlow& flow) const
{
    const auto found = std::ranges::find_if(m_derivation.factors, [&](const Factor& factor) {
        return factor.flow && factor.flow->user == flow.user && factor.flow->operand == flow.operand;
    });
    return found == m_derivation.factors.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_derivation.factors.begin()));
}

std::string PointWalker::textOf(const Factor& factor) const
{
    const double read = valueOfFormula(factor.formula, [&](const std::string& name) {
        const auto leaf = std::ranges::find(factor.leaves, name, &std::pair<std::string, NodeId>::first);
        return leaf == factor.leaves.end() ? std::nan("") : valueOf(leaf->second);
    });
    return isSameValue(read, valueOf(factor.local)) ? factor.text : factor.computedText;
}

void PointWalker::say(PointWalk& walk) const
{
    if (!walk.trouble)
        return;
    const Trouble& trouble = *walk.trouble;
    const std::string& input = m_prepared.input;
    const auto textOfFactor = [this](const std::optional<std::size_t>& factor) {
        return factor ? textOf(m_derivation.factors[*factor]) : std::string();
    };
    Sentence sentence{.statement = Statement::notFiniteForward,
                      .texts = {input, describe(walk.gradient), trouble.node, describe(trouble.value)},
                      .numbers = {walk.at, 0.0}};
    if (!trouble.isForward) {
        sentence.statement = Statement::notFiniteBackward;
        sentence.texts = {input, describe(walk.gradient), trouble.node, textOfFactor(trouble.factor),
                          describe(trouble.value)};
    }
    if (trouble.isZeroTimesInfinity) {
        sentence.statement = trouble.zeroFactor ? Statement::infinityTimesZero : Statement::zeroTimesInfinity;
        sentence.texts = {input, trouble.node, textOfFactor(trouble.factor)};
        if (trouble.zeroFactor)
            sentence.texts.push_back(textOfFactor(trouble.zeroFactor));
    }
    walk.sentences.push_back(std::move(sentence));
    if (trouble.branchOf)
        walk.sentences.push_back({.statement = Statement::branchNotTaken,
                                  .texts = {input, trouble.node, *trouble.branchOf},
                                  .numbers = {walk.at, 0.0}});
}

} // namespace sluice
