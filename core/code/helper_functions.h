// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/dialect.h"

#include <string_view>

namespace sluice {

/// The definition of a function that spellings call and the framework lacks; empty where it has no such
/// helper.
[[nodiscard]] std::string_view helperNamed(std::string_view name, const Dialect& dialect);

/// Whether any framework has a helper of this name.
[[nodiscard]] bool isHelperName(std::string_view name);

} // namespace sluice
