// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

#include <QtGlobal>

#include <string_view>

namespace sluice {

constexpr auto originText = "x = input(-2, 2)\n"
                            "y = x**2\n"
                            "u = uniform(0.9, 1.1)\n"
                            "yu = y * u\n"
                            "z = sqrt(yu)\n"
                            "g = grad(z, x)\n";

/// What a text without errors says.
inline Program programOf(std::string_view text)
{
    Reading reading = read(text);
    if (!reading.program) {
        qFatal("the text of a test can't be read");
    }
    return *std::move(reading.program);
}

} // namespace sluice
