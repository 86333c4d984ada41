// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/given_draws.h"

#include "app/computing_options.h"
#include "app/failure.h"
#include "app/numbers.h"
#include "app/unknown_name.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace sluice {
namespace {

std::string listed(std::span<const std::string> names)
{
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// The source that a text means by this name: that of the name, or the only one among its `name#k`.
std::string sourceNamed(const std::string& name, std::span<const Program* const> programs)
{
    const auto hasIt = [&](const Program* program) { return program->findSource(name) != nullptr; };
    if (std::ranges::any_of(programs, hasIt)) {
        return name;
    }
    std::vector<std::string> all;
    for (const auto* program : programs) {
        for (const auto& source : program->sources) {
            if (std::ranges::find(all, source.name) == all.end()) {
                all.push_back(source.name);
            }
        }
    }
    std::vector<std::string> numbered;
    std::ranges::copy_if(all, std::back_inserter(numbered),
                         [&](const std::string& each) { return each.starts_with(name + '#'); });
    if (numbered.empty()) {
        throw CommandLineError(unknownName("noise source", name, all));
    }
    if (numbered.size() > 1) {
        throw CommandLineError("--draws: \"" + name + "\" may be any of " + listed(numbered));
    }
    return numbered.front();
}

void checkDraws(const std::vector<double>& draws, const std::string& name, const Program& program)
{
    const auto* source = program.findSource(name);
    if (source == nullptr) {
        return;
    }
    const auto draw = program.graph[source->node].operands().front();
    const auto& kind = *program.graph[draw].operation;
    for (const double value : draws) {
        if (!std::isfinite(value) || !kind.support.contains(value)) {
            throw CommandLineError("--draws " + name + ": " + numberText(value) +
                                   " can't be drawn; its standard draw is " + std::string(kind.description));
        }
    }
}

} // namespace

Computation::GivenDraws givenDraws(const std::vector<std::string>& options,
                                   const ExperimentPrograms& programs, std::size_t points)
{
    const auto texts = differentPrograms(programs);
    Computation::GivenDraws given;
    for (const auto& option : options) {
        const auto [name, list] = parseAssignment("--draws", option, "u=0.5,0.25");
        const auto draws = parseNumbers(list);
        if (!draws) {
            throw CommandLineError("--draws " + name + ": \"" + list +
                                   "\" is no list of numbers like 0.5,0.25");
        }
        const auto source = sourceNamed(name, texts);
        if (draws->size() != points) {
            throw CommandLineError("--draws " + source + ": " + std::to_string(draws->size()) +
                                   " draws for " + std::to_string(points) + " points");
        }
        for (const auto* program : texts) {
            checkDraws(*draws, source, *program);
        }
        if (!given.emplace(source, *draws).second) {
            throw CommandLineError("--draws " + source + " is given twice");
        }
    }
    return given;
}

} // namespace sluice
