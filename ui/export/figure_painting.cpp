// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_painting.h"

#include "ui/export/carried_experiment.h"
#include "ui/export/png_encoding.h"
#include "ui/export/program_name.h"
#include "ui/plot/figure.h"

#include <QCoreApplication>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace sluice {

namespace {

constexpr double inchesPerMetre = 1.0 / 0.0254;

} // namespace

double declaredDpi(const FigureOptions& options)
{
    return options.dpi.value_or(logicalDpi * options.scale);
}

QSize layoutSize(const FigureOptions& options)
{
    return {static_cast<int>(options.width), static_cast<int>(options.height)};
}

void paintFigure(QCPPainter& painter, const FigureContent& content, const FigureOptions& options)
{
    installFonts();
    const Theme& theme = options.dark ? darkTheme() : lightTheme();
    if (!options.transparent) {
        // A last, broken pixel too.
        painter.fillRect(QRectF(0, 0, std::ceil(options.width), std::ceil(options.height)), theme.panel);
    }
    QCustomPlot plot;
    plot.setPlottingHints(QCP::phNone);
    Figure figure(plot, theme, DrawingQuality::print, options.parts);
    const QSize size = layoutSize(options);
    plot.setViewport(QRect(QPoint(0, 0), size));
    figure.setContent(content);
    figure.arrange(size);
    figure.fit();
    plot.toPainter(&painter, size.width(), size.height());
}

namespace {

/// Paints the rows of pixels from `top` on. What is painted in parts is the same picture.
void paintRows(QImage& image, int top, int rows, const FigureContent& content, const FigureOptions& options)
{
    QImage part(image.scanLine(top), image.width(), rows, image.bytesPerLine(), image.format());
    QCPPainter painter(&part);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(0, -top);
    painter.scale(options.scale, options.scale);
    paintFigure(painter, content, options);
}

/// Nothing where it was ended.
std::optional<QImage> paintedFigure(const FigureContent& content, const FigureOptions& options,
                                    const KeepOn& keepOn)
{
    // Some tenths of a second.
    constexpr int mostPixelsAtOnce = 16'000'000;
    checkFigureOptions(options);
    QImage image(pixelSize(options), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        throw ExportError(
            ExportError::tr("There is not enough memory for a picture of this size.").toStdString());
    }
    image.fill(Qt::transparent);
    const int rowsAtOnce = std::max(1, mostPixelsAtOnce / image.width());
    for (int top = 0; top < image.height(); top += rowsAtOnce) {
        if (keepOn && !keepOn()) {
            return std::nullopt;
        }
        paintRows(image, top, std::min(rowsAtOnce, image.height() - top), content, options);
    }
    if (!options.transparent) {
        image = image.convertToFormat(QImage::Format_RGB32);
    }
    const int dotsPerMetre = qRound(declaredDpi(options) * inchesPerMetre);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    return image;
}

} // namespace

QImage renderFigure(const FigureContent& content, const FigureOptions& options)
{
    return paintedFigure(content, options, {}).value();
}

QByteArray figureAsPng(const FigureContent& content, const FigureOptions& options,
                       const QString& experimentJson, const KeepOn& keepOn)
{
    // Readers refuse larger chunks, so that the experiment would be lost without a word.
    constexpr qsizetype largestText = 7'900'000;
    if (experimentJson.size() > largestText) {
        throw ExportError(
            ExportError::tr("The experiment's text is too long to be kept inside a PNG.").toStdString());
    }
    std::optional<QImage> image = paintedFigure(content, options, keepOn);
    if (!image) {
        return {};
    }
    image->setText(QStringLiteral("Software"), programName());
    image->setText(QStringLiteral("Title"), content.title);
    image->setText(QStringLiteral("Description"), content.caption);
    if (!experimentJson.isEmpty()) {
        carryExperiment(*image, experimentJson);
    }
    return encodedPng(*image, keepOn);
}

} // namespace sluice
