// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/curves.h"

#include <string>

namespace sluice {

/// What `sweep` prints for people: the columns that are read first.
[[nodiscard]] std::string curvesAsTable(const Curves& curves);

} // namespace sluice
