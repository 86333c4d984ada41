// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QColor>

#include <vector>

namespace sluice {

/// Colours at equal distances from the lowest value to the highest, between which is interpolated.
using ColorScale = std::vector<QColor>;

/// For what is 0 or more: lightness grows evenly, so that equal steps look equal, in grey too (viridis, of
/// Stéfan van der Walt and Nathaniel Smith). From the dark end on a light background, from the light one on a
/// dark one, so that much is far from the background.
[[nodiscard]] ColorScale sequentialScale(const Theme& theme);

/// For what has a sign, with the background's own lightness at 0, in the middle: the theme's first two
/// colours, which are about as dark as each other.
[[nodiscard]] ColorScale divergingScale(const Theme& theme);

} // namespace sluice
