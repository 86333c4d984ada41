// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/formula.h"
#include "core/gradient/value_and_gradient.h"
#include "core/language/program.h"
#include "core/operations/semantics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sluice {

/// What becomes of the gradient at one factor.
enum class Passage : std::uint8_t
{
    open,     ///< it is multiplied by the factor
    stopped,  ///< nothing flows on: the path ends here and counts for nothing
    replaced, ///< the factor is another's: a noise-free counterpart's, a surrogate's, a custom rule's
};

/// What an edge carries, upstream gradient times factor. In the order in which the last that is true of one
/// of several edges is true of them all together.
enum class Carried : std::uint8_t
{
    nothing,
    noiseFree,    ///< no noise reaches it
    noiseNotSeen, ///< some noise reaches it, but it varies with it in no sample: measured, not proved
    noisy         ///< some noise reaches it
};

/// One local derivative: ∂of/∂by.
struct Factor
{
    /// Names of places.
    std::string of;
    std::string by;
    /// ∂of/∂by as people read it, and the same in the language.
    Formula formula;
    std::string text;
    /// As it is computed, for where the two differ: `0*x**-1` in place of 0. With the nodes of
    /// Derivation::graph that the names of both stand for.
    std::string computedText;
    std::vector<std::pair<std::string, NodeId>> leaves;
    /// The places whose values it is evaluated at, and those among them that are noisy.
    std::vector<std::string> evaluatedAt;
    std::vector<std::string> noisyAt;
    /// The sources that it reads, in the order of the text.
    std::vector<std::string> noise;
    /// False where samples were taken and it varied with that noise in none of them.
    bool isSeenToVary = true;
    Passage passage = Passage::open;
    /// What stops or replaces it: `yu=clean`, or the text's own `stop_gradient`, `surrogate`,
    /// `custom_gradient`.
    std::optional<std::string> gate;
    Carried carried = Carried::nothing;
    /// The use in the program's graph that it belongs to; none inside a resolved `grad`.
    std::optional<NodeId> ofNode;
    std::optional<NodeId> byNode;
    std::size_t operand = 0;
    /// The local derivative in Derivation::graph, to be computed.
    NodeId local{};
    /// What flows there in the variant's graph; none where nothing does.
    std::optional<GradientFlow> flow;
};

/// From the output to the input: a product of factors.
struct Path
{
    /// Numbers of factors.
    std::vector<std::size_t> factors;
    bool isStopped = false;
};

/// The chain rule, written out: the gradient is the sum over the paths from the output to the input of the
/// products of local derivatives. A custom gradient whose rule is not linear in the upstream gradient begins
/// its paths anew: its first factor is the whole gradient that it sends on.
struct Derivation
{
    static constexpr std::size_t maximumPaths = 12;

    /// Every edge that a gradient passes, or at which it is stopped, from the output to the input.
    std::vector<Factor> factors;
    /// Empty where there are more than maximumPaths.
    std::vector<Path> paths;
    /// How many there are, stopped ones included; infinite beyond the largest double.
    double pathCount = 0.0;
    /// The variant's graph with the local derivatives behind it.
    Graph graph;
};

/// The product of a path's factors, given every factor's value; 0 for a stopped path.
[[nodiscard]] double productOf(const Path& path, std::span<const double> factorValues);

/// @throws GraphTooLarge
[[nodiscard]] Derivation derive(const Program& program, const ValueAndGradient& variant,
                                const Semantics& semantics);

} // namespace sluice
