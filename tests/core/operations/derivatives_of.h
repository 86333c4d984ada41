// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluator.h"
#include "core/gradient/differentiate.h"
#include "core/operations/table.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::test {

/// An operation of variables, with its first and second derivatives by each of them.
class DerivativesOf
{
public:
    DerivativesOf(std::string_view operation, Framework framework)
    {
        const Operation& row = operationNamed(operation);
        const Semantics& semantics = semanticsOf(framework);
        for (std::size_t k = 0; k < row.arity; ++k)
            m_operands.push_back(m_graph.appendVariable("v" + std::to_string(k)));
        m_value = m_graph.append(row, m_operands);
        for (const NodeId by : m_operands)
            m_first.push_back(differentiate(m_graph, m_value, by, semantics));
        m_second.resize(row.arity);
        for (std::size_t i = 0; i < row.arity; ++i)
            for (const NodeId by : m_operands)
                m_second[i].push_back(m_first[i] ? differentiate(m_graph, *m_first[i], by, semantics)
                                                 : std::nullopt);
    }

    [[nodiscard]] std::size_t arity() const { return m_operands.size(); }
    [[nodiscard]] bool isConnected(std::size_t by) const { return m_first[by].has_value(); }

    template <class Real = double>
    [[nodiscard]] double value(std::span<const double> at) const
    {
        return evaluated<Real>(m_value, at);
    }
    /// 0 where disconnected.
    template <class Real = double>
    [[nodiscard]] double first(std::size_t by, std::span<const double> at) const
    {
        return m_first[by] ? evaluated<Real>(*m_first[by], at) : 0.0;
    }
    template <class Real = double>
    [[nodiscard]] double second(std::size_t by, std::size_t then, std::span<const double> at) const
    {
        return m_second[by][then] ? evaluated<Real>(*m_second[by][then], at) : 0.0;
    }

private:
    template <class Real>
    [[nodiscard]] double evaluated(NodeId node, std::span<const double> at) const
    {
        const Kernel kernel(m_graph, std::array{node});
        double result = 0.0;
        const std::array results{std::span(&result, 1)};
        Evaluator<Real>(kernel).run(at, Draws(0, false), 0, 1, results);
        return result;
    }

    Graph m_graph;
    std::vector<NodeId> m_operands;
    NodeId m_value{};
    std::vector<std::optional<NodeId>> m_first;
    std::vector<std::vector<std::optional<NodeId>>> m_second;
};

} // namespace sluice::test
