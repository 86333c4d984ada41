// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "core/analysis/attribution.h"

#include <string>

namespace sluice {

/// For people: a row for each group of placements with the same gradient, what the noise comes from, and for
/// a chain of layers the curve over the depth of the gate.
[[nodiscard]] std::string adviceAsTable(const Advice& advice, const Attribution& attribution);
/// For programs: every placement by itself, in the same order.
[[nodiscard]] std::string adviceAsJson(const Advice& advice);
[[nodiscard]] std::string adviceAsCsv(const Advice& advice);

} // namespace sluice
