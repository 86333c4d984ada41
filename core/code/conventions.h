// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code_graph.h"

#include <span>
#include <string_view>
#include <vector>

namespace sluice {

/// The names of the operations in a graph whose derivatives follow other conventions in one of these
/// frameworks than in the semantics that the graph was made by: at a kink, a tie, a bound, or 0.
[[nodiscard]] std::vector<std::string_view>
operationsOfOtherConvention(const CodeGraph& code, std::span<const Framework> frameworks);

} // namespace sluice
