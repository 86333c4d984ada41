// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "synthetic_curves.h"
#include "ui/plot/plot_view.h"

#include <QApplication>
#include <QTest>
#include <qcustomplot.h>

#include <memory>

namespace sluice {

/// The plots of the origin experiment on the screen; null where no window appeared.
inline std::unique_ptr<PlotView> shownPlots()
{
    auto view = std::make_unique<PlotView>();
    view->resize(800, 600);
    view->show();
    if (!QTest::qWaitForWindowExposed(view.get())) {
        return nullptr;
    }
    view->showFigure(synthetic::figureOf(synthetic::origin()));
    QApplication::processEvents();
    return view;
}

inline QCPAxisRect& rectangle(const PlotView& view, int index)
{
    return *view.canvas().axisRects().at(index);
}

inline QPoint pixelAt(const PlotView& view, int index, double x)
{
    const QCPAxisRect& rect = rectangle(view, index);
    return {qRound(rect.axis(QCPAxis::atBottom)->coordToPixel(x)), rect.rect().center().y()};
}

inline QCPRange shownX(const PlotView& view, int index)
{
    return rectangle(view, index).axis(QCPAxis::atBottom)->range();
}

} // namespace sluice
