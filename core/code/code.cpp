// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/code.h"

#include "core/code/code_graph.h"
#include "core/code/dialect.h"
#include "core/code/python_file.h"
#include "core/code/python_statements.h"
#include "core/experiment/computation.h"
#include "core/experiment/variant_texts.h"

#include <algorithm>
#include <span>
#include <utility>

namespace sluice {

namespace {

/// All that differs between targets.
struct TargetRow
{
    CodeTarget target;
    std::string_view name;
    const Dialect& (*dialect)();
    std::string (*write)(const CodeContents& contents);
};

constexpr std::array targetRows{
    TargetRow{CodeTarget::tensorflow1, "tensorflow1", tensorflow1Dialect, tensorflow1Code},
    TargetRow{CodeTarget::tensorflow, "tensorflow", tensorflowDialect, tensorflowCode},
    TargetRow{CodeTarget::keras, "keras", kerasDialect, kerasCode},
    TargetRow{CodeTarget::pytorch, "pytorch", pytorchDialect, pytorchCode},
    TargetRow{CodeTarget::jax, "jax", jaxDialect, jaxCode},
};

constexpr std::array formNames{std::pair{CodeForm::exact, std::string_view("exact")},
                               std::pair{CodeForm::stopGradient, std::string_view("stop-gradient")}};

const TargetRow& rowOf(CodeTarget target)
{
    return *std::ranges::find(targetRows, target, &TargetRow::target);
}

} // namespace

std::string_view nameOf(CodeTarget target)
{
    return rowOf(target).name;
}

std::optional<CodeTarget> codeTargetNamed(std::string_view name)
{
    const auto* found = std::ranges::find(targetRows, name, &TargetRow::name);
    return found == targetRows.end() ? std::nullopt : std::optional(found->target);
}

std::string_view nameOf(CodeForm form)
{
    return std::ranges::find(formNames, form, &std::pair<CodeForm, std::string_view>::first)->second;
}

std::optional<CodeForm> codeFormNamed(std::string_view name)
{
    const auto* found = std::ranges::find(formNames, name, &std::pair<CodeForm, std::string_view>::second);
    return found == formNames.end() ? std::nullopt : std::optional(found->first);
}

CodeForm usualForm(CodeTarget target)
{
    return target == CodeTarget::tensorflow1 ? CodeForm::stopGradient : CodeForm::exact;
}

std::string codeOf(const Program& program, const Experiment& experiment, const CodeRequest& request)
{
    return codeOf(program, experiment, request, {}).value();
}

std::optional<std::string> codeOf(const Program& program, const Experiment& experiment,
                                  const CodeRequest& request, const std::stop_token& stop)
{
    const TargetRow& row = rowOf(request.target);
    const auto [ofVariant, alone] = loneVariant(program, experiment, request.variant);
    const Variant& variant = alone.variants.front();
    const Computation computation(*ofVariant, alone);
    if (stop.stop_requested())
        return std::nullopt;
    // Even of ten thousand layers each step takes but a fraction of a second.
    const CodeGraph graph = codeGraph(*ofVariant, alone, variant);
    if (stop.stop_requested())
        return std::nullopt;
    const PythonStatements statements = pythonStatements(graph, row.dialect(), request.form);
    if (stop.stop_requested())
        return std::nullopt;
    return row.write({.program = *ofVariant,
                      .experiment = alone,
                      .variant = variant,
                      .request = request,
                      .graph = graph,
                      .statements = statements,
                      .points = computation.pointsOfInterest()});
}

} // namespace sluice
