// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format.h"
#include "app/output.h"
#include "app/prepared.h"
#include "app/print_advice.h"
#include "app/progress_line.h"

namespace sluice {
namespace {

/// Gates that were asked for stay; those of the file's variants are among what is to be found.
Gates keptGates(const Prepared& prepared, const ComputingOptions& options)
{
    return options.gates.empty() ? Gates() : prepared.experiment.variants.front().gates;
}

Advice computedAdvice(const Prepared& prepared, const ComputingOptions& options, bool isBeforeOutput)
{
    ProgressLine line("advising");
    return adviceOf(prepared, options,
                    {.kept = keptGates(prepared, options),
                     .withGatesOnOutput = !isBeforeOutput,
                     .progress = [&](double share) { line.show(share); }});
}

std::string printed(const Prepared& prepared, const ComputingOptions& options, bool isBeforeOutput,
                    Format format)
{
    const auto advice = computedAdvice(prepared, options, isBeforeOutput);
    if (format == Format::json) {
        return adviceAsJson(advice);
    }
    if (format == Format::csv) {
        return adviceAsCsv(advice);
    }
    ProgressLine line("finding where the noise comes from");
    const auto attribution = attributionOf(
        prepared, options,
        {.gates = keptGates(prepared, options), .progress = [&](double share) { line.show(share); }});
    return adviceAsTable(advice, attribution);
}

} // namespace

int runAdvise(const Arguments& arguments)
{
    CLI::App commandLine(
        "Ranks every placement of a stop or clean gate by what it does to the gradient, best "
        "first. Gates given by --gate stay; others are added to them.",
        "sluice advise");
    ComputingOptions options;
    FormatOption format;
    bool isBeforeOutput = false;
    addComputingOptions(commandLine, options);
    commandLine.add_flag("--before-output", isBeforeOutput,
                         "Leave out gates on the output itself, for a layer that others are to follow");
    format.addTo(commandLine);
    if (parse(commandLine, arguments)) {
        print(printed(prepare(options), options, isBeforeOutput, format.format()));
    }
    return 0;
}

} // namespace sluice
