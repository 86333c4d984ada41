// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/attribution.h"
#include "core/analysis/explanation.h"

#include <span>
#include <string>
#include <vector>

namespace sluice {

/// Why a variant's gradient is as it is, and which source causes how much of its noise; no sources where that
/// is no question.
struct AttributedExplanation
{
    Explanation explanation;
    Attribution attribution;
};

/// What `explain` prints of all variants.
[[nodiscard]] std::string explanationsAsTable(std::span<const AttributedExplanation> explanations,
                                              const std::string& input, const std::string& output);
[[nodiscard]] std::string explanationsAsJson(std::span<const AttributedExplanation> explanations);

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
