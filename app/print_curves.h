// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/curves.h"

#include <string>

namespace sluice {

/// What `sweep` prints. The table shows the columns that a person reads first, the others all there are.
[[nodiscard]] std::string curvesAsTable(const Curves& curves);
[[nodiscard]] std::string curvesAsJson(const Curves& curves);
[[nodiscard]] std::string curvesAsCsv(const Curves& curves);

} // namespace sluice
