// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/at_option.h"
#include "app/failure.h"
#include "app/numbers.h"
#include "app/output.h"
#include "app/prepared.h"
#include "app/print_explanations.h"
#include "app/progress_line.h"
#include "ui/panels/derivation_text.h"

#include <limits>

namespace sluice {
namespace {

std::size_t sampleFrom(const std::string& text)
{
    const auto number = parseWholeNumber(text);
    if (!number || *number > std::numeric_limits<std::uint32_t>::max()) {
        throw CommandLineError("--sample takes the number of a sample, from 0, not \"" + text + "\"");
    }
    return static_cast<std::size_t>(*number);
}

/// Who causes how much is a question where there are several who may.
bool hasSeveralSources(const Verdict& verdict)
{
    return verdict.noiseFree == Certainty::no && verdict.noiseDoubt == Doubt::none &&
           !verdict.isDisconnected && verdict.sources.size() > 1;
}

std::string explained(const Explainer& explainer, const Prepared& prepared, const ComputingOptions& options,
                      bool asJson)
{
    std::vector<AttributedExplanation> explanations;
    for (std::size_t variant = 0; variant < explainer.variantCount(); ++variant) {
        explanations.push_back({explainer.explain(variant).value(), {}});
        auto& [explanation, attribution] = explanations.back();
        if (!asJson && hasSeveralSources(explanation.verdict)) {
            ProgressLine line("finding where the noise comes from");
            attribution = attributionOf(prepared, options,
                                        {.gates = prepared.experiment.variants[variant].gates,
                                         .progress = [&](double share) { line.show(share); }},
                                        variant);
        }
    }
    return asJson ? explanationsAsJson(explanations)
                  : explanationsAsTable(explanations, prepared.computation.input(),
                                        prepared.computation.output());
}

/// The derivations alone, as another program wants them.
std::string derived(const Explainer& explainer, const Prepared& prepared, DerivationNotation notation)
{
    std::string text;
    for (std::size_t variant = 0; variant < explainer.variantCount(); ++variant) {
        const DerivationSubject subject{
            .variant = QString::fromStdString(prepared.experiment.variants[variant].name),
            .output = QString::fromStdString(explainer.output(variant)),
            .input = QString::fromStdString(prepared.computation.input())};
        text += (text.empty() ? "" : "\n") +
                derivationText(explainer.derivation(variant), subject, notation).toStdString();
    }
    return text;
}

std::optional<DerivationNotation> notationNamed(const std::string& format)
{
    return format == "latex"     ? std::optional(DerivationNotation::latex)
           : format == "unicode" ? std::optional(DerivationNotation::unicode)
           : format == "python"  ? std::optional(DerivationNotation::python)
                                 : std::nullopt;
}

std::string walked(const Explainer& explainer, const Prepared& prepared, std::span<const double> points,
                   std::size_t sample, bool asJson)
{
    std::vector<WalkedVariant> variants;
    for (std::size_t variant = 0; variant < explainer.variantCount(); ++variant) {
        variants.push_back({prepared.experiment.variants[variant].name, explainer.derivation(variant), {}});
        for (std::size_t point = 0; point < points.size(); ++point) {
            variants.back().walks.push_back(explainer.walk(variant, points[point], point, sample));
        }
    }
    return asJson ? walksAsJson(variants) : walksAsTable(variants, prepared.computation.input());
}

} // namespace

int runExplain(const Arguments& arguments)
{
    CLI::App commandLine(
        "Explains the gradient of every variant: whether it is free of noise (proved, measured, or noisy and "
        "by "
        "which sources), the chain rule path by path, which factor reads which noise, and what is to be said "
        "about it. With --at, one sample at these points instead, node by node: values, local derivatives, "
        "upstream gradients, and where a NaN or an infinity arose.",
        "sluice explain");
    ComputingOptions options;
    std::optional<std::string> at;
    std::string sampleText = "0";
    std::string format = "table";
    addComputingOptions(commandLine, options);
    auto* const atOption =
        commandLine.add_option("--at", at, "Points to walk through, and the variable to differentiate by")
            ->type_name("NAME=V,V,...");
    commandLine.add_option("--sample", sampleText, "With --at: which sample of the noise, from 0")
        ->type_name("K")
        ->needs(atOption)
        ->capture_default_str();
    commandLine
        .add_option("--format", format,
                    "What is printed; latex, unicode and python write the chain rule alone")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"table", "json", "latex", "unicode", "python"}))
        ->capture_default_str();
    if (!parse(commandLine, arguments)) {
        return 0;
    }
    const auto notation = notationNamed(format);
    if (notation && at) {
        throw CommandLineError("--format " + format +
                               " writes the chain rule, which belongs to no point: leave --at out");
    }
    const auto points = at ? pointsFrom(*at, options) : std::vector<double>{};
    const auto sample = sampleFrom(sampleText);
    const auto prepared = prepare(options);
    try {
        const Explainer explainer(prepared.program, prepared.experiment);
        print(notation ? derived(explainer, prepared, *notation)
              : at     ? walked(explainer, prepared, points, sample, format == "json")
                       : explained(explainer, prepared, options, format == "json"));
    } catch (const GraphTooLarge& error) {
        throw InputError(prepared.source.name + ": error: " + error.what() +
                         " once the chain rule is written out: explain a shorter expression");
    }
    return 0;
}

} // namespace sluice
