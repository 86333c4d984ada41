// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_export.h"

class QCPPainter;

namespace sluice {

/// Paints the figure at its logical size.
void paintFigure(QCPPainter& painter, const FigureContent& content, const FigureOptions& options);

/// A picture's inner unit: 96 logical pixels make an inch where nothing else is asked for.
inline constexpr double logicalDpi = 96.0;

/// The dots per inch that a picture declares.
[[nodiscard]] double declaredDpi(const FigureOptions& options);

[[nodiscard]] QByteArray figureAsPng(const FigureContent& content, const FigureOptions& options,
                                     const QString& experimentJson);
[[nodiscard]] QByteArray figureAsSvg(const FigureContent& content, const FigureOptions& options,
                                     const QString& experimentJson);
[[nodiscard]] QByteArray figureAsPdf(const FigureContent& content, const FigureOptions& options);

} // namespace sluice
