// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format.h"
#include "app/output.h"
#include "app/prepared.h"
#include "app/print_curves.h"
#include "core/experiment/curves_file.h"

namespace sluice {
namespace {

std::string printed(const Curves& curves, Format format)
{
    switch (format) {
    case Format::json:
        return curvesAsJson(curves);
    case Format::csv:
        return curvesAsCsv(curves);
    case Format::table:
        break;
    }
    return curvesAsTable(curves);
}

} // namespace

int runSweep(const Arguments& arguments)
{
    CLI::App commandLine(
        "Prints the curves: per point of the sweep the statistics of value and gradient over all "
        "samples.",
        "sluice sweep");
    ComputingOptions options;
    FormatOption format;
    addComputingOptions(commandLine, options);
    format.addTo(commandLine);
    if (parse(commandLine, arguments)) {
        print(printed(sweepOf(prepare(options), options), format.format()));
    }
    return 0;
}

} // namespace sluice
