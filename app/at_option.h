// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/computing_options.h"

#include <string>
#include <vector>

namespace sluice {

/// Reads --at x=-2,-1,1, which also says what to differentiate by. @throws CommandLineError
[[nodiscard]] std::vector<double> pointsFrom(const std::string& at, ComputingOptions& options);

} // namespace sluice
