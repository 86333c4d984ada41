// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/sweep_choice.h"

namespace sluice {

std::string sweptName(const Program& program, const Experiment& experiment)
{
    std::string wanted = experiment.withRespectTo.value_or(program.withRespectTo);
    // Plain `v` means the last `v#k`.
    for (const std::string& name : {wanted, program.withRespectTo}) {
        if (const Input* input = program.findInput(name)) {
            return input->name;
        }
        if (const Parameter* parameter = program.findParameter(name)) {
            return parameter->name;
        }
    }
    return wanted;
}

std::vector<std::string> heldInputs(const Program& program, const Experiment& experiment)
{
    std::vector<std::string> names;
    const std::string swept = sweptName(program, experiment);
    for (const Input& input : program.inputs) {
        if (input.name != swept) {
            names.push_back(input.name);
        }
    }
    return names;
}

double heldInput(const Program& program, const Experiment& experiment, const std::string& name)
{
    const auto setting = experiment.settings.find(name);
    if (setting != experiment.settings.end()) {
        return setting->second;
    }
    const Input* input = program.findInput(name);
    return input != nullptr ? input->held : 0.0;
}

Experiment withSwept(Experiment experiment, const Program& program, const std::string& name,
                     std::optional<double> at)
{
    const std::string before = sweptName(program, experiment);
    if (name == before) {
        return experiment;
    }
    if (at && program.findInput(before) != nullptr) {
        experiment.settings[before] = *at;
    }
    experiment.withRespectTo.reset();
    if (name != sweptName(program, experiment)) {
        experiment.withRespectTo = name;
    }
    experiment.from.reset();
    experiment.to.reset();
    return experiment;
}

Experiment withHeldInput(Experiment experiment, const std::string& name, double value)
{
    experiment.settings[name] = value;
    return experiment;
}

} // namespace sluice
