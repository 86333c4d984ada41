// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/variant_texts.h"

#include "core/experiment/computation.h"
#include "core/experiment/prepared_text.h"

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

std::shared_ptr<const Program> programOf(const Variant& variant)
{
    const auto reading = std::make_shared<const Reading>(read(*variant.text));
    if (reading->program)
        return {reading, &*reading->program};
    const auto error = std::ranges::find(reading->diagnostics, Severity::error, &Diagnostic::severity);
    throw ExperimentError(Phrase::of(
        "the text of the variant `%1` has errors: line %2, column %3: %4",
        {variant.name, std::to_string(error->line), std::to_string(error->column), error->message}));
}

void dropUnknownSettings(Experiment& experiment, const Program& program)
{
    std::erase_if(experiment.settings,
                  [&](const auto& setting) { return !program.findVariable(setting.first); });
}

} // namespace

const std::string& textOf(const Experiment& experiment, std::size_t variant)
{
    const auto& text = experiment.variants.at(variant).text;
    return text ? *text : experiment.text;
}

bool hasOwnTexts(const Experiment& experiment)
{
    return std::ranges::any_of(experiment.variants,
                               [](const Variant& variant) { return variant.text.has_value(); });
}

std::vector<const Program*> differentPrograms(const ExperimentPrograms& programs)
{
    std::vector<const Program*> different{programs.own.get()};
    for (const auto& program : programs.variants)
        if (std::ranges::find(different, program.get()) == different.end())
            different.push_back(program.get());
    return different;
}

ExperimentPrograms programsOf(const std::shared_ptr<const Program>& own, const Experiment& experiment,
                              ReadTexts known)
{
    known.insert_or_assign(experiment.text, own);
    ExperimentPrograms programs{.own = own, .variants = {}};
    for (const Variant& variant : experiment.variants) {
        if (!variant.text) {
            programs.variants.push_back(own);
            continue;
        }
        std::shared_ptr<const Program>& program = known[*variant.text];
        if (!program)
            program = programOf(variant);
        programs.variants.push_back(program);
    }
    return programs;
}

LoneVariant loneVariant(const ExperimentPrograms& programs, const Experiment& experiment, std::size_t variant)
{
    LoneVariant lone{.program = programs.variants.at(variant), .experiment = experiment};
    Variant alone = experiment.variants.at(variant);
    if (hasOwnTexts(experiment))
        dropUnknownSettings(lone.experiment, *lone.program);
    if (alone.text) {
        const std::string swept = experiment.withRespectTo.value_or(programs.own->withRespectTo);
        Experiment own = experiment;
        own.output.reset();
        if (programs.own->findVariable(swept)) {
            const auto [from, to] = usualRange(resolvedIn(programs.own, own, swept, "the text"));
            lone.experiment.from = experiment.from.value_or(from);
            lone.experiment.to = experiment.to.value_or(to);
        }
        lone.experiment.withRespectTo = swept;
        lone.experiment.text = *std::exchange(alone.text, std::nullopt);
    }
    lone.experiment.variants.assign(1, alone);
    return lone;
}

LoneVariant loneVariant(const Program& own, const Experiment& experiment, std::size_t variant)
{
    Experiment single = experiment;
    single.variants.assign(1, experiment.variants.at(variant));
    LoneVariant lone = loneVariant(programsOf(std::make_shared<const Program>(own), single), single, 0);
    if (hasOwnTexts(experiment))
        dropUnknownSettings(lone.experiment, *lone.program);
    return lone;
}

Experiment withoutVariants(Experiment experiment, const Program& own)
{
    if (hasOwnTexts(experiment))
        dropUnknownSettings(experiment, own);
    experiment.variants.clear();
    return experiment;
}

} // namespace sluice
