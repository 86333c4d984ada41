// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace sluice {

/// A text in lines of at most this width, broken between words where possible, preferably at ` · `. What
/// doesn't fit into the last line allowed ends in `…`.
[[nodiscard]] QStringList wrapped(const QString& text, const QFont& font, double width, int maximumLines);

/// The same, but what doesn't fit is left out before the last parts between ` · `, with `…` in its place:
/// these many are kept as long as they fit by themselves.
[[nodiscard]] QStringList wrappedWithEnd(const QString& text, int keptParts, const QFont& font, double width,
                                         int maximumLines);

} // namespace sluice
