// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"

#include <span>
#include <string>
#include <vector>

namespace sluice {

/// What `explain` prints of all variants.
[[nodiscard]] std::string explanationsAsTable(std::span<const Explanation> explanations,
                                              const std::string& input, const std::string& output);
[[nodiscard]] std::string explanationsAsJson(std::span<const Explanation> explanations);

/// One sample of one variant at the points that `explain --at` names.
struct WalkedVariant
{
    std::string name;
    Derivation derivation;
    std::vector<PointWalk> walks;
};
[[nodiscard]] std::string walksAsTable(std::span<const WalkedVariant> variants, const std::string& input);
[[nodiscard]] std::string walksAsJson(std::span<const WalkedVariant> variants);

} // namespace sluice
