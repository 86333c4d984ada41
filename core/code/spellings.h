// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/dialect.h"
#include "core/operations/operation.h"

#include <string_view>

namespace sluice {

/// How an operation is spelt; empty for what has no spelling of its own (leaves, noise and control nodes).
[[nodiscard]] std::string_view spellingOf(const Operation& operation, const Dialect& dialect);

} // namespace sluice
