// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/typeset_formula.h"

#include <QString>

namespace sluice {

/// The formula for LaTeX's mathematical mode, with the packages amsmath and cancel: what is stopped is
/// cancelled, what is noted stands below a brace.
[[nodiscard]] QString latexText(const TypesetFormula& formula);

/// The formula in one line as mathematics writes it, as far as one line goes: `∂z/∂yu = 1/(2√yu)`.
[[nodiscard]] QString unicodeText(const TypesetFormula& formula);

} // namespace sluice
