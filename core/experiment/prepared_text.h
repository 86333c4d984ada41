// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/gradient/value_and_gradient.h"
#include "core/language/program.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace sluice {

/// The name under which a program has an input or parameter: plain `v` means the last `v#k`.
[[nodiscard]] std::optional<std::string> variableName(const Program& program, const std::string& name);
/// All of them, for messages.
[[nodiscard]] std::string listOfVariables(const Program& program);

/// One of an experiment's texts, with what the names of the experiment stand for in it.
struct PreparedText
{
    std::shared_ptr<const Program> program;
    NodeId output{};
    std::string outputName;
    /// The variable that is swept.
    std::string input;
    /// What the experiment sets, by the text's own names.
    std::map<std::string, double> settings;
    /// Where a variable goes by another name in the kernels, which hold all texts: a name that several texts
    /// have with different numbers is not the same variable.
    std::map<std::string, std::string> kernelNames;

    /// The node of the swept variable.
    [[nodiscard]] NodeId by() const { return *program->findVariable(input); }
    /// The value of a variable while another is swept.
    [[nodiscard]] double heldValue(const std::string& variable) const;
};

/// The experiment's names, looked up in a text: the experiment's own, or that of the variant of this name.
/// @throws ExperimentError where the text has no such output, or nothing of the swept variable's name
[[nodiscard]] PreparedText resolvedIn(std::shared_ptr<const Program> program, const Experiment& experiment,
                                      const std::string& swept,
                                      const std::optional<std::string>& variant = std::nullopt);

/// The range to sweep where the experiment names none: that of an input, else around what a parameter is.
[[nodiscard]] std::pair<double, double> usualRange(const PreparedText& text);

/// The graph with its variables under their kernel names.
void useKernelNames(ValueAndGradient& graph, const PreparedText& text);

} // namespace sluice
