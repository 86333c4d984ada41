// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/lines.h"

#include <qcustomplot.h>

#include <algorithm>
#include <optional>

namespace sluice {

namespace {

struct NumberLabel
{
    const PaneCurve* curve = nullptr;
    double y = 0.0;
};

/// The height at which a line ends at its right.
std::optional<double> rightEnd(const std::vector<QPolygonF>& pieces)
{
    std::optional<QPointF> end;
    for (const QPolygonF& piece : pieces) {
        for (const QPointF& point : {piece.first(), piece.last()}) {
            if (!end || point.x() > end->x()) {
                end = point;
            }
        }
    }
    return end ? std::optional(end->y()) : std::nullopt;
}

/// Moves sorted labels apart and keeps them between top and bottom: down the list, then up again.
void spread(std::vector<NumberLabel>& labels, double distance, double top, double bottom)
{
    double shift = 0.0;
    for (std::size_t i = 1; i < labels.size(); ++i) {
        const double overlap = labels[i - 1].y + distance - labels[i].y;
        if (overlap > 0.0) {
            labels[i].y += overlap;
            shift = std::max(shift, overlap / 2);
        }
    }
    double limit = bottom;
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y - shift, limit);
        limit = labels[i].y - distance;
    }
    limit = top;
    for (NumberLabel& label : labels) {
        label.y = std::max(label.y, limit);
        limit = label.y + distance;
    }
}

} // namespace

void drawPieces(QCPPainter& painter, const std::vector<QPolygonF>& pieces, const FigureStyle& style)
{
    for (const QPolygonF& piece : pieces) {
        if (piece.size() == 1) {
            painter.save();
            painter.setBrush(painter.pen().color());
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(piece.first(), 1.5, 1.5);
            painter.restore();
        } else if (style.quality == DrawingQuality::quick && painter.pen().style() == Qt::SolidLine) {
            for (qsizetype i = 1; i < piece.size(); ++i) {
                painter.drawLine(QLineF(piece[i - 1], piece[i]));
            }
        } else {
            painter.drawPolyline(piece);
        }
    }
}

void drawLines(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style)
{
    // The more broken a line is, the later it is drawn: where lines lie on each other, all of them are seen.
    std::vector<const PaneCurve*> inOrder;
    for (const PaneCurve& curve : pane.curves) {
        inOrder.push_back(&curve);
    }
    std::ranges::stable_sort(inOrder, {}, [](const PaneCurve* curve) { return curve->dashPosition; });
    for (const PaneCurve* curve : inOrder) {
        if (pane.layers.testFlag(FigureLayer::mean)) {
            painter.setPen(style.meanPen(curve->color, curve->dash));
            drawPieces(painter, frame.line(pane.x, curve->statistics->mean), style);
        }
    }
    if (!pane.difference.empty()) {
        painter.setPen(style.differencePen());
        drawPieces(painter, frame.line(pane.x, pane.difference), style);
    }
    if (pane.layers.testFlag(FigureLayer::noiseFree)) {
        painter.setPen(style.noiseFreePen());
        drawPieces(painter, frame.line(pane.x, pane.noiseFree), style);
    }
}

void drawNumbers(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style)
{
    std::vector<NumberLabel> labels;
    for (const PaneCurve& curve : pane.curves) {
        if (curve.number.isEmpty()) {
            continue;
        }
        auto y = rightEnd(frame.line(pane.x, curve.statistics->mean));
        if (!y && pane.reading != GradientReading::gradient) {
            // Nothing is told of it; its interval is there.
            y = rightEnd(frame.line(pane.x, curve.statistics->q95));
        }
        if (y) {
            labels.push_back({&curve, *y});
        }
    }
    const QRectF& r = frame.rectangle();
    const QFont font = style.smallFont(true);
    const double height = QFontMetricsF(font).height() - 1;
    std::ranges::stable_sort(labels, {}, &NumberLabel::y);
    spread(labels, height, r.top(), r.bottom());
    painter.setFont(font);
    for (const NumberLabel& label : labels) {
        painter.setPen(label.curve->color);
        painter.drawText(QRectF(r.right() + 5, label.y - height / 2, 24, height),
                         Qt::AlignLeft | Qt::AlignVCenter, label.curve->number);
    }
}

} // namespace sluice
