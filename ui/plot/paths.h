// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"
#include "ui/plot/frame.h"
#include "ui/plot/pane_content.h"

class QCPPainter;

namespace sluice {

/// Single samples along the sweep, as thin lines.
void drawPaths(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style);

} // namespace sluice
