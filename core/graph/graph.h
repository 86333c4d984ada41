// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/phrased_error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice {

struct Operation;

/// The number of a node in its graph: operands always have smaller numbers than their users.
enum class NodeId : std::uint32_t
{
};

[[nodiscard]] constexpr std::size_t index(NodeId node) noexcept
{
    return static_cast<std::size_t>(node);
}

/// One occurrence of an operation. Equal expressions written twice are two nodes, as in the frameworks.
struct Node
{
    static constexpr std::size_t maximumArity = 3;

    const Operation* operation = nullptr;
    std::array<NodeId, maximumArity> operandIds{};
    std::uint32_t arity = 0;
    /// Which name a variable or a draw bears: an index into Graph::symbols().
    std::uint32_t symbol = 0;
    /// The value of a constant.
    double constant = 0.0;

    [[nodiscard]] std::span<const NodeId> operands() const noexcept { return {operandIds.data(), arity}; }
};

/// Thrown where a graph would outgrow its limit; whoever reads text or differentiates reports it to the user.
class GraphTooLarge : public PhrasedError
{
public:
    explicit GraphTooLarge(std::size_t limit);
    [[nodiscard]] std::size_t limit() const noexcept { return m_limit; }

private:
    std::size_t m_limit;
};

/// A forward expression, a gradient, or both: nodes in topological order, appended and never changed.
class Graph
{
public:
    static constexpr std::size_t maximumSize = 1'000'000;

    /// @throws GraphTooLarge beyond maximumSize nodes.
    NodeId append(const Operation& operation, std::span<const NodeId> operands);
    NodeId appendConstant(double value);
    /// An input or a parameter: a leaf whose value is given from outside.
    NodeId appendVariable(const std::string& name);
    /// The standard variate of the noise source `name`; `kind` is the row of its distribution's draw.
    NodeId appendDraw(const Operation& kind, const std::string& name);
    /// A copy of another graph's node over operands of this graph.
    NodeId appendCopy(const Graph& from, NodeId original, std::span<const NodeId> operands);

    [[nodiscard]] const Node& operator[](NodeId node) const { return m_nodes[index(node)]; }
    [[nodiscard]] std::span<const Node> nodes() const noexcept { return m_nodes; }
    [[nodiscard]] std::size_t size() const noexcept { return m_nodes.size(); }
    [[nodiscard]] const std::string& symbol(NodeId node) const { return m_symbols[(*this)[node].symbol]; }

private:
    NodeId push(Node node);
    std::uint32_t intern(const std::string& name);

    std::vector<Node> m_nodes;
    std::vector<std::string> m_symbols;
    std::unordered_map<std::string, std::uint32_t> m_symbolNumbers;
};

} // namespace sluice
