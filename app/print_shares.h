// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/attribution.h"

#include <string>

namespace sluice {

/// Which source causes how much of the gradient's variance, a line a source, each with this before it; empty
/// where there is none.
[[nodiscard]] std::string sharesAsTable(const Attribution& attribution, const std::string& indent = {});

} // namespace sluice
