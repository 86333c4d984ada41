// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace sluice {

/// How the algebra system writes an operation. An operation without a form stays opaque to it: a name of its
/// own for each distinct expression, so a new row of the table needs nothing here.
struct AlgebraForm
{
    std::string_view operation;
    /// In GiNaC's syntax, $0, $1, … for the operands. An identity of real numbers wherever the operation's
    /// value is finite.
    std::string_view form;
    /// The operand at whose zeros the formula is singular.
    std::optional<std::size_t> vanishing = {};
};

[[nodiscard]] std::span<const AlgebraForm> algebraForms();
/// Null where the operation is opaque.
[[nodiscard]] const AlgebraForm* algebraFormOf(const Operation& operation);

} // namespace sluice
