// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QImage;

namespace sluice {

/// What a file is that holds a picture. Only the first three can carry an experiment.
enum class PictureFormat
{
    png,
    svg,
    pdf,
    other ///< JPEG, GIF, TIFF, WebP, Windows bitmap
};

/// What the first bytes say; nothing where they begin no picture. No expression and no experiment begins as a
/// picture does.
[[nodiscard]] std::optional<PictureFormat> pictureFormat(const QByteArray& contents);

/// An exported picture carries its experiment's JSON, so that the picture can be opened as the experiment.
/// A PNG has it in a text chunk.
void carryExperiment(QImage& picture, const QString& experimentJson);

/// What an SVG has it in: its `metadata` element. Empty without an experiment.
[[nodiscard]] QByteArray svgMetadata(const QString& experimentJson);

/// What a PDF has it in: a packet of XMP, with the program's name and the document's title.
[[nodiscard]] QByteArray xmpPacket(const QString& title, const QString& caption,
                                   const QString& experimentJson);

/// The JSON that a picture carries, empty where it carries none; nothing where it is no picture, or a damaged
/// one.
[[nodiscard]] std::optional<QString> carriedExperiment(const QByteArray& picture);

} // namespace sluice
