// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/at_option.h"

#include "app/failure.h"
#include "app/numbers.h"

namespace sluice {

std::vector<double> pointsFrom(const std::string& at, ComputingOptions& options)
{
    if (parseNumbers(at)) {
        throw CommandLineError("--at needs the variable to differentiate by, as in --at x=" + at);
    }
    const auto [name, list] = parseAssignment("--at", at, "x=-2,-1,1");
    const auto points = parseNumbers(list);
    if (!points) {
        throw CommandLineError("--at " + name + ": \"" + list + "\" is no list of numbers like -2,-1,1");
    }
    if (options.withRespectTo && *options.withRespectTo != name) {
        throw CommandLineError("--at gives points of " + name + ", but --wrt says " + *options.withRespectTo);
    }
    options.withRespectTo = name;
    return *points;
}

} // namespace sluice
