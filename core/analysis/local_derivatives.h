// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/value_and_gradient.h"
#include "core/graph/graph.h"
#include "core/operations/semantics.h"

#include <cstddef>
#include <vector>

namespace sluice {

/// ∂user/∂operand at one use: what the operation's rule makes of an upstream gradient of 1.
struct LocalDerivative
{
    NodeId user{};
    std::size_t operand = 0;
    NodeId operandNode{};
    NodeId local{};
    /// The user is a custom gradient whose rule is not linear in the upstream gradient: `local` is the whole
    /// gradient that it sends on, whatever flowed to it.
    bool beginsAnew = false;
    /// The flow in the variant's graph.
    GradientFlow flow;
};

/// A variant's graph with the local derivatives of all that flows behind it.
struct LocalDerivatives
{
    Graph graph;
    /// From the output to the input.
    std::vector<LocalDerivative> edges;
};

/// @throws GraphTooLarge
[[nodiscard]] LocalDerivatives localDerivatives(const ValueAndGradient& variant, const Semantics& semantics);

/// Appends Σ |products of local derivatives| over all paths: the scale of the gradient's rounding errors.
/// @throws GraphTooLarge
[[nodiscard]] NodeId appendPathMagnitude(LocalDerivatives& derivatives, const ValueAndGradient& variant);

} // namespace sluice
