// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"
#include "ui/plot/frame.h"
#include "ui/plot/pane_content.h"

class QCPPainter;

namespace sluice {

/// The spread: between the 5 % and 95 % quantiles, and inside it between 25 % and 75 %. One variant's is
/// filled, last; the others' are outlines, so that opacities don't add up.
void drawBands(QCPPainter& painter, const Frame& frame, const PaneContent& pane, const FigureStyle& style);

} // namespace sluice
