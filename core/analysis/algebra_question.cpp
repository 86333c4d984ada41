// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/algebra_question.h"

#include "core/analysis/algebra_forms.h"
#include "core/graph/value_operands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

namespace sluice {

namespace {

std::string nameOf(NodeId node)
{
    return "n" + std::to_string(index(node));
}

/// The number as a fraction: exact, as every double is.
std::string exactNumber(double value)
{
    constexpr int digits = 53;
    int exponent = 0;
    const double mantissa = std::frexp(value, &exponent);
    const auto whole = static_cast<std::int64_t>(std::ldexp(mantissa, digits));
    return "(" + std::to_string(whole) + ")*2^(" + std::to_string(exponent - digits) + ")";
}

class QuestionWriter
{
public:
    QuestionWriter(const Graph& graph, std::span<const NodeId> roots, std::span<const Range> ranges)
        : m_graph(graph), m_ranges(ranges), m_isAncestor(valueAncestors(graph, roots))
    {
        m_isNoisy.resize(graph.size());
        m_isDrawUsedAlone.resize(graph.size());
        for (std::size_t i = 0; i < graph.size(); ++i) {
            const Node& node = graph.nodes()[i];
            m_isNoisy[i] =
                node.operation->role == Role::draw ||
                std::ranges::any_of(node.operands(), [&](NodeId o) { return m_isNoisy[index(o)]; });
            if (m_isAncestor[i] && node.operation->role != Role::noise)
                for (const NodeId operand : node.operands())
                    m_isDrawUsedAlone[index(operand)] = true;
        }
    }

    std::optional<AlgebraQuestion> ask(const std::string& last)
    {
        if (std::ranges::count(m_isAncestor, true) > static_cast<std::ptrdiff_t>(maximumAlgebraNodes))
            return std::nullopt;
        AlgebraQuestion question;
        for (std::size_t i = 0; i < m_graph.size(); ++i) {
            if (!m_isAncestor[i])
                continue;
            const auto line = lineOf(NodeId(static_cast<std::uint32_t>(i)));
            if (!line)
                return std::nullopt;
            question.lines.push_back(*line);
        }
        question.lines.push_back(last);
        return question;
    }

private:
    [[nodiscard]] std::optional<std::string> lineOf(NodeId id) const
    {
        const Node& node = m_graph[id];
        if (node.operation->role == Role::constant)
            return std::isfinite(node.constant)
                       ? std::optional(nameOf(id) + " = " + exactNumber(node.constant))
                       : std::nullopt;
        const AlgebraForm* form = node.arity > 0 ? algebraFormOf(*node.operation) : nullptr;
        // A noise source is a noise of its own, unless something else reads its draw.
        if (node.operation->role == Role::noise && !m_isDrawUsedAlone[index(node.operandIds[0])])
            form = nullptr;
        return form == nullptr ? declaration(id) : definition(id, *form);
    }

    [[nodiscard]] std::string declaration(NodeId id) const
    {
        const bool isPositive = m_ranges[index(id)].isPositive();
        const bool isNoisy = m_isNoisy[index(id)];
        return std::string(isNoisy ? (isPositive ? "noise+ " : "noise ")
                                   : (isPositive ? "positive " : "real ")) +
               nameOf(id);
    }

    [[nodiscard]] std::string definition(NodeId id, const AlgebraForm& form) const
    {
        std::string line = nameOf(id) + " = ";
        for (std::size_t i = 0; i < form.form.size(); ++i) {
            if (form.form[i] == '$')
                line += nameOf(m_graph[id].operandIds.at(static_cast<std::size_t>(form.form[++i] - '0')));
            else
                line += form.form[i];
        }
        return line;
    }

    const Graph& m_graph;
    std::span<const Range> m_ranges;
    std::vector<bool> m_isAncestor;
    std::vector<bool> m_isNoisy;
    std::vector<bool> m_isDrawUsedAlone;
};

bool isNonNegativeNumber(const Node& node)
{
    return node.operation->role == Role::constant && node.constant >= 0.0;
}

} // namespace

std::optional<AlgebraQuestion> questionFree(const Graph& graph, NodeId root, std::span<const Range> ranges)
{
    return QuestionWriter(graph, std::array{root}, ranges).ask("free " + nameOf(root));
}

std::optional<AlgebraQuestion> questionEqual(const Graph& graph, NodeId a, NodeId b,
                                             std::span<const Range> ranges)
{
    return QuestionWriter(graph, std::array{a, b}, ranges).ask("equal " + nameOf(a) + " " + nameOf(b));
}

std::vector<NodeId> singularNodes(const Graph& graph, std::span<const NodeId> roots,
                                  std::span<const Range> ranges)
{
    const std::vector<bool> isAncestor = valueAncestors(graph, roots);
    std::vector<NodeId> found;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Node& node = graph.nodes()[i];
        const AlgebraForm* form = isAncestor[i] && node.arity > 0 ? algebraFormOf(*node.operation) : nullptr;
        if (form == nullptr || !form->vanishing)
            continue;
        const NodeId operand = node.operandIds.at(*form->vanishing);
        // x**2 has no singularity at x = 0.
        if (node.operation->notation == Notation::power && isNonNegativeNumber(graph[node.operandIds[1]]))
            continue;
        if (!ranges[index(operand)].excludesZero() && std::ranges::find(found, operand) == found.end())
            found.push_back(operand);
    }
    std::ranges::sort(found);
    return found;
}

} // namespace sluice
