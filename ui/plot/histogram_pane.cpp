// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/histogram_pane.h"

#include <algorithm>
#include <cmath>

namespace sluice {

HistogramPane::HistogramPane(QCPAxisRect& axisRect, const FigureStyle& style)
    : QCPLayerable(axisRect.parentPlot(), QStringLiteral("main")), m_axisRect(axisRect), m_style(style)
{
}

void HistogramPane::setContent(std::vector<HistogramCurve> curves, std::optional<double> noiseFree)
{
    m_curves = std::move(curves);
    m_noiseFree = noiseFree;
    fit();
}

void HistogramPane::fit()
{
    constexpr double air = 0.05;
    double low = 0.0;
    double high = 1.0;
    double tallest = 0.0;
    for (const HistogramCurve& curve : m_curves) {
        low = curve.histogram.low;
        high = curve.histogram.high;
        for (const double share : curve.histogram.shares) {
            tallest = std::max(tallest, share);
        }
    }
    if (m_noiseFree && std::isfinite(*m_noiseFree)) {
        // Where it is far from all samples, they would shrink to a line beside it.
        const double width = high - low;
        if (*m_noiseFree > low - width && *m_noiseFree < high + width) {
            low = std::min(low, *m_noiseFree);
            high = std::max(high, *m_noiseFree);
        }
    }
    const double margin = (high - low) * air;
    m_axisRect.axis(QCPAxis::atBottom)->setRange(low - margin, high + margin);
    m_axisRect.axis(QCPAxis::atLeft)->setRange(0.0, tallest > 0.0 ? tallest * (1.0 + air) : 1.0);
}

void HistogramPane::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void HistogramPane::draw(QCPPainter* painter)
{
    // The filled one lies below the others' outlines.
    for (const bool filled : {true, false}) {
        for (const HistogramCurve& curve : m_curves) {
            if (curve.filled == filled) {
                drawCurve(*painter, curve);
            }
        }
    }
    if (m_noiseFree && std::isfinite(*m_noiseFree)) {
        painter->setPen(m_style.noiseFreePen());
        drawLineAt(*painter, *m_noiseFree);
    }
}

void HistogramPane::drawCurve(QCPPainter& painter, const HistogramCurve& curve) const
{
    painter.setBrush(Qt::NoBrush);
    if (curve.histogram.constant) {
        painter.setPen(m_style.meanPen(curve.color, curve.dash));
        drawLineAt(painter, *curve.histogram.constant);
        return;
    }
    if (curve.histogram.shares.empty()) {
        return;
    }
    const QPolygonF steps = outline(curve.histogram);
    if (curve.filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(withOpacity(curve.color, FigureStyle::innerBandOpacity));
        painter.drawPolygon(steps);
        painter.setBrush(Qt::NoBrush);
    }
    QPen pen = m_style.meanPen(curve.color, curve.dash);
    constexpr double thinner = 0.6;
    pen.setWidthF(pen.widthF() * thinner);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.drawPolyline(steps);
}

void HistogramPane::drawLineAt(QCPPainter& painter, double value) const
{
    const double x = m_axisRect.axis(QCPAxis::atBottom)->coordToPixel(value);
    if (x >= m_axisRect.left() && x <= m_axisRect.right() + 1) {
        painter.drawLine(QLineF(x, m_axisRect.bottom(), x, m_axisRect.top()));
    }
}

QPolygonF HistogramPane::outline(const Histogram& histogram) const
{
    const QCPAxis* across = m_axisRect.axis(QCPAxis::atBottom);
    const QCPAxis* up = m_axisRect.axis(QCPAxis::atLeft);
    const double width = (histogram.high - histogram.low) / static_cast<double>(histogram.shares.size());
    const double ground = up->coordToPixel(0.0);
    QPolygonF steps;
    double edge = across->coordToPixel(histogram.low);
    steps << QPointF(edge, ground);
    for (std::size_t bin = 0; bin < histogram.shares.size(); ++bin) {
        const double height = up->coordToPixel(histogram.shares[bin]);
        steps << QPointF(edge, height);
        edge = across->coordToPixel(histogram.low + width * static_cast<double>(bin + 1));
        steps << QPointF(edge, height);
    }
    steps << QPointF(edge, ground);
    return steps;
}

} // namespace sluice
