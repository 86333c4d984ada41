// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/carried_experiment.h"

#include "ui/export/png_chunks.h"
#include "ui/export/program_name.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr auto svgElementId = "sluice-experiment";
constexpr auto packetBegin = "<x:xmpmeta";
constexpr auto packetEnd = "</x:xmpmeta>";

QString pngKey()
{
    return QStringLiteral("Sluice");
}

QString xmpNamespace()
{
    return QStringLiteral("urn:sluice:experiment:1#");
}

bool isXml(const QByteArray& contents)
{
    constexpr std::array beginnings{"<?xml", "<svg", "<!--", "<!DOCTYPE"};
    constexpr qsizetype mostSpace = 4096;
    QByteArray beginning = contents.left(mostSpace);
    if (beginning.startsWith("\xEF\xBB\xBF")) {
        beginning.remove(0, 3);
    }
    beginning = beginning.trimmed();
    return std::ranges::any_of(beginnings, [&](const char* each) { return beginning.startsWith(each); });
}

bool isForeignPicture(const QByteArray& contents)
{
    constexpr std::array unmistakable{"\xFF\xD8\xFF", "GIF87a", "GIF89a"};
    // Letters, as which a text may begin; a picture has zeros behind them.
    constexpr std::array letters{"II*", "MM", "BM"};
    const auto begins = [&](const char* beginning) { return contents.startsWith(beginning); };
    return std::ranges::any_of(unmistakable, begins) ||
           (contents.left(32).contains('\0') && std::ranges::any_of(letters, begins)) ||
           (contents.startsWith("RIFF") && contents.mid(8, 4) == "WEBP");
}

std::optional<QString> carriedByPng(const QByteArray& png)
{
    if (!isWholePng(png)) {
        return std::nullopt;
    }
    QBuffer buffer;
    buffer.setData(png);
    QImageReader reader(&buffer, "png");
    QImage picture;
    // The whole picture is read, since the reader alone would fold runs of spaces in the text.
    if (!reader.read(&picture)) {
        return std::nullopt;
    }
    return picture.text(pngKey());
}

/// To the end, lest a document that has been cut pass for a whole one.
std::optional<QString> carriedBySvg(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    QString experiment;
    bool isSvg = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement()) {
            continue;
        }
        isSvg = isSvg || reader.name() == QLatin1String("svg");
        if (reader.name() == QLatin1String("metadata") &&
            reader.attributes().value(QLatin1String("id")) == QLatin1String(svgElementId)) {
            experiment = reader.readElementText();
        }
    }
    return isSvg && !reader.hasError() ? std::optional(experiment) : std::nullopt;
}

std::optional<QString> experimentInPacket(const QByteArray& packet)
{
    QXmlStreamReader reader(packet);
    QString experiment;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.namespaceUri() == xmpNamespace() &&
            reader.name() == QLatin1String("experiment")) {
            experiment = reader.readElementText();
        }
    }
    return reader.hasError() ? std::nullopt : std::optional(experiment);
}

std::optional<QString> carriedByPdf(const QByteArray& pdf)
{
    constexpr qsizetype tail = 1024;
    if (!pdf.right(tail).contains("%%EOF")) {
        return std::nullopt;
    }
    qsizetype begin = pdf.indexOf(packetBegin);
    while (begin >= 0) {
        const qsizetype end = pdf.indexOf(packetEnd, begin);
        if (end < 0) {
            return std::nullopt;
        }
        const qsizetype length = end + static_cast<qsizetype>(qstrlen(packetEnd)) - begin;
        std::optional<QString> experiment = experimentInPacket(pdf.mid(begin, length));
        if (!experiment || !experiment->isEmpty()) {
            return experiment;
        }
        begin = pdf.indexOf(packetBegin, end);
    }
    return QString();
}

/// A text of which XMP has one a language.
void writeInAnyLanguage(QXmlStreamWriter& writer, const QString& name, const QString& text)
{
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    writer.writeStartElement(QStringLiteral("http://purl.org/dc/elements/1.1/"), name);
    writer.writeStartElement(rdf, QStringLiteral("Alt"));
    writer.writeStartElement(rdf, QStringLiteral("li"));
    writer.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    writer.writeCharacters(text);
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndElement();
}

} // namespace

std::optional<PictureFormat> pictureFormat(const QByteArray& contents)
{
    if (contents.startsWith("\x89PNG\r\n\x1a\n")) {
        return PictureFormat::png;
    }
    if (contents.startsWith("%PDF-")) {
        return PictureFormat::pdf;
    }
    if (isXml(contents)) {
        return PictureFormat::svg;
    }
    return isForeignPicture(contents) ? std::optional(PictureFormat::other) : std::nullopt;
}

void carryExperiment(QImage& picture, const QString& experimentJson)
{
    picture.setText(pngKey(), experimentJson);
}

QByteArray svgMetadata(const QString& experimentJson)
{
    if (experimentJson.isEmpty()) {
        return {};
    }
    return QStringLiteral("<metadata id=\"%1\">").arg(QLatin1String(svgElementId)).toUtf8() +
           experimentJson.toHtmlEscaped().toUtf8() + "</metadata>\n";
}

QByteArray xmpPacket(const QString& title, const QString& caption, const QString& experimentJson)
{
    const QString meta = QStringLiteral("adobe:ns:meta/");
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    const QString xmp = QStringLiteral("http://ns.adobe.com/xap/1.0/");
    QByteArray packet;
    QXmlStreamWriter writer(&packet);
    writer.writeNamespace(meta, QStringLiteral("x"));
    writer.writeStartElement(meta, QStringLiteral("xmpmeta"));
    writer.writeNamespace(rdf, QStringLiteral("rdf"));
    writer.writeStartElement(rdf, QStringLiteral("RDF"));
    writer.writeNamespace(QStringLiteral("http://purl.org/dc/elements/1.1/"), QStringLiteral("dc"));
    writer.writeNamespace(xmp, QStringLiteral("xmp"));
    writer.writeNamespace(xmpNamespace(), QStringLiteral("sluice"));
    writer.writeStartElement(rdf, QStringLiteral("Description"));
    writer.writeAttribute(rdf, QStringLiteral("about"), QString());
    writeInAnyLanguage(writer, QStringLiteral("title"), title);
    writeInAnyLanguage(writer, QStringLiteral("description"), caption);
    writer.writeTextElement(xmp, QStringLiteral("CreatorTool"), programName());
    if (!experimentJson.isEmpty()) {
        writer.writeTextElement(xmpNamespace(), QStringLiteral("experiment"), experimentJson);
    }
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndElement();
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + packet +
           "\n<?xpacket end=\"w\"?>";
}

std::optional<QString> carriedExperiment(const QByteArray& picture)
{
    const std::optional<PictureFormat> format = pictureFormat(picture);
    if (!format) {
        return std::nullopt;
    }
    switch (*format) {
    case PictureFormat::png:
        return carriedByPng(picture);
    case PictureFormat::svg:
        return carriedBySvg(picture);
    case PictureFormat::pdf:
        return carriedByPdf(picture);
    case PictureFormat::other:
        break;
    }
    return QString();
}

} // namespace sluice
