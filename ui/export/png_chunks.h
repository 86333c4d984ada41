// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sluice {

/// Whether a PNG is whole: every chunk, from the signature to the chunk that ends the picture, has the
/// checksum that stands behind it (the CRC-32 of the PNG specification, annex D). What reads pictures passes
/// over a damaged text as if there were none.
[[nodiscard]] bool isWholePng(const QByteArray& png);

} // namespace sluice
