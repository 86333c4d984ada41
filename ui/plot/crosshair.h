// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace sluice {

/// A vertical line through both plots with the values of all curves at the nearest point of the sweep.
class Crosshair : public QCPLayerable
{
    Q_OBJECT

public:
    Crosshair(QCustomPlot& plot, const QString& layer, const Figure& figure);

    /// Shows it at the point of the sweep nearest to x, or nowhere.
    void setPosition(std::optional<double> x);
    /// The point of the sweep that is read.
    [[nodiscard]] std::optional<double> position() const;
    /// What is read in one of the plots, a line a curve.
    [[nodiscard]] QStringList readout(const Pane& pane) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    struct Line
    {
        QString number;
        QString text;
        QColor color;
        double value = 0.0;
    };
    [[nodiscard]] std::optional<std::size_t> point() const;
    [[nodiscard]] std::vector<Line> linesOf(const Pane& pane, std::size_t point) const;
    void drawIn(QCPPainter& painter, const Pane& pane, std::size_t point) const;
    void drawBox(QCPPainter& painter, const Pane& pane, const std::vector<Line>& lines, double x,
                 bool curvesAreHigh) const;

    const Figure& m_figure;
    std::optional<double> m_x;
};

} // namespace sluice
