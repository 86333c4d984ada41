// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// The fewest digits that read back to the same double; `nan`, `inf`, `-inf`. The locale has no say.
[[nodiscard]] std::string numberText(double value);

/// For people, to four significant digits; else as numberText().
[[nodiscard]] std::string shortNumberText(double value);

/// The whole text as a number; nothing where it is none, or where no double is near it.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);
[[nodiscard]] std::optional<std::uint64_t> parseWholeNumber(std::string_view text);
/// `-2,-1,1`; nothing where a part is no number.
[[nodiscard]] std::optional<std::vector<double>> parseNumbers(std::string_view text);

} // namespace sluice
