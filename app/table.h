// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sluice {

using Row = std::vector<std::string>;

/// Rows below a header, for people: columns aligned at their right ends, two spaces apart.
[[nodiscard]] std::string aligned(const Row& header, const std::vector<Row>& rows);

/// The same with columns aligned at their left ends, every line indented.
[[nodiscard]] std::string leftAligned(const Row& header, const std::vector<Row>& rows,
                                      const std::string& indent);

/// A line of comma-separated values, quoted where a value needs it.
[[nodiscard]] std::string commaSeparated(const Row& row);

} // namespace sluice
