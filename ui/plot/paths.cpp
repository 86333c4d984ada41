// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/paths.h"

#include "ui/plot/lines.h"

#include <qcustomplot.h>

namespace sluice {

void drawPaths(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style)
{
    for (const PaneCurve& curve : pane.curves) {
        if (curve.paths.empty()) {
            continue;
        }
        painter.setPen(FigureStyle::pathPen(curve.color));
        for (const std::vector<double>& path : curve.paths) {
            drawPieces(painter, frame.line(pane.x, path), style);
        }
    }
}

} // namespace sluice
