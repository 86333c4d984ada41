// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"

#include <QCoreApplication>
#include <QImage>
#include <QString>

#include <optional>
#include <stdexcept>

namespace sluice {

/// A figure that can't be written, in words for the user.
class ExportError : public std::runtime_error
{
    Q_DECLARE_TR_FUNCTIONS(sluice::ExportError)

public:
    using std::runtime_error::runtime_error;
};

/// How a figure becomes a picture.
struct FigureOptions
{
    /// In logical pixels: what they are makes up the layout and the size of the type.
    int width = 1200;
    int height = 800;
    /// Pixels of a PNG for each logical pixel; the picture is the same, only finer.
    double scale = 1.0;
    /// Pixels per inch, for printing; without, a logical pixel is 1/96 inch.
    std::optional<double> dpi = {};
    bool dark = false;
    bool transparent = false;

    bool operator==(const FigureOptions&) const = default;
};

/// @throws ExportError where no picture can have this size.
void checkFigureOptions(const FigureOptions& options);

/// The size of a picture in pixels.
[[nodiscard]] QSize pixelSize(const FigureOptions& options);

/// @throws ExportError where no picture can have this size.
[[nodiscard]] QImage renderFigure(const FigureContent& content, const FigureOptions& options);

/// Writes the figure as PNG, SVG or PDF, by the file's ending, whole or not at all; PNG and SVG carry the
/// experiment. The file holds no time, path or file name: equal figures are equal files.
/// @throws ExportError
void exportFigure(const QString& path, const FigureContent& content, const FigureOptions& options,
                  const QString& experimentJson);

} // namespace sluice
