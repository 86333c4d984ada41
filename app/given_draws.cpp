// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/given_draws.h"

#include "app/computing_options.h"
#include "app/failure.h"
#include "app/numbers.h"
#include "app/unknown_name.h"
#include "core/operations/operation.h"

#include <cmath>

namespace sluice {
namespace {

/// The source of this name, or the only one among its `name#k`.
const NoiseSource& sourceNamed(const std::string& name, const Program& program)
{
    std::vector<std::string> all;
    std::vector<const NoiseSource*> numbered;
    for (const auto& source : program.sources) {
        if (source.name == name) {
            return source;
        }
        all.push_back(source.name);
        if (source.name.starts_with(name + '#')) {
            numbered.push_back(&source);
        }
    }
    if (numbered.empty()) {
        throw CommandLineError(unknownName("noise source", name, all));
    }
    if (numbered.size() > 1) {
        std::string names;
        for (const auto* source : numbered) {
            names += names.empty() ? "" : ", ";
            names += source->name;
        }
        throw CommandLineError("--draws: \"" + name + "\" may be any of " + names);
    }
    return *numbered.front();
}

void checkDraws(const std::vector<double>& draws, const NoiseSource& source, const Program& program)
{
    const auto draw = program.graph[source.node].operands().front();
    const auto& kind = *program.graph[draw].operation;
    for (const double value : draws) {
        if (!std::isfinite(value) || !kind.support.contains(value)) {
            throw CommandLineError("--draws " + source.name + ": " + numberText(value) +
                                   " can't be drawn; its standard draw is " + std::string(kind.description));
        }
    }
}

} // namespace

Computation::GivenDraws givenDraws(const std::vector<std::string>& options, const Program& program,
                                   std::size_t points)
{
    Computation::GivenDraws given;
    for (const auto& option : options) {
        const auto [name, list] = parseAssignment("--draws", option, "u=0.5,0.25");
        const auto draws = parseNumbers(list);
        if (!draws) {
            throw CommandLineError("--draws " + name + ": \"" + list +
                                   "\" is no list of numbers like 0.5,0.25");
        }
        const auto& source = sourceNamed(name, program);
        if (draws->size() != points) {
            throw CommandLineError("--draws " + source.name + ": " + std::to_string(draws->size()) +
                                   " draws for " + std::to_string(points) + " points");
        }
        checkDraws(*draws, source, program);
        if (!given.emplace(source.name, *draws).second) {
            throw CommandLineError("--draws " + source.name + " is given twice");
        }
    }
    return given;
}

} // namespace sluice
