// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"

#include <string>

namespace sluice {

/// What `evaluate` prints.
[[nodiscard]] std::string valuesAsTable(const PointValues& values);
[[nodiscard]] std::string valuesAsJson(const PointValues& values);
[[nodiscard]] std::string valuesAsCsv(const PointValues& values);

} // namespace sluice
