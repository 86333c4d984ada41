// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/syntax.h"

#include <string>
#include <string_view>
#include <variant>

namespace sluice {

/// A number as Python reads it (1_000, 1e-3, .5, 0x10), or what is wrong with it.
[[nodiscard]] std::variant<syntax::Number, Phrase> readNumber(std::string_view written);

} // namespace sluice
