// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace sluice {

/// What can stand on a figure, from top to bottom.
enum class FigurePart
{
    title = 1 << 0,
    legend = 1 << 1,
    graph = 1 << 2,
    forward = 1 << 3,
    gradient = 1 << 4,
    histogram = 1 << 5,
    derivation = 1 << 6,
    caption = 1 << 7
};
// Without operators between two parts: in this namespace they would hide those of QCustomPlot's flags.
Q_DECLARE_FLAGS(FigureParts, FigurePart)

/// What a figure shows where nothing else is asked for.
inline constexpr FigureParts usualParts = FigureParts(FigurePart::title) | FigurePart::legend |
                                          FigurePart::forward | FigurePart::gradient | FigurePart::caption;

} // namespace sluice
