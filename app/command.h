// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

using Arguments = std::vector<std::string>;

/// What the first word of a command line may ask for.
struct Command
{
    std::string_view name;
    std::string_view description;
    /// Returns the exit status. @throws CommandLineError, InputError
    int (*run)(const Arguments& arguments);
};

[[nodiscard]] std::span<const Command> commands();

int runEvaluate(const Arguments& arguments);
int runSweep(const Arguments& arguments);
int runRender(const Arguments& arguments);
int runAdvise(const Arguments& arguments);
int runCode(const Arguments& arguments);
int runCheck(const Arguments& arguments);
int runExplain(const Arguments& arguments);
int runExamples(const Arguments& arguments);

/// Gives a command line its --help and --version, then reads the arguments.
/// @return false where help or the version was asked for, and printed. @throws CommandLineError
bool parse(CLI::App& commandLine, const Arguments& arguments);

/// What FILE may be, for help texts.
inline constexpr auto fileDescription =
    "an expression (.py, .txt), an experiment (.sluice), a picture that Sluice exported (.png, .svg, .pdf), "
    "example:NAME, or - for standard input";

} // namespace sluice
