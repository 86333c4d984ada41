// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/histogram.h"
#include "ui/plot/figure_style.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace sluice {

/// One variant's samples at the point.
struct HistogramCurve
{
    Histogram histogram;
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    bool filled = false;
};

/// Histograms of one quantity on each other, over a common axis. Samples that are all alike are a line.
class HistogramPane : public QCPLayerable
{
    Q_OBJECT

public:
    HistogramPane(QCPAxisRect& axisRect, const FigureStyle& style);

    void setContent(std::vector<HistogramCurve> curves, std::optional<double> noiseFree);
    [[nodiscard]] QCPAxisRect& axisRect() const { return m_axisRect; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    void fit();
    void drawCurve(QCPPainter& painter, const HistogramCurve& curve) const;
    void drawLineAt(QCPPainter& painter, double value) const;
    [[nodiscard]] QPolygonF outline(const Histogram& histogram) const;

    QCPAxisRect& m_axisRect;
    const FigureStyle& m_style;
    std::vector<HistogramCurve> m_curves;
    std::optional<double> m_noiseFree;
};

} // namespace sluice
