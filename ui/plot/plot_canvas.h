// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QFont>
#include <qcustomplot.h>

namespace sluice {

/// The plotting widget, with what this version of it does not do by itself: follow the screen's pixel ratio,
/// and let the window's background through while it is greyed out.
class PlotCanvas : public QCustomPlot
{
public:
    explicit PlotCanvas(QWidget* parent);

    /// Axes, grid and background in the theme's colours and a small font, for a plot in a panel.
    void styleForPanel(const Theme& theme, const QFont& font);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sluice
