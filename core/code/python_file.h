// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code.h"
#include "core/code/code_graph.h"
#include "core/code/python_statements.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice {

/// Everything that a target's file is written from.
struct CodeContents
{
    const Program& program;
    const Experiment& experiment;
    const Variant& variant;
    const CodeRequest& request;
    const CodeGraph& graph;
    const PythonStatements& statements;
    /// Where the file prints its table.
    std::vector<double> points;
};

/// The whole file, for each target.
[[nodiscard]] std::string tensorflow1Code(const CodeContents& contents);
[[nodiscard]] std::string tensorflowCode(const CodeContents& contents);
[[nodiscard]] std::string kerasCode(const CodeContents& contents);
[[nodiscard]] std::string pytorchCode(const CodeContents& contents);
[[nodiscard]] std::string jaxCode(const CodeContents& contents);

/// A place in a file's text, `@NAME@`, and what stands there.
using Replacement = std::pair<std::string_view, std::string>;

/// The text of a file with its places filled in. Those that all targets have are
///   @HEAD@        what the file does, why, and what to beware of; without quotes
///   @TYPE@        the precision, as NumPy calls it
///   @SETTINGS@    PARAMETERS and POINTS, as Python's dictionary and list, and the definitions of helpers,
///   each
///                 with two empty lines behind it
///   @VALUE@       the function of input, parameters and noise
///   @TABLE@       what prints values and gradients where the file is run
///   @INPUT@       the name of the function's first argument
///   @OUTPUT@ @BY@ names
/// A line that holds nothing but a place is left out where nothing stands there.
[[nodiscard]] std::string pythonFile(std::string_view text, const CodeContents& contents,
                                     std::span<const Replacement> own);

/// How a target draws the standard variates of each kind, in an array of the shape `shape`.
struct DrawCalls
{
    std::string_view uniform;
    std::string_view normal;
    std::string_view laplace;
    std::string_view logistic;
    std::string_view gumbel;
    std::string_view exponential;
};
/// An entry of a dictionary for each source.
[[nodiscard]] std::string drawEntries(const CodeContents& contents, const DrawCalls& calls);
/// The body of `draw`: a statement that sets up the generator, if there is need of one, and a dictionary of
/// these entries.
[[nodiscard]] std::string drawBody(const CodeContents& contents, std::string_view generator,
                                   const DrawCalls& calls);

} // namespace sluice
