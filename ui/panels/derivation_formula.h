// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"
#include "ui/formula/typeset_formula.h"

#include <QString>

#include <vector>

namespace sluice {

/// A derivation as mathematics, a formula a line.
///
/// One path is `dz/dx = ∂z/∂yu · ∂yu/∂x = 1/(2√yu) · u`. Several are a sum of paths P₁ + P₂ + …, and then
/// each path by itself. Where there are too many to read, the local derivatives by edges.
[[nodiscard]] std::vector<TypesetFormula> derivationFormulas(const Derivation& derivation,
                                                             const QString& output, const QString& input);

/// A factor with what the gradient meets there: the sources that it reads below it, or the gate.
[[nodiscard]] TypesetFormula factorFormula(const Factor& factor);

} // namespace sluice
