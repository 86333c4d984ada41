// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/computing_options.h"

#include "app/failure.h"
#include "app/numbers.h"
#include "app/unknown_name.h"
#include "core/experiment/setting_names.h"
#include "core/gradient/gate.h"

#include <cmath>
#include <limits>

namespace sluice {
namespace {

template <class Value, std::size_t count>
std::vector<std::string> namesOf(const SettingNames<Value, count>& names)
{
    std::vector<std::string> words;
    for (const auto& [name, value] : names) {
        words.emplace_back(name);
    }
    return words;
}

double number(const std::string& option, const std::string& text)
{
    const auto parsed = parseNumber(text);
    if (!parsed) {
        throw CommandLineError(option + " takes a number, not \"" + text + "\"");
    }
    return *parsed;
}

double finiteNumber(const std::string& option, const std::string& text)
{
    const double value = number(option, text);
    if (!std::isfinite(value)) {
        throw CommandLineError(option + " takes a finite number, not \"" + text + "\"");
    }
    return value;
}

std::size_t count(const std::string& option, const std::string& text)
{
    const auto parsed = parseWholeNumber(text);
    if (!parsed || *parsed < 1 || *parsed > std::numeric_limits<std::size_t>::max()) {
        throw CommandLineError(option + " takes a whole number of at least 1, not \"" + text + "\"");
    }
    return static_cast<std::size_t>(*parsed);
}

std::uint64_t seedFrom(const std::string& text)
{
    const auto parsed = parseWholeNumber(text);
    if (!parsed) {
        throw CommandLineError("--seed takes a whole number from 0 to 18446744073709551615, not \"" + text +
                               "\"");
    }
    return *parsed;
}

double differenceStepFrom(const std::string& text)
{
    const double step = finiteNumber("--difference-step", text);
    if (step <= 0) {
        throw CommandLineError("--difference-step takes a number greater than 0, not \"" + text + "\"");
    }
    return step;
}

/// One variant of the gates, named after them in their canonical spelling.
Variant variantOf(const std::vector<std::string>& gates)
{
    Variant variant;
    std::vector<Gate> seen;
    for (const auto& text : gates) {
        const auto gate = parseGate(text);
        if (!gate) {
            throw CommandLineError("\"" + text +
                                   "\" is no gate; write PLACE=stop or PLACE=clean, an edge as v:w=stop");
        }
        for (const auto& other : seen) {
            if (targetOf(other) == targetOf(*gate) && other.kind != gate->kind) {
                throw CommandLineError("two different gates are set on " + targetOf(*gate));
            }
        }
        seen.push_back(*gate);
        variant.gates.push_back(toString(*gate));
    }
    variant.name = nameOfGates(variant.gates);
    return variant;
}

void changeNames(Experiment& experiment, const ComputingOptions& options, const Program& program)
{
    for (const auto& setting : options.settings) {
        const auto [name, value] = parseAssignment("--set", setting, "a=0.5");
        if (!program.findVariable(name)) {
            throw CommandLineError(unknownName("parameter or input", name, program.variableNames()));
        }
        experiment.settings[name] = number("--set " + name, value);
    }
    if (options.withRespectTo) {
        if (!program.findVariable(*options.withRespectTo)) {
            throw CommandLineError(
                unknownName("input or parameter", *options.withRespectTo, program.variableNames()));
        }
        experiment.withRespectTo = options.withRespectTo;
    }
    if (options.output) {
        if (program.findPlace(*options.output) == nullptr) {
            std::vector<std::string> names;
            for (const auto& place : program.places) {
                names.push_back(place.name);
            }
            throw CommandLineError(unknownName("node", *options.output, names));
        }
        experiment.output = options.output;
    }
}

} // namespace

void addComputingOptions(CLI::App& commandLine, ComputingOptions& options)
{
    commandLine.add_option("FILE", options.file, fileDescription)->required()->type_name("");
    // Every option takes what follows it, also where it begins with a minus: --from -2.
    commandLine
        .add_option(
            "--gate", options.gates,
            "A gate of the variant to compute, in place of the file's variants: yu=clean, y:z.mul=stop; "
            "may be repeated")
        ->type_name("PLACE=KIND")
        ->allow_extra_args(false);
    commandLine
        .add_option("--set", options.settings, "The value of a parameter or of a held input; may be repeated")
        ->type_name("NAME=V")
        ->allow_extra_args(false);
    const auto add = [&](const char* name, std::optional<std::string>& value, const char* type,
                         const char* description) {
        return commandLine.add_option(name, value, description)->type_name(type);
    };
    add("--loss", options.loss, "EXPRESSION",
        "A loss that follows the output and takes its place, of any names of the text: (z - 0.5)**2");
    add("--wrt", options.withRespectTo, "NAME", "The input or parameter to differentiate by and sweep");
    add("--output", options.output, "NAME", "The node to take as output");
    add("--seed", options.seed, "N", "The seed of the noise");
    add("--samples", options.samples, "M", "Samples per point");
    add("--points", options.points, "N", "Points of the sweep");
    add("--from", options.from, "A", "Where the sweep begins");
    add("--to", options.to, "B", "Where the sweep ends");
    add("--difference-step", options.differenceStep, "H",
        "The step of the central difference for d/dx E[value]; without, 1 % of the sweep's width");
    add("--noise", options.noise, "KIND", "A fresh draw at every point, or one draw along the whole sweep")
        ->check(CLI::IsMember(namesOf(noiseNames)));
    add("--semantics", options.semantics, "FRAMEWORK", "Whose conventions decide at kinks")
        ->check(CLI::IsMember({"tensorflow", "pytorch", "jax"}));
    add("--precision", options.precision, "TYPE", "The arithmetic")
        ->check(CLI::IsMember(namesOf(precisionNames)));
}

Experiment changed(Experiment experiment, const ComputingOptions& options, const Program& program)
{
    if (!options.gates.empty()) {
        experiment.variants = {variantOf(options.gates)};
    }
    changeNames(experiment, options, program);
    if (options.seed) {
        experiment.seed = seedFrom(*options.seed);
    }
    if (options.samples) {
        experiment.samples = count("--samples", *options.samples);
    }
    if (options.points) {
        experiment.points = count("--points", *options.points);
    }
    if (options.from) {
        experiment.from = finiteNumber("--from", *options.from);
    }
    if (options.to) {
        experiment.to = finiteNumber("--to", *options.to);
    }
    if (options.differenceStep) {
        experiment.differenceStep = differenceStepFrom(*options.differenceStep);
    }
    if (options.noise) {
        experiment.noise = valueNamed(noiseNames, *options.noise).value();
    }
    if (options.semantics) {
        experiment.semantics = frameworkNamed(*options.semantics).value();
    }
    if (options.precision) {
        experiment.precision = valueNamed(precisionNames, *options.precision).value();
    }
    return experiment;
}

Assignment parseAssignment(const std::string& option, const std::string& text, const std::string& example)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw CommandLineError(option + " needs a name: " + option + " " + example + ", not \"" + text +
                               "\"");
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

} // namespace sluice
