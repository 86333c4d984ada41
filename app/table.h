// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sluice {

using Row = std::vector<std::string>;

enum class Alignment : std::uint8_t
{
    left,
    right
};

/// Rows below a header, for people, the columns two spaces apart, every line indented. No line ends in
/// spaces.
[[nodiscard]] std::string aligned(const Row& header, const std::vector<Row>& rows,
                                  const std::vector<Alignment>& columns, const std::string& indent = {});

/// The same with all columns aligned at their right ends, as numbers are.
[[nodiscard]] std::string aligned(const Row& header, const std::vector<Row>& rows);

/// The same with all columns aligned at their left ends, every line indented.
[[nodiscard]] std::string leftAligned(const Row& header, const std::vector<Row>& rows,
                                      const std::string& indent);

/// The number of characters of a UTF-8 text.
[[nodiscard]] std::size_t widthOf(const std::string& text);

} // namespace sluice
