// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_export.h"

#include "ui/export/figure_painting.h"

#include <QFileInfo>

#include <cmath>

namespace sluice {

namespace {

[[noreturn]] void refuse(const QString& message)
{
    throw ExportError(message.toStdString());
}

} // namespace

QSize pixelSize(const FigureOptions& options)
{
    return {qRound(options.width * options.scale), qRound(options.height * options.scale)};
}

void checkFigureOptions(const FigureOptions& options)
{
    constexpr int smallestSide = 100;
    constexpr int largestSide = 20'000;
    constexpr double largestArea = 400e6;
    if (!(options.width >= smallestSide && options.height >= smallestSide)) {
        refuse(ExportError::tr("A figure needs at least %1 × %1 pixels.").arg(smallestSide));
    }
    if (!(options.scale >= 0.1 && options.scale <= 100.0)) {
        refuse(ExportError::tr("The scale must lie between 0.1 and 100."));
    }
    if (!options.parts) {
        refuse(ExportError::tr("A figure without any part would be empty; choose what it is to show."));
    }
    if (options.dpi && !(*options.dpi >= 1.0 && *options.dpi <= 100'000.0)) {
        refuse(ExportError::tr("The dots per inch must lie between 1 and 100,000."));
    }
    const double width = options.width * options.scale;
    const double height = options.height * options.scale;
    if (width > largestSide || height > largestSide || width * height > largestArea) {
        refuse(
            ExportError::tr(
                "A picture of %1 × %2 pixels is too large: at most %3 pixels a side and %4 million in all.")
                .arg(width, 0, 'f', 0)
                .arg(height, 0, 'f', 0)
                .arg(largestSide)
                .arg(largestArea / 1e6, 0, 'f', 0));
    }
}

bool exportFigure(const QString& path, const FigureContent& content, const FigureOptions& options,
                  const QString& experimentJson, const KeepOn& keepOn)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != QLatin1String("png") && ending != QLatin1String("svg") && ending != QLatin1String("pdf")) {
        refuse(ExportError::tr("“%1” does not end in .png, .svg or .pdf, the formats that a figure can have.")
                   .arg(path));
    }
    checkFigureOptions(options);
    if (ending == QLatin1String("png")) {
        const QByteArray bytes = figureAsPng(content, options, experimentJson, keepOn);
        if (bytes.isEmpty()) {
            return false;
        }
        writeWhole(path, bytes);
    } else if (ending == QLatin1String("svg")) {
        writeWhole(path, figureAsSvg(content, options, experimentJson));
    } else {
        writeWhole(path, figureAsPdf(content, options, experimentJson));
    }
    return true;
}

} // namespace sluice
