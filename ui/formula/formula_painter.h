// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/formula_box.h"
#include "ui/theme.h"

class QPainter;

namespace sluice {

/// Paints a laid out formula with the left end of its baseline at `origin`.
void paint(QPainter& painter, const FormulaBox& box, const QPointF& origin, const Theme& theme);

} // namespace sluice
