// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "app/failure.h"
#include "app/output.h"

#include <algorithm>
#include <array>

namespace sluice {

std::span<const Command> commands()
{
    static constexpr std::array<Command, 8> all = {{
        {"evaluate", "values and gradients at given points", runEvaluate},
        {"sweep", "the curves: statistics of value and gradient per point of the sweep", runSweep},
        {"render", "the figure as PNG, SVG or PDF", runRender},
        {"explain", "why the gradient is as it is: the chain rule path by path, the noise in it, the verdict",
         runExplain},
        {"advise", "where a gate should go: every placement, ranked", runAdvise},
        {"code", "a variant as code for TensorFlow, Keras, PyTorch or JAX", runCode},
        {"check", "errors only: nothing printed where the file is fine", runCheck},
        {"examples", "the names of the examples that come with it", runExamples},
    }};
    return all;
}

bool parse(CLI::App& commandLine, const Arguments& arguments)
{
    commandLine.set_help_flag("-h,--help", "Print this help and exit");
    commandLine.set_version_flag("--version", "Sluice " SLUICE_VERSION, "Print the version and exit");
    auto reversed = arguments;
    std::ranges::reverse(reversed);
    try {
        commandLine.parse(std::move(reversed));
        return true;
    } catch (const CLI::CallForHelp&) {
        print(commandLine.help());
    } catch (const CLI::CallForVersion&) {
        print(commandLine.version() + '\n');
    } catch (const CLI::ParseError& error) {
        throw CommandLineError(error.what());
    }
    return false;
}

} // namespace sluice
