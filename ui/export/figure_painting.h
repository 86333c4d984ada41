// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_export.h"

#include <QSize>

class QCPPainter;

namespace sluice {

/// Paints the figure at its logical size.
void paintFigure(QCPPainter& painter, const FigureContent& content, const FigureOptions& options);

/// The logical pixels in which the figure is laid out: whole ones.
[[nodiscard]] QSize layoutSize(const FigureOptions& options);

} // namespace sluice
