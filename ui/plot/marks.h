// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"
#include "ui/plot/frame.h"
#include "ui/plot/pane_content.h"

#include <QColor>
#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

class QCPPainter;

namespace sluice {

/// A small ✕ where a sample is NaN, on the axis, or a small ▲ or ▼ where one is infinite, at the frame.
struct ExceptionalMark
{
    enum class Shape
    {
        cross,
        up,
        down
    };
    Shape shape = Shape::cross;
    /// The middle of a cross, the tip of a triangle.
    QPointF position;
    QColor color;
    /// The point of the sweep.
    std::size_t point = 0;
};

[[nodiscard]] std::vector<ExceptionalMark> exceptionalMarks(const Frame& frame, const PaneContent& pane,
                                                            const FigureStyle& style);
void drawExceptionalMarks(QCPPainter& painter, std::span<const ExceptionalMark> marks);
/// The mark that is meant by pointing there.
[[nodiscard]] const ExceptionalMark* markAt(const QPointF& pixel, std::span<const ExceptionalMark> marks);

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
