// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QImage;

namespace sluice {

/// An exported picture carries its experiment's JSON, so that the picture can be opened as the experiment.
void carryExperiment(QImage& picture, const QString& experimentJson);

[[nodiscard]] bool isPng(const QByteArray& contents);

/// The JSON that a PNG carries, empty where it carries none; nothing where it is no readable PNG.
[[nodiscard]] std::optional<QString> carriedExperiment(const QByteArray& png);

} // namespace sluice
