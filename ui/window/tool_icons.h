// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace sluice {

/// Drawn rather than written, since hardly a font has all of these signs; in the palette's colour for text on
/// buttons, whatever the theme.
[[nodiscard]] QIcon playIcon();
[[nodiscard]] QIcon pauseIcon();

} // namespace sluice
