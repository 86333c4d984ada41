// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_painting.h"

#include "ui/export/carried_experiment.h"
#include "ui/export/program_name.h"
#include "ui/plot/figure.h"

#include <QBuffer>
#include <QCoreApplication>
#include <qcustomplot.h>

#include <cmath>

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

QImage renderFigure(const FigureContent& content, const FigureOptions& options)
{
    checkFigureOptions(options);
    QImage image(pixelSize(options), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        throw ExportError(
            ExportError::tr("There is not enough memory for a picture of this size.").toStdString());
    }
    image.fill(Qt::transparent);
    {
        QCPPainter painter(&image);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.setMode(QCPPainter::pmNonCosmetic);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(options.scale, options.scale);
        paintFigure(painter, content, options);
    }
    if (!options.transparent) {
        image = image.convertToFormat(QImage::Format_RGB32);
    }
    const int dotsPerMetre = qRound(declaredDpi(options) * inchesPerMetre);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    return image;
}

QByteArray figureAsPng(const FigureContent& content, const FigureOptions& options,
                       const QString& experimentJson)
{
    // Readers refuse larger chunks, so that the experiment would be lost without a word.
    constexpr qsizetype largestText = 7'900'000;
    if (experimentJson.size() > largestText) {
        throw ExportError(
            ExportError::tr("The experiment's text is too long to be kept inside a PNG.").toStdString());
    }
    QImage image = renderFigure(content, options);
    image.setText(QStringLiteral("Software"), programName());
    image.setText(QStringLiteral("Title"), content.title);
    image.setText(QStringLiteral("Description"), content.caption);
    if (!experimentJson.isEmpty()) {
        carryExperiment(image, experimentJson);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) {
        throw ExportError(ExportError::tr("The picture could not be made into a PNG.").toStdString());
    }
    return bytes;
}

} // namespace sluice
