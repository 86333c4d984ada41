// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code.h"
#include "core/code/code_graph.h"
#include "core/code/dialect.h"

#include <string>
#include <vector>

namespace sluice {

/// Where statements find the variables that are held and the standard draws.
enum class Leaves
{
    inDictionaries, ///< `parameters["a"]` and `noise["u"]`, under Sluice's names
    asArguments     ///< under names of their own, tensors of the input's type and shape or scalars
};

/// A graph written as Python.
struct PythonStatements
{
    /// What Sluice calls `name` is `identifier` in the statements.
    struct Argument
    {
        std::string name;
        std::string identifier;
    };

    /// The name of the variable that is differentiated by: the first argument of the function.
    std::string input;
    /// For leaves as arguments: those of CodeGraph::parameters and ::sources, in that order.
    std::vector<Argument> parameters;
    std::vector<Argument> draws;
    /// The body of the function, a line a statement, without indentation; the last returns the output.
    std::vector<std::string> lines;
    /// The definitions that the statements call, in the order in which they must stand.
    std::vector<std::string> helpers;
};

/// Writes one assignment for each named place, in the text's own names; what has no name stands inside the
/// expressions that use it.
/// @throws CodeError where rules of custom gradients are nested too deeply for Python
[[nodiscard]] PythonStatements pythonStatements(const CodeGraph& graph, const Dialect& dialect, CodeForm form,
                                                Leaves leaves = Leaves::inDictionaries);

} // namespace sluice
