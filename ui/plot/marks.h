// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"
#include "ui/plot/frame.h"
#include "ui/plot/pane_content.h"

class QCPPainter;

namespace sluice {

/// A small ✕ where a sample is NaN, on the axis, and a small ▲ or ▼ where one is infinite, at the frame.
void drawExceptionalPoints(QCPPainter& painter, const Frame& frame, const PaneContent& pane,
                           const FigureStyle& style);

/// Dotted verticals at the points that the text asks for.
void drawPointsOfInterest(QCPPainter& painter, const Frame& frame, const PaneContent& pane,
                          const FigureStyle& style);

void drawCross(QCPPainter& painter, const QPointF& center, const QColor& color);
void drawTriangle(QCPPainter& painter, const QPointF& tip, bool up, const QColor& color);

[[nodiscard]] bool hasNaN(const PaneContent& pane);
[[nodiscard]] bool hasInfinite(const PaneContent& pane);
/// Whether any band has a width.
[[nodiscard]] bool hasSpread(const PaneContent& pane);

} // namespace sluice
