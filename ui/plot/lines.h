// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"
#include "ui/plot/frame.h"
#include "ui/plot/pane_content.h"

class QCPPainter;

namespace sluice {

/// The means, and over them the noise-free curve.
void drawLines(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style);

/// Pieces of a curve with the painter's pen; a piece of one point becomes a dot.
void drawPieces(QCPPainter& painter, const std::vector<QPolygonF>& pieces, const FigureStyle& style);

/// The variants' numbers at the right ends of their lines, moved apart where they would lie on each other.
void drawNumbers(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style);

} // namespace sluice
