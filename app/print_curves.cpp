// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_curves.h"

#include "app/numbers.h"
#include "app/table.h"

#include <vector>

namespace sluice {

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
            for (const std::vector<double>* column :
                 {&variant.value.mean, &variant.value.stddev, &variant.gradient.mean,
                  &variant.gradient.stddev, &variant.comparison.noiseFree, &variant.comparison.bias,
                  &variant.gradient.nanFraction}) {
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

} // namespace sluice
