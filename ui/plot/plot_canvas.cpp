// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_canvas.h"

#include "ui/plot/axis_style.h"

#include <cmath>

namespace sluice {

PlotCanvas::PlotCanvas(QWidget* parent) : QCustomPlot(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    setMouseTracking(true);
    setPlottingHint(QCP::phImmediateRefresh, false);
    setLocale(QLocale::c());
    useLocalNumbers(*xAxis);
    useLocalNumbers(*yAxis);
}

void PlotCanvas::styleForPanel(const Theme& theme, const QFont& font)
{
    setBackground(theme.panel);
    QFont small = font;
    small.setPointSizeF(small.pointSizeF() - 1.5);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setLabelColor(theme.secondaryText);
        axis->setTickLabelColor(theme.secondaryText);
        axis->setBasePen(QPen(theme.line));
        axis->setTickPen(QPen(theme.line));
        axis->setSubTicks(false);
        axis->grid()->setPen(QPen(theme.grid));
        axis->grid()->setZeroLinePen(QPen(theme.line));
        axis->setNumberFormat(QStringLiteral("gbc"));
        axis->setNumberPrecision(3);
        axis->ticker()->setTickCount(4);
    }
}

void PlotCanvas::paintEvent(QPaintEvent* event)
{
    if (std::abs(bufferDevicePixelRatio() - devicePixelRatioF()) > 1e-6) {
        setBufferDevicePixelRatio(devicePixelRatioF());
        replot(rpQueuedRefresh);
    }
    QCustomPlot::paintEvent(event);
}

} // namespace sluice
