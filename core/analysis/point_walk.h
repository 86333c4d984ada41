// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"
#include "core/analysis/sentence.h"
#include "core/experiment/computation_parts.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice {

class NodeNames;

/// One place of one sample: its forward value, and what came back to it.
struct WalkedNode
{
    std::string name;
    double value = 0.0;
    /// ∂output/∂node; none where nothing flows back to it.
    std::optional<double> upstream;
    /// The node of the program's graph.
    NodeId node{};
};

/// One factor of one sample.
struct WalkedFactor
{
    /// The number of the factor in the derivation.
    std::size_t factor = 0;
    /// Its formula; as it is computed where the one for reading has another value here.
    std::string text;
    double local = 0.0;
    /// The upstream gradient of the factor's node, and what its rule made of it; none where nothing flows.
    std::optional<double> upstream;
    std::optional<double> flow;
};

/// Where the first NaN or infinity arose.
struct Trouble
{
    /// In the forward values, else in what flows back.
    bool isForward = false;
    std::string node;
    /// The value that is not finite: the node's, or the local derivative's.
    double value = 0.0;
    /// The factor where it arose on the way back.
    std::optional<std::size_t> factor;
    /// The factor whose 0 it met, which makes NaN of infinity; none where the upstream gradient was 0.
    std::optional<std::size_t> zeroFactor;
    bool isZeroTimesInfinity = false;
    /// The `where` that did not take the branch in which it arose.
    std::optional<std::string> branchOf;
};

/// One sample at one point, node by node.
struct PointWalk
{
    double at = 0.0;
    double value = 0.0;
    double gradient = 0.0;
    /// The places whose values depend on an input, a parameter or noise, in the order of the text.
    std::vector<WalkedNode> nodes;
    /// All factors of the derivation, from the output to the input.
    std::vector<WalkedFactor> factors;
    /// None where the gradient is finite.
    std::optional<Trouble> trouble;
    std::vector<Sentence> sentences;
};

/// Walks through samples of a variant. Everything it is given must outlive it; one thread at a time.
class PointWalker
{
public:
    PointWalker(const Computation::Parts& prepared, const ValueAndGradient& variant,
                const Derivation& derivation);
    ~PointWalker();

    /// `point` is the number under which the draws know the point: that of the sweep's point, or of the point
    /// of interest.
    [[nodiscard]] PointWalk walk(double x, std::size_t point, std::size_t sample);

private:
    void compute(double x, std::size_t point, std::size_t sample);
    [[nodiscard]] double valueOf(NodeId node) const { return m_values[m_rows[index(node)]]; }
    void addNodes(PointWalk& walk) const;
    [[nodiscard]] std::optional<Trouble> findTrouble() const;
    [[nodiscard]] Trouble forwardTrouble(NodeId node) const;
    [[nodiscard]] Trouble backwardTrouble(const GradientFlow& flow) const;
    /// Where a finite upstream gradient became something else on its way to the input.
    [[nodiscard]] const GradientFlow* brokenFlow() const;
    /// A forward value that is not finite and that a local derivative is computed from.
    [[nodiscard]] std::optional<NodeId> brokenValueIn(NodeId local) const;
    [[nodiscard]] std::string textOf(const Factor& factor) const;
    void findZero(Trouble& trouble, const GradientFlow& born) const;
    [[nodiscard]] std::optional<std::string> branchNotTaken(NodeId from) const;
    [[nodiscard]] std::optional<std::size_t> factorOf(const GradientFlow& flow) const;
    void say(PointWalk& walk) const;

    const Computation::Parts& m_prepared;
    const ValueAndGradient& m_variant;
    const Derivation& m_derivation;
    std::unique_ptr<const NodeNames> m_names;
    /// Of every node of the program, whether its value is the same always.
    std::vector<bool> m_isConstant;
    /// The row of every node of the derivation's graph.
    std::vector<std::size_t> m_rows;
    std::unique_ptr<const Kernel> m_kernel;
    std::unordered_map<NodeId, NodeId> m_upstreams;
    /// Of every node of the variant, whether the output's value is computed from it.
    std::vector<bool> m_isForward;
    std::vector<double> m_values;
};

} // namespace sluice
