// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/typeset_formula.h"

#include <string_view>

namespace sluice {

/// Typesets an expression of the language, `1/(2*sqrt(yu))`, as mathematics writes it; how each operation is
/// written says its row in the table. Names of places, `v#3` and `z.mul#2`, may stand in it too. What can't
/// be read as an expression is shown as it stands.
[[nodiscard]] TypesetFormula readFormula(std::string_view expression);

} // namespace sluice
