// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_export.h"

#include <QByteArray>
#include <QImage>

namespace sluice {

/// The picture as a PNG; where somebody is asked, in a thread, so that the asking one stays alive. Empty
/// where it was ended.
/// @throws ExportError
[[nodiscard]] QByteArray encodedPng(const QImage& image, const KeepOn& keepOn);

} // namespace sluice
