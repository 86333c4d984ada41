// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/at_option.h"
#include "app/format.h"
#include "app/given_draws.h"
#include "app/numbers.h"
#include "app/output.h"
#include "app/prepared.h"
#include "app/print_values.h"

namespace sluice {
namespace {

std::string printed(const PointValues& values, Format format)
{
    switch (format) {
    case Format::json:
        return valuesAsJson(values);
    case Format::csv:
        return valuesAsCsv(values);
    case Format::table:
        break;
    }
    return valuesAsTable(values);
}

} // namespace

int runEvaluate(const Arguments& arguments)
{
    CLI::App commandLine("Prints values and gradients at given points, with sample 0 of each noise source.",
                         "sluice evaluate");
    ComputingOptions options;
    std::optional<std::string> at;
    std::vector<std::string> draws;
    FormatOption format;
    addComputingOptions(commandLine, options);
    commandLine
        .add_option(
            "--at", at,
            "The points, and the variable to differentiate by; without, the file's points of interest, "
            "else 5 points along the sweep")
        ->type_name("NAME=V,V,...");
    commandLine
        .add_option(
            "--draws", draws,
            "The standard draw of a noise source at each point, in place of random ones; may be repeated")
        ->type_name("NAME=E,E,...")
        ->allow_extra_args(false);
    format.addTo(commandLine);
    if (!parse(commandLine, arguments)) {
        return 0;
    }
    auto points = at ? pointsFrom(*at, options) : std::vector<double>{};
    const auto prepared = prepare(options);
    if (!at) {
        points = prepared.computation.pointsOfInterest();
    }
    const auto given = givenDraws(draws, prepared.computation.programs(), points.size());
    print(printed(valuesOf(prepared, options, points, given), format.format()));
    return 0;
}

} // namespace sluice
