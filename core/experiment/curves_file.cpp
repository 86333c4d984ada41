// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/curves_file.h"

#include "core/experiment/comma_separated.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/json.h"

#include <functional>
#include <utility>
#include <vector>

namespace sluice {

namespace {

struct CurveColumn
{
    std::string_view name;
    std::reference_wrapper<const std::vector<double>> values;
};

/// What value and gradient have in common.
std::vector<CurveColumn> momentsAndQuantiles(const Statistics& statistics)
{
    return {{"mean", statistics.mean},
            {"stddev", statistics.stddev},
            {"q05", statistics.q05},
            {"q25", statistics.q25},
            {"q50", statistics.q50},
            {"q75", statistics.q75},
            {"q95", statistics.q95},
            {"nan_fraction", statistics.nanFraction},
            {"inf_fraction", statistics.infFraction}};
}

std::vector<CurveColumn> valueColumns(const VariantCurves& variant)
{
    auto columns = momentsAndQuantiles(variant.value);
    columns.insert(columns.end(),
                   {{"mean_error", variant.value.meanError}, {"stddev_error", variant.value.stddevError}});
    return columns;
}

std::vector<CurveColumn> gradientColumns(const VariantCurves& variant)
{
    const auto& comparison = variant.comparison;
    auto columns = momentsAndQuantiles(variant.gradient);
    columns.insert(columns.end(), {{"noise_free", comparison.noiseFree},
                                   {"bias", comparison.bias},
                                   {"rmse", comparison.rmse},
                                   {"snr", comparison.snr},
                                   {"sign_agreement", comparison.signAgreement},
                                   {"gradient_of_mean", comparison.gradientOfMean},
                                   {"gradient_of_mean_error", comparison.gradientOfMeanError},
                                   {"mean_error", variant.gradient.meanError},
                                   {"stddev_error", variant.gradient.stddevError}});
    return columns;
}

/// Without what has not been computed: the gradient of the mean takes two more passes.
std::vector<CurveColumn> computed(std::vector<CurveColumn> columns)
{
    std::erase_if(columns, [](const CurveColumn& column) { return column.values.get().empty(); });
    return columns;
}

Json columnsAsJson(const std::vector<CurveColumn>& columns)
{
    Json json;
    for (const auto& [name, values] : computed(columns)) {
        json[std::string(name)] = toJson(std::span(values.get()));
    }
    return json;
}

std::vector<std::string> headerFor(const std::vector<CurveColumn>& value,
                                   const std::vector<CurveColumn>& gradient)
{
    std::vector<std::string> header = {"variant", "x"};
    for (const auto& column : value) {
        header.push_back("value_" + std::string(column.name));
    }
    for (const auto& column : gradient) {
        header.push_back("gradient_" + std::string(column.name));
    }
    return header;
}

Json curvesDocument(const Curves& curves)
{
    Json document;
    document["input"] = curves.input;
    document["output"] = curves.output;
    document["samples"] = curves.samples;
    document["x"] = toJson(std::span(curves.x));
    document["variants"] = Json::array();
    for (const auto& variant : curves.variants) {
        Json entry;
        entry["name"] = variant.name;
        entry["disconnected"] = variant.disconnected;
        entry["value"] = columnsAsJson(valueColumns(variant));
        entry["gradient"] = columnsAsJson(gradientColumns(variant));
        document["variants"].push_back(std::move(entry));
    }
    return document;
}

} // namespace

std::string curvesAsJson(const Curves& curves)
{
    return lineOf(curvesDocument(curves));
}

std::string curvesAsJson(const Curves& curves, const Experiment& experiment, std::string_view program)
{
    Json document = curvesDocument(curves);
    document["program"] = program;
    document["experiment"] = Json::parse(toJson(experiment));
    return lineOf(document);
}

std::string curvesAsCsv(const Curves& curves)
{
    const VariantCurves none;
    if (curves.variants.empty()) {
        return commaSeparated(headerFor(valueColumns(none), gradientColumns(none)));
    }
    std::string text;
    for (const auto& variant : curves.variants) {
        auto columns = computed(valueColumns(variant));
        const auto gradient = computed(gradientColumns(variant));
        if (text.empty()) {
            text = commaSeparated(headerFor(columns, gradient));
        }
        columns.insert(columns.end(), gradient.begin(), gradient.end());
        for (std::size_t point = 0; point < curves.x.size(); ++point) {
            std::vector<std::string> row = {variant.name, exactText(curves.x[point])};
            for (const auto& column : columns) {
                row.push_back(exactText(column.values.get()[point]));
            }
            text += commaSeparated(row);
        }
    }
    return text;
}

} // namespace sluice
