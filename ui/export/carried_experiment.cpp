// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/carried_experiment.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

namespace sluice {

namespace {

QString key()
{
    return QStringLiteral("Sluice");
}

} // namespace

void carryExperiment(QImage& picture, const QString& experimentJson)
{
    picture.setText(key(), experimentJson);
}

bool isPng(const QByteArray& contents)
{
    return contents.startsWith("\x89PNG\r\n\x1a\n");
}

std::optional<QString> carriedExperiment(const QByteArray& png)
{
    QBuffer buffer;
    buffer.setData(png);
    QImageReader reader(&buffer, "png");
    QImage picture;
    // The whole picture is read, since the reader alone would fold runs of spaces in the text, and would not
    // see where a picture has been cut.
    if (!isPng(png) || !reader.read(&picture))
        return std::nullopt;
    return picture.text(key());
}

} // namespace sluice
