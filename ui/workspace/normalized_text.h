// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sluice {

/// The text as an editor holds it: no byte-order mark, lines that end in LF.
[[nodiscard]] std::string normalizedText(std::string_view text);

} // namespace sluice
