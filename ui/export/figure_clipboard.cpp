// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

namespace sluice {

void copyAsImage(const FigureContent& content, const FigureOptions& options, const QString& experimentJson)
{
    checkFigureOptions(options);
    const QByteArray png = figureAsPng(content, options, experimentJson);
    auto data = std::make_unique<QMimeData>();
    // As bytes too: they keep the experiment and the dots per inch, which an image on its way may lose.
    data->setData(QStringLiteral("image/png"), png);
    data->setImageData(QImage::fromData(png, "PNG"));
    QGuiApplication::clipboard()->setMimeData(data.release());
}

void copyAsSvg(const FigureContent& content, const FigureOptions& options, const QString& experimentJson)
{
    checkFigureOptions(options);
    const QByteArray svg = figureAsSvg(content, options, experimentJson);
    auto data = std::make_unique<QMimeData>();
    data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(data.release());
}

} // namespace sluice
