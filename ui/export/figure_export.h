// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/export_error.h"
#include "ui/plot/figure_content.h"
#include "ui/plot/figure_parts.h"

#include <QImage>
#include <QString>

#include <functional>
#include <optional>

namespace sluice {

/// How a figure becomes a picture.
struct FigureOptions
{
    /// In logical pixels, 96 an inch: what they are makes up the layout and the size of the type.
    double width = 1200.0;
    double height = 800.0;
    /// Pixels of a PNG for each logical pixel; the picture is the same, only finer.
    double scale = 1.0;
    /// Pixels per inch, for printing; without, a logical pixel is 1/96 inch.
    std::optional<double> dpi = {};
    bool dark = false;
    bool transparent = false;
    FigureParts parts = usualParts;
    /// The point of the histograms, where there are any; without, the last point of interest, or in the last
    /// quarter of the sweep.
    std::optional<double> histogramAt = {};

    bool operator==(const FigureOptions&) const = default;
};

/// A picture's inner unit: 96 logical pixels make an inch where nothing else is asked for.
inline constexpr double logicalDpi = 96.0;

/// @throws ExportError where no picture can have this size, or shows nothing.
void checkFigureOptions(const FigureOptions& options);

/// The dots per inch that a picture declares.
[[nodiscard]] double declaredDpi(const FigureOptions& options);

/// The size of a picture in pixels.
[[nodiscard]] QSize pixelSize(const FigureOptions& options);

/// @throws ExportError where no picture can have this size.
[[nodiscard]] QImage renderFigure(const FigureContent& content, const FigureOptions& options);

/// Asked now and then while something takes long: whether to go on.
using KeepOn = std::function<bool()>;

/// The figure as a file of this kind, with its experiment inside. It holds no time, path or file name: equal
/// figures are equal files. Empty where it was ended.
/// @throws ExportError
[[nodiscard]] QByteArray figureAsPng(const FigureContent& content, const FigureOptions& options,
                                     const QString& experimentJson, const KeepOn& keepOn = {});
[[nodiscard]] QByteArray figureAsSvg(const FigureContent& content, const FigureOptions& options,
                                     const QString& experimentJson);
[[nodiscard]] QByteArray figureAsPdf(const FigureContent& content, const FigureOptions& options,
                                     const QString& experimentJson);

/// Writes the figure as PNG, SVG or PDF, by the file's ending, whole or not at all. Returns whether it was
/// not ended.
/// @throws FileError
bool exportFigure(const QString& path, const FigureContent& content, const FigureOptions& options,
                  const QString& experimentJson, const KeepOn& keepOn = {});

} // namespace sluice
