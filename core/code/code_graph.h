// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/graph/graph.h"
#include "core/language/program.h"

#include <string>
#include <utility>
#include <vector>

namespace sluice {

/// What code is written of: a variant's graph with its gates, free of symbolic gradients but not
/// differentiated, and what its nodes are called.
struct CodeGraph
{
    Graph graph;
    NodeId output{};
    std::string outputName;
    /// The variable that the output is differentiated by.
    NodeId by{};
    std::string byName;
    /// Whether no path carries a gradient from the output to that variable.
    bool isDisconnected = false;
    /// Under the chosen semantics.
    Framework semantics = Framework::tensorflow;

    struct Name
    {
        /// As Sluice names it: `yu`, `z.mul#2`; with `_clean` behind it for a noise-free counterpart.
        std::string text;
        /// A name of its own in the text, not that of an operation inside a statement.
        bool isDefined = false;
        /// `yu=clean` where the node is what a gate became.
        std::string gate;
    };
    /// By node; empty where it has none.
    std::vector<Name> names;

    /// The variables that are held, with their values, and the sources of noise with the rows of their
    /// draws: those that the output depends on, in the order of the text.
    struct Held
    {
        std::string name;
        double value = 0.0;
    };
    std::vector<Held> parameters;
    struct Source
    {
        std::string name;
        const Operation* draw = nullptr;
    };
    std::vector<Source> sources;
    /// The sources of noise that reach the gradient.
    std::vector<std::string> gradientSources;
    /// Which nodes the output's value or gradient depends on.
    std::vector<bool> isNeeded;
};

/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] CodeGraph codeGraph(const Program& program, const Experiment& experiment,
                                  const Variant& variant);

/// The same graph with another of its nodes as output.
[[nodiscard]] CodeGraph withOutput(CodeGraph code, NodeId output);

} // namespace sluice
