// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/mean_gradient.h"

#include "core/operations/table.h"
#include "core/statistics/moments.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

namespace sluice {

namespace {

/// The graph with `name` moved by `offset`, and where `value` went.
std::pair<Graph, NodeId> moved(const Graph& graph, NodeId value, const std::string& name, double offset)
{
    Graph result;
    std::vector<NodeId> nodes;
    nodes.reserve(index(value) + 1);
    for (std::size_t i = 0; i <= index(value); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = graph[id];
        std::array<NodeId, Node::maximumArity> operands{};
        std::ranges::transform(node.operands(), operands.begin(), [&](NodeId o) { return nodes[index(o)]; });
        NodeId copy = result.appendCopy(graph, id, std::span(operands).first(node.arity));
        if (node.operation->role == Role::variable && graph.symbol(id) == name && offset != 0.0)
            copy = result.append(operationNamed("add"), std::array{copy, result.appendConstant(offset)});
        nodes.push_back(copy);
    }
    return {std::move(result), nodes.back()};
}

/// What of the samples' mean is more than sampling error; nothing where a sample is not finite.
std::optional<double> beyondNoise(std::span<const double> samples)
{
    const std::optional<Moments> moments = Moments::of(samples);
    if (!moments)
        return std::nullopt;
    const double error = moments->count() > 1 ? moments->meanError() : 0.0;
    return std::max(0.0, std::abs(moments->mean()) - 2.0 * error);
}

} // namespace

MeanGradient::MeanGradient(const Computation::Parts& prepared, const Graph& graph, NodeId value,
                           RootCollection& roots)
    : m_step(prepared.differenceStep), m_epsilon(epsilonOf(prepared.experiment))
{
    constexpr std::array<double, 5> steps{-1.0, -0.5, 0.0, 0.5, 1.0};
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const auto [copy, root] = moved(graph, value, prepared.input, steps.at(k) * m_step);
        m_rows.at(k) = roots.add(copy, std::array{root}).front();
    }
}

/// Halving the step tells how far a difference is from the limit. For a smooth value, D(h) - D(h/2) is 3/4 of
/// the error of D(h), and S(h) - 2·S(h/2), with S(h) the change of the one-sided differences, is of higher
/// order. Of a kink within reach one of the two always sees at least 2/5 of the error that it causes: for
/// |x| at a distance t·h from 0 the error is 1 - t, the two are t (or 1 - t, from t = 1/2 on) and |2 - 6t|
/// (or 2 - 2t).
void MeanGradient::compute(const RootSampler& rows, CentralDifference& difference) const
{
    const auto farBelow = rows[m_rows[0]];
    const auto below = rows[m_rows[1]];
    const auto value = rows[m_rows[2]];
    const auto above = rows[m_rows[3]];
    const auto farAbove = rows[m_rows[4]];
    const std::size_t count = value.size();
    const double h = m_step;
    difference.samples.resize(count);
    for (std::size_t s = 0; s < count; ++s)
        difference.samples[s] = (farAbove[s] - farBelow[s]) / (2.0 * h);
    std::vector<double>& work = difference.work;
    work.resize(count);
    for (std::size_t s = 0; s < count; ++s)
        work[s] = difference.samples[s] - (above[s] - below[s]) / h;
    const std::optional<double> change = beyondNoise(work);
    for (std::size_t s = 0; s < count; ++s) {
        const double far = (farAbove[s] - value[s]) - (value[s] - farBelow[s]);
        const double near = (above[s] - value[s]) - (value[s] - below[s]);
        work[s] = (far - 4.0 * near) / h;
    }
    const std::optional<double> bend = beyondNoise(work);
    const std::optional<Moments> moments = Moments::of(difference.samples);
    difference.isFinite = moments && change && bend;
    if (!difference.isFinite)
        return;
    difference.mean = moments->mean();
    const auto [least, most] = std::ranges::minmax(farAbove);
    const double rounding = m_epsilon * std::max(std::abs(least), std::abs(most)) / h;
    difference.allowance = 2.5 * std::max(*change, *bend) + 8.0 * rounding;
}

} // namespace sluice
