// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_export.h"

#include <QString>

namespace sluice {

/// Copies the figure as an image, with its experiment inside. @throws ExportError
void copyAsImage(const FigureContent& content, const FigureOptions& options, const QString& experimentJson);

/// Copies the figure as an SVG drawing; where only text can be pasted, its source. @throws ExportError
void copyAsSvg(const FigureContent& content, const FigureOptions& options, const QString& experimentJson);

} // namespace sluice
