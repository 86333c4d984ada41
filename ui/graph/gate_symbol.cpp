// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/gate_symbol.h"

#include <QPen>
#include <QRectF>

namespace sluice {

namespace {

void paintBars(QPainter& painter, const DrawnGate& gate, const Theme& theme, const QColor& ground)
{
    painter.fillRect(QRectF(-2.0, -2.0, 4.0, 4.0), ground);
    painter.setPen(QPen(theme.stopped, 1.0));
    painter.setBrush(gate.changesNothing ? ground : theme.stopped);
    const double width = 2.5;
    const double height = 13.0;
    for (const double x : {-4.25, 1.75}) {
        painter.drawRect(QRectF(x, -height / 2.0, width, height));
    }
}

void paintRing(QPainter& painter, const DrawnGate& gate, const Theme& theme, const QColor& ground)
{
    painter.setBrush(ground);
    painter.setPen(gate.changesNothing ? QPen(theme.stopped, 1.0) : QPen(theme.noiseFree, 3.0));
    painter.drawEllipse(QPointF(0.0, 0.0), 5.0, 5.0);
}

} // namespace

void paintGateSymbol(QPainter& painter, const DrawnGate& gate, const Theme& theme, const QColor& ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (gate.kind == GateKind::stop) {
        paintBars(painter, gate, theme, ground);
    } else {
        paintRing(painter, gate, theme, ground);
    }
    painter.restore();
}

} // namespace sluice
