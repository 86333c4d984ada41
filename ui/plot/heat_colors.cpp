// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/heat_colors.h"

#include <algorithm>

namespace sluice {

namespace {

QColor between(const QColor& from, const QColor& to, double share)
{
    const auto mixed = [share](int one, int other) { return qRound(one + share * (other - one)); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue())};
}

} // namespace

ColorScale sequentialScale(const Theme& theme)
{
    ColorScale scale{QColor(0x440154), QColor(0x472D7B), QColor(0x3B528B), QColor(0x2C728E), QColor(0x21918C),
                     QColor(0x28AE80), QColor(0x5EC962), QColor(0xADDC30), QColor(0xFDE725)};
    if (!theme.isDark) {
        std::ranges::reverse(scale);
    }
    return scale;
}

ColorScale divergingScale(const Theme& theme)
{
    constexpr int steps = 4;
    const QColor middle = between(theme.panel, theme.line, 0.5);
    ColorScale scale;
    for (int step = 0; step < steps; ++step) {
        scale.push_back(between(theme.variants[0], middle, static_cast<double>(step) / steps));
    }
    for (int step = 0; step <= steps; ++step) {
        scale.push_back(between(middle, theme.variants[1], static_cast<double>(step) / steps));
    }
    return scale;
}

} // namespace sluice
