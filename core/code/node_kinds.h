// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code_graph.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace sluice {

/// What a node's value is in Python.
struct NodeKind
{
    /// Known when the code is written.
    bool isNumber = false;
    double value = 0.0;
    /// Of the input's shape: it depends on the input or on noise. What is neither is one number that is
    /// known when the code runs.
    bool isField = false;
    /// True or false, where the language has 1 and 0.
    bool isCondition = false;
};

/// The kinds of all nodes, and which of them are in the rule of which custom gradient.
class NodeKinds
{
public:
    explicit NodeKinds(const CodeGraph& code);

    [[nodiscard]] const NodeKind& operator[](NodeId node) const { return m_kinds[index(node)]; }
    /// The nodes that the value of `root` is computed from outside of rules, itself the last.
    [[nodiscard]] std::vector<NodeId> nodesOf(NodeId root) const;
    /// The nodes inside the rule of a custom gradient, in the order of the graph.
    [[nodiscard]] std::span<const NodeId> ruleOf(NodeId customGradient) const;
    /// What a custom gradient's rule reads from outside, numbers left out; empty for other nodes.
    [[nodiscard]] std::span<const NodeId> readsOf(NodeId node) const;

private:
    struct Rule
    {
        std::vector<NodeId> nodes;
        std::vector<NodeId> reads;
    };

    [[nodiscard]] NodeKind kindOf(NodeId id) const;
    void place(NodeId id);
    [[nodiscard]] Rule ruleFrom(NodeId root, NodeId upstream) const;
    /// What `root` is computed from: the nodes inside of a scope, and those outside that they read.
    [[nodiscard]] Rule region(NodeId root, std::size_t scope) const;

    const CodeGraph& m_code;
    std::vector<NodeKind> m_kinds;
    /// By node: 1 + the number of the upstream gradient whose rule it is inside of (the innermost), or 0.
    std::vector<std::size_t> m_scopes;
    std::unordered_map<NodeId, Rule> m_rules;
};

} // namespace sluice
