// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sluice {

std::string exactText(double value)
{
    // The sign of a NaN means nothing, and std::to_chars would print it.
    if (std::isnan(value))
        return "nan";
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

} // namespace sluice
