// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_curves.h"

#include "app/json.h"
#include "app/numbers.h"
#include "app/table.h"

#include <functional>
#include <string_view>

namespace sluice {
namespace {

using Values = std::vector<double>;

struct Column
{
    std::string_view name;
    std::reference_wrapper<const Values> values;
};

/// What value and gradient have in common.
std::vector<Column> momentsAndQuantiles(const Statistics& statistics)
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

std::vector<Column> valueColumns(const VariantCurves& variant)
{
    auto columns = momentsAndQuantiles(variant.value);
    columns.insert(columns.end(),
                   {{"mean_error", variant.value.meanError}, {"stddev_error", variant.value.stddevError}});
    return columns;
}

std::vector<Column> gradientColumns(const VariantCurves& variant)
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

Json jsonOf(const std::vector<Column>& columns)
{
    Json json;
    for (const auto& [name, values] : columns) {
        json[std::string(name)] = toJson(values.get());
    }
    return json;
}

} // namespace

std::string curvesAsTable(const Curves& curves)
{
    std::string text = curves.output + " and its gradient by " + curves.input + ", " +
                       std::to_string(curves.samples) + " samples a point\n";
    for (const auto& variant : curves.variants) {
        text += '\n' + variant.name;
        text += variant.disconnected
                    ? " (disconnected: the gradient reaches " + curves.input + " by no path)\n"
                    : "\n";
        std::vector<Row> rows;
        for (std::size_t point = 0; point < curves.x.size(); ++point) {
            Row row = {numberText(curves.x[point])};
            for (const Values* column : {&variant.value.mean, &variant.value.stddev, &variant.gradient.mean,
                                         &variant.gradient.stddev, &variant.comparison.noiseFree,
                                         &variant.comparison.bias, &variant.gradient.nanFraction}) {
                row.push_back(numberText((*column)[point]));
            }
            rows.push_back(std::move(row));
        }
        text += aligned({curves.input, "value mean", "value stddev", "gradient mean", "gradient stddev",
                         "noise-free gradient", "bias", "NaN share"},
                        rows);
    }
    return text;
}

std::string curvesAsJson(const Curves& curves)
{
    Json document;
    document["input"] = curves.input;
    document["output"] = curves.output;
    document["samples"] = curves.samples;
    document["x"] = toJson(curves.x);
    document["variants"] = Json::array();
    for (const auto& variant : curves.variants) {
        Json entry;
        entry["name"] = variant.name;
        entry["disconnected"] = variant.disconnected;
        entry["value"] = jsonOf(valueColumns(variant));
        entry["gradient"] = jsonOf(gradientColumns(variant));
        document["variants"].push_back(std::move(entry));
    }
    return lineOf(document);
}

std::string curvesAsCsv(const Curves& curves)
{
    const VariantCurves none;
    Row header = {"variant", "x"};
    for (const auto& column : valueColumns(none)) {
        header.push_back("value_" + std::string(column.name));
    }
    for (const auto& column : gradientColumns(none)) {
        header.push_back("gradient_" + std::string(column.name));
    }
    std::string text = commaSeparated(header);
    for (const auto& variant : curves.variants) {
        auto columns = valueColumns(variant);
        for (const auto& column : gradientColumns(variant)) {
            columns.push_back(column);
        }
        for (std::size_t point = 0; point < curves.x.size(); ++point) {
            Row row = {variant.name, numberText(curves.x[point])};
            for (const auto& column : columns) {
                row.push_back(numberText(column.values.get()[point]));
            }
            text += commaSeparated(row);
        }
    }
    return text;
}

} // namespace sluice
