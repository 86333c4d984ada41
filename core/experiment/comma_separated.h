// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sluice {

/// A line of comma-separated values, quoted where a value needs it.
[[nodiscard]] std::string commaSeparated(const std::vector<std::string>& row);

} // namespace sluice
