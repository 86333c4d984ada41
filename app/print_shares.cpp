// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_shares.h"

#include "app/numbers.h"
#include "app/table.h"

#include <cmath>

namespace sluice {
namespace {

std::string percent(double share)
{
    const auto rounded = std::round(1000.0 * share) / 10.0;
    // Not -0.
    return shortNumberText(rounded == 0.0 ? 0.0 : rounded) + " %";
}

std::string interval(const Share& share)
{
    return percent(share.low) + " to " + percent(share.high);
}

} // namespace

std::string sharesAsTable(const Attribution& attribution, const std::string& indent)
{
    if (attribution.sources.empty()) {
        return {};
    }
    std::vector<Row> rows;
    for (const auto& source : attribution.sources) {
        if (!source.isTold) {
            rows.push_back({source.source, "can't tell", "heavy tails", "can't tell", "heavy tails"});
            continue;
        }
        rows.push_back({source.source, percent(source.firstOrder.value), interval(source.firstOrder),
                        percent(source.total.value), interval(source.total)});
    }
    using enum Alignment;
    return aligned({"source", "by itself", "within", "with all others", "within"}, rows,
                   {left, right, right, right, right}, indent);
}

} // namespace sluice
