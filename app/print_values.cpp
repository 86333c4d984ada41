// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_values.h"

#include "app/numbers.h"
#include "app/table.h"
#include "core/experiment/comma_separated.h"
#include "core/experiment/json.h"

#include <algorithm>
#include <string>
#include <vector>

namespace sluice {
namespace {

/// The names of all variants' nodes, in the order in which they come up first.
std::vector<std::string> nodeNames(const PointValues& values)
{
    std::vector<std::string> names;
    for (const auto& variant : values.variants) {
        for (const auto& [name, nodeValues] : variant.nodes) {
            if (std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

/// One point of one variant: its x, value and gradient, then its nodes.
Row rowOf(const PointValues& values, const VariantValues& variant, std::size_t point)
{
    Row row = {numberText(values.at[point]), numberText(variant.value[point]),
               numberText(variant.gradient[point])};
    for (const auto& [name, nodeValues] : variant.nodes) {
        row.push_back(numberText(nodeValues[point]));
    }
    return row;
}

} // namespace

std::string valuesAsTable(const PointValues& values)
{
    std::string text = values.output + " and its gradient by " + values.input + '\n';
    for (const auto& variant : values.variants) {
        text += '\n' + variant.name;
        text += variant.disconnected
                    ? " (disconnected: the gradient reaches " + values.input + " by no path)\n"
                    : "\n";
        Row header = {values.input, "value", "gradient"};
        for (const auto& [name, nodeValues] : variant.nodes) {
            header.push_back(name);
        }
        std::vector<Row> rows;
        for (std::size_t point = 0; point < values.at.size(); ++point) {
            rows.push_back(rowOf(values, variant, point));
        }
        text += aligned(header, rows);
    }
    return text;
}

std::string valuesAsJson(const PointValues& values)
{
    Json document;
    document["input"] = values.input;
    document["output"] = values.output;
    document["at"] = toJson(values.at);
    document["variants"] = Json::array();
    for (const auto& variant : values.variants) {
        Json entry;
        entry["name"] = variant.name;
        entry["value"] = toJson(variant.value);
        entry["gradient"] = toJson(variant.gradient);
        entry["disconnected"] = variant.disconnected;
        auto& nodes = entry["nodes"] = Json::object();
        for (const auto& [name, nodeValues] : variant.nodes) {
            nodes[name] = toJson(nodeValues);
        }
        document["variants"].push_back(std::move(entry));
    }
    return lineOf(document);
}

std::string valuesAsCsv(const PointValues& values)
{
    // A node may be called like a column of ours; its prefix keeps them apart.
    Row header = {"variant", "x", "value", "gradient"};
    const auto names = nodeNames(values);
    for (const auto& name : names) {
        header.push_back("node_" + name);
    }
    std::string text = commaSeparated(header);
    for (const auto& variant : values.variants) {
        for (std::size_t point = 0; point < values.at.size(); ++point) {
            Row row = {variant.name, numberText(values.at[point]), numberText(variant.value[point]),
                       numberText(variant.gradient[point])};
            for (const auto& name : names) {
                // The text of this variant may not have the name.
                const auto node =
                    std::ranges::find(variant.nodes, name, [](const auto& each) { return each.first; });
                row.push_back(node != variant.nodes.end() ? numberText(node->second[point]) : std::string());
            }
            text += commaSeparated(row);
        }
    }
    return text;
}

} // namespace sluice
