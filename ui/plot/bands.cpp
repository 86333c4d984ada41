// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/bands.h"

#include "ui/plot/lines.h"

#include <qcustomplot.h>

namespace sluice {

namespace {

void fill(QCPPainter& painter, const std::vector<QPolygonF>& pieces, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPolygonF& piece : pieces) {
        painter.drawPolygon(piece);
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace

void drawBands(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style)
{
    if (!pane.layers.testFlag(FigureLayer::bands)) {
        return;
    }
    for (const PaneCurve& curve : pane.curves) {
        if (!curve.filled) {
            painter.setPen(FigureStyle::outlinePen(curve.color));
            drawPieces(painter, frame.line(pane.x, curve.statistics->q05), style);
            drawPieces(painter, frame.line(pane.x, curve.statistics->q95), style);
        }
    }
    // Smooth edges of large translucent areas cost more than anything else, and are hardly seen on a screen.
    painter.setAntialiasing(style.quality == DrawingQuality::print);
    for (const PaneCurve& curve : pane.curves) {
        if (curve.filled) {
            const Statistics& of = *curve.statistics;
            fill(painter, frame.band(pane.x, of.q05, of.q95),
                 withOpacity(curve.color, FigureStyle::outerBandOpacity));
            fill(painter, frame.band(pane.x, of.q25, of.q75),
                 withOpacity(curve.color, FigureStyle::innerBandOpacity));
        }
    }
    painter.setAntialiasing(true);
}

} // namespace sluice
