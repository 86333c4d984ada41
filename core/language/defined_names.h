// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/token_stream.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sluice {

/// The names that the lines between two tokens would define, had they been understood: those outside of
/// brackets left of the last assignment, and what is defined or imported.
[[nodiscard]] std::vector<std::string_view> definedNames(const TokenStream& tokens, std::size_t first,
                                                         std::size_t last);

} // namespace sluice
