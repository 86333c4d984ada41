// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/carried_experiment.h"
#include "ui/export/figure_painting.h"
#include "ui/export/program_name.h"

#include <QBuffer>
#include <QHash>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <qcustomplot.h>

#include <algorithm>

namespace sluice {

namespace {

QSizeF inInches(const FigureOptions& options)
{
    return QSizeF(options.width, options.height) * (options.scale / declaredDpi(options));
}

/// While it lives, new hash tables have the same order in every run of the program. The PDF writer lists its
/// fonts in such an order.
class FixedHashOrder
{
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(FixedHashOrder)
};

/// What a file says of its figure, shown in it or not.
QString describedBy(const FigureContent& content)
{
    return QStringLiteral("%1\n%2").arg(content.caption, programName());
}

/// The writer states when it made the file; the same length of spaces leaves the file's offsets right.
void removeCreationDate(QByteArray& pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    if (end > begin) {
        std::fill(pdf.begin() + begin, pdf.begin() + end + 1, ' ');
    }
}

} // namespace

QByteArray figureAsSvg(const FigureContent& content, const FigureOptions& options,
                       const QString& experimentJson)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(logicalDpi));
    generator.setSize(layoutSize(options));
    generator.setViewBox(QRectF(0.0, 0.0, options.width, options.height));
    generator.setTitle(content.title);
    generator.setDescription(describedBy(content));
    {
        QCPPainter painter;
        painter.begin(&generator);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        paintFigure(painter, content, options);
    }
    // Where the font is missing, Verdana has the same proportions.
    bytes.replace("font-family=\"DejaVu Sans\"", "font-family=\"DejaVu Sans, Verdana, sans-serif\"");
    const qsizetype sizeBegin = bytes.indexOf("<svg width=");
    const qsizetype sizeEnd = bytes.indexOf("viewBox=", sizeBegin);
    if (sizeBegin >= 0 && sizeEnd > sizeBegin) {
        const QSizeF size = inInches(options) * 25.4;
        const QString attributes = QStringLiteral("<svg width=\"%1mm\" height=\"%2mm\"\n ");
        bytes.replace(sizeBegin, sizeEnd - sizeBegin,
                      attributes.arg(size.width(), 0, 'g', 8).arg(size.height(), 0, 'g', 8).toUtf8());
    }
    if (const qsizetype definitions = bytes.indexOf("<defs>"); definitions >= 0) {
        bytes.insert(definitions, svgMetadata(experimentJson));
    }
    return bytes;
}

QByteArray figureAsPdf(const FigureContent& content, const FigureOptions& options,
                       const QString& experimentJson)
{
    const FixedHashOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr double pointsPerInch = 72.0;
        writer.setPageSize(
            QPageSize(inInches(options) * pointsPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(content.title);
        writer.setCreator(programName());
        writer.setDocumentXmpMetadata(xmpPacket(content.title, content.caption, experimentJson));
        QCPPainter painter;
        painter.begin(&writer);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.setRenderHint(QPainter::Antialiasing);
        const double unitsPerPixel = writer.resolution() * options.scale / declaredDpi(options);
        painter.scale(unitsPerPixel, unitsPerPixel);
        paintFigure(painter, content, options);
    }
    removeCreationDate(bytes);
    return bytes;
}

} // namespace sluice
