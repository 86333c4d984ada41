// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <span>
#include <string_view>
#include <vector>

namespace sluice {

/// Every operation, family by family.
[[nodiscard]] std::span<const Operation* const> allOperations();

/// The row with this name or alias; null where there is none.
[[nodiscard]] const Operation* findOperation(std::string_view name);

/// The row with this name. @throws std::logic_error where the table has none: a misspelling in the program.
[[nodiscard]] const Operation& operationNamed(std::string_view name);

/// All names and aliases that can be called in text, for completion and for "did you mean".
[[nodiscard]] std::span<const std::string_view> callableNames();

} // namespace sluice
