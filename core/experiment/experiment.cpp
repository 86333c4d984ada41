// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"

#include <algorithm>

namespace sluice {

std::string nameOfGates(const std::vector<std::string>& gates)
{
    std::string name;
    for (const std::string& gate : gates)
        name += (name.empty() ? "" : ", ") + gate;
    return name.empty() ? "no gates" : name;
}

bool areComputedAlike(const Experiment& one, const Experiment& other)
{
    // Most changes are of something else than colours: the variants are copied only where they are the same
    // but for these.
    if (one == other)
        return true;
    const auto isSameButForColor = [](const Variant& a, const Variant& b) {
        Variant recolored = a;
        recolored.color = b.color;
        return recolored == b;
    };
    if (!std::ranges::equal(one.variants, other.variants, isSameButForColor))
        return false;
    Experiment recolored = one;
    recolored.variants = other.variants;
    return recolored == other;
}

} // namespace sluice
