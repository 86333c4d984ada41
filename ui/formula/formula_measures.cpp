// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_measures.h"

namespace sluice {

void embrace(FormulaBox& box)
{
    for (const FormulaBox& part : box.parts) {
        box.ascent = std::max(box.ascent, part.ascent - part.origin.y());
        box.descent = std::max(box.descent, part.descent + part.origin.y());
        box.width = std::max(box.width, part.origin.x() + part.width);
    }
}

} // namespace sluice
