// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/identifiers.h"
#include "core/language/messages.h"
#include "core/language/syntax.h"

#include <string_view>

namespace sluice {

/// The statements of a text, with Python's precedence and associativity. Every error is reported, and reading
/// goes on with the next logical line.
[[nodiscard]] syntax::Block parse(std::string_view text, Messages& messages, Identifiers& identifiers);

} // namespace sluice
