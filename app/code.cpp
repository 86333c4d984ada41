// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/code.h"

#include "app/failure.h"
#include "app/output.h"
#include "app/prepared.h"
#include "app/write_text.h"
#include "core/analysis/explanation.h"
#include "core/code/check_bundle.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace sluice {
namespace {

struct CodeOptions
{
    std::string target;
    std::optional<std::string> form;
    std::optional<std::string> variant;
    std::optional<std::string> path;
    std::optional<std::string> folder;
    bool explain = false;
};

void addCodeOptions(CLI::App& commandLine, CodeOptions& options)
{
    commandLine.add_option("--target", options.target, "The framework that the code is for")
        ->type_name("TARGET")
        ->required()
        ->check(CLI::IsMember({"tensorflow1", "tensorflow", "keras", "pytorch", "jax"}));
    commandLine
        .add_option("--form", options.form,
                    "How forward and backward are kept apart: exact, by the framework's own mechanism, or "
                    "stop-gradient, as a sum; without, exact, but stop-gradient for tensorflow1")
        ->type_name("FORM")
        ->check(CLI::IsMember({"exact", "stop-gradient"}));
    commandLine
        .add_option("--variant", options.variant,
                    "Which of the file's variants, by its name; without, the last")
        ->type_name("NAME");
    auto* const out =
        commandLine.add_option("-o,--out", options.path, "The file to write; without, it is printed");
    out->type_name("OUT");
    commandLine
        .add_option("--check", options.folder,
                    "A folder to write the code to, with draws, the numbers expected of them, and a script "
                    "that compares")
        ->type_name("FOLDER")
        ->excludes(out);
    commandLine.add_flag("--explain", options.explain,
                         "Say at the head of the code what `sluice explain` finds about the gradient");
}

std::size_t variantNumber(const Experiment& experiment, const CodeOptions& options)
{
    const auto& variants = experiment.variants;
    if (!options.variant) {
        return variants.size() - 1;
    }
    const auto found = std::ranges::find(variants, *options.variant, &Variant::name);
    if (found != variants.end()) {
        return static_cast<std::size_t>(found - variants.begin());
    }
    std::string names;
    for (const auto& variant : variants) {
        names += (names.empty() ? "\"" : ", \"") + variant.name + '"';
    }
    throw CommandLineError("--variant: there is no variant \"" + *options.variant + "\"; there are " + names);
}

std::vector<std::string> findingsOn(const Prepared& prepared, std::size_t variant)
{
    const Explainer explainer(prepared.program, prepared.experiment);
    std::vector<std::string> findings;
    std::ranges::transform(explainer.explain(variant).value().sentences, std::back_inserter(findings),
                           [](const Sentence& sentence) { return inEnglish(sentence); });
    return findings;
}

void writeBundle(const std::string& folder, const std::vector<BundledFile>& files)
{
    std::error_code failure;
    std::filesystem::create_directory(folder, failure);
    if (failure || !std::filesystem::is_directory(folder)) {
        throw InputError(folder + ": error: the folder can't be made" +
                         (failure ? ": " + failure.message() : std::string()));
    }
    std::vector<std::pair<std::string, std::string_view>> texts;
    texts.reserve(files.size());
    for (const auto& file : files) {
        texts.emplace_back(file.name, file.contents);
    }
    writeTexts(folder, texts);
}

} // namespace

int runCode(const Arguments& arguments)
{
    CLI::App commandLine("Writes a variant as code that runs as it is: the noise is drawn first, then a pure "
                         "function computes "
                         "value and gradient.",
                         "sluice code");
    ComputingOptions options;
    CodeOptions code;
    addComputingOptions(commandLine, options);
    addCodeOptions(commandLine, code);
    if (!parse(commandLine, arguments)) {
        return 0;
    }
    const auto prepared = prepare(options);
    CodeRequest request;
    request.target = codeTargetNamed(code.target).value();
    request.form = code.form ? codeFormNamed(*code.form).value() : usualForm(request.target);
    request.variant = variantNumber(prepared.experiment, code);
    request.madeBy = "Sluice " SLUICE_VERSION;
    try {
        if (code.explain) {
            request.remarks = findingsOn(prepared, request.variant);
        }
        if (code.folder) {
            writeBundle(*code.folder, checkBundle(prepared.program, prepared.experiment, request));
        } else if (code.path) {
            writeText(*code.path, codeOf(prepared.program, prepared.experiment, request));
        } else {
            print(codeOf(prepared.program, prepared.experiment, request));
        }
    } catch (const CodeError& error) {
        throw InputError(prepared.source.name + ": error: " + error.what());
    } catch (const GraphTooLarge& error) {
        throw InputError(prepared.source.name + ": error: " + error.what() +
                         " once its gradients are written out: take a shorter expression");
    }
    return 0;
}

} // namespace sluice
