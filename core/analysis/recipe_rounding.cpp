// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recipe_rounding.h"

#include "core/analysis/formula_maker.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/sampling.h"
#include "core/evaluation/shared_graph.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace sluice {

namespace {

/// What F's own computation may be off by is no matter of the recipe.
constexpr double ownRoundings = 64.0;

/// Nodes of the program.
struct Recipe
{
    NodeId whole{};
    NodeId forward{};
    NodeId backward{};
};

bool isCalled(const Node& node, std::string_view operation)
{
    return node.operation->name == operation;
}

class RecipeFinder
{
public:
    RecipeFinder(const Graph& graph, const ValueAndGradient& variant)
        : m_graph(graph), m_values(SharedGraph().add(variant.graph, variant.nodes))
    {
    }

    [[nodiscard]] std::vector<Recipe> run() const
    {
        std::vector<Recipe> recipes;
        for (std::size_t i = 0; i < m_graph.size(); ++i) {
            const NodeId id{static_cast<std::uint32_t>(i)};
            if (const auto recipe = recipeAt(id))
                recipes.push_back(*recipe);
        }
        return recipes;
    }

private:
    [[nodiscard]] std::optional<Recipe> recipeAt(NodeId whole) const
    {
        const Node& node = m_graph[whole];
        if (!isCalled(node, "add"))
            return std::nullopt;
        for (const std::size_t stopped : {std::size_t{0}, std::size_t{1}}) {
            const NodeId backward = node.operandIds.at(1 - stopped);
            const Node* difference = stoppedDifference(node.operandIds.at(stopped));
            if (difference != nullptr && hasSameValue(difference->operandIds[1], backward))
                return Recipe{.whole = whole, .forward = difference->operandIds[0], .backward = backward};
        }
        return std::nullopt;
    }

    /// The `a - b` of `stop_gradient(a - b)`, also where a statement of its own names it; else null.
    [[nodiscard]] const Node* stoppedDifference(NodeId id) const
    {
        bool isStopped = false;
        const Node* node = &m_graph[id];
        while (node->operation->role == Role::stopGradient || isCalled(*node, "identity")) {
            isStopped = isStopped || node->operation->role == Role::stopGradient;
            node = &m_graph[node->operandIds[0]];
        }
        return isStopped && isCalled(*node, "sub") ? node : nullptr;
    }

    [[nodiscard]] bool hasSameValue(NodeId a, NodeId b) const
    {
        return m_values[index(a)] == m_values[index(b)];
    }

    const Graph& m_graph;
    /// Of every node, one that stands for all with the same value.
    std::vector<NodeId> m_values;
};

/// Where along the sweep a recipe's value is off.
struct Rounding
{
    std::size_t worst = 0;
    double difference = 0.0;
    double relative = 0.0;
    std::size_t points = 0;
};

Rounding roundingOf(std::span<const double> whole, std::span<const double> forward,
                    std::span<const double> backward, double epsilon)
{
    Rounding rounding;
    for (std::size_t point = 0; point < whole.size(); ++point) {
        const double difference = std::abs(whole[point] - forward[point]);
        const double size = std::abs(forward[point]);
        const bool isOff = std::isfinite(difference) && std::abs(backward[point]) > size &&
                           difference > ownRoundings * epsilon * size;
        if (!isOff)
            continue;
        const double relative = difference / size;
        if (rounding.points++ == 0 || relative > rounding.relative) {
            rounding.worst = point;
            rounding.difference = difference;
            rounding.relative = relative;
        }
    }
    return rounding;
}

} // namespace

std::vector<Sentence> recipeRoundings(const Computation::Parts& prepared, const ValueAndGradient& variant)
{
    const std::vector<Recipe> recipes = RecipeFinder(prepared.program.graph, variant).run();
    if (recipes.empty())
        return {};
    std::vector<NodeId> roots;
    for (const Recipe& recipe : recipes)
        for (const NodeId node : {recipe.whole, recipe.forward, recipe.backward})
            roots.push_back(variant.nodes[index(node)]);
    RootCollection collection;
    const std::vector<std::size_t> rows = collection.add(variant.graph, roots);
    const std::vector<std::vector<double>> values = firstSamplesAlongSweep(prepared, collection.compile());

    const NodeNames names(prepared.program, variant);
    const FormulaMaker maker(variant.graph, variant.graph.size(), names);
    const auto textOf = [&](NodeId node) { return toText(maker.local(variant.nodes[index(node)], {})); };
    std::vector<Sentence> sentences;
    for (std::size_t r = 0; r < recipes.size(); ++r) {
        const Rounding rounding = roundingOf(values[rows[3 * r]], values[rows[3 * r + 1]],
                                             values[rows[3 * r + 2]], epsilonOf(prepared.experiment));
        if (rounding.points > 0)
            sentences.push_back(
                {.statement = Statement::recipeRounds,
                 .texts = {prepared.input, names.nameOf(variant.nodes[index(recipes[r].whole)]),
                           textOf(recipes[r].forward), textOf(recipes[r].backward)},
                 .numbers = {sweepPoint(prepared, rounding.worst), static_cast<double>(rounding.points - 1),
                             rounding.difference}});
    }
    return sentences;
}

} // namespace sluice
