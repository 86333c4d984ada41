// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/outcome.h"

#include <utility>

namespace sluice {

std::shared_ptr<const Outcome> recolored(std::shared_ptr<const Outcome> outcome, const Experiment& experiment)
{
    if (!outcome || outcome->experiment.variants.size() != experiment.variants.size()) {
        return outcome;
    }
    std::vector<Variant> variants = outcome->experiment.variants;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        // Its text may differ: one that has errors is computed as it was before.
        const Variant& now = experiment.variants[i];
        if (variants[i].name == now.name && variants[i].gates == now.gates) {
            variants[i].color = now.color;
        }
    }
    if (variants == outcome->experiment.variants) {
        return outcome;
    }
    auto copy = std::make_shared<Outcome>(*outcome);
    copy->experiment.variants = std::move(variants);
    return copy;
}

} // namespace sluice
