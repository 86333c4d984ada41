// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"
#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <optional>
#include <string>
#include <vector>

namespace sluice {

/// The options of every command that computes, as they were written.
struct ComputingOptions
{
    std::string file;
    std::vector<std::string> gates;
    std::vector<std::string> settings;
    std::optional<std::string> loss;
    std::optional<std::string> withRespectTo;
    std::optional<std::string> output;
    std::optional<std::string> seed;
    std::optional<std::string> samples;
    std::optional<std::string> points;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> differenceStep;
    std::optional<std::string> noise;
    std::optional<std::string> semantics;
    std::optional<std::string> precision;
};

/// Adds FILE and the options to a command line.
void addComputingOptions(CLI::App& commandLine, ComputingOptions& options);

/// The experiment with what the options say in place of its own settings.
/// @throws CommandLineError where an option names what the program doesn't have, or has an impossible value
[[nodiscard]] Experiment changed(Experiment experiment, const ComputingOptions& options,
                                 const Program& program);

/// `NAME=REST` taken apart. @throws CommandLineError where there is no name or no `=`
struct Assignment
{
    std::string name;
    std::string value;
};
[[nodiscard]] Assignment parseAssignment(const std::string& option, const std::string& text,
                                         const std::string& example);

} // namespace sluice
