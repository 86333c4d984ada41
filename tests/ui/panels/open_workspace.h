// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <string>
#include <vector>

namespace sluice {

inline constexpr auto originText =
    "x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nyu = y*u\nz = sqrt(yu)\n";

/// A small experiment, enough for panels to have something to show.
inline Experiment experimentOf(const std::string& text, std::vector<Variant> variants = {{"no gates", {}}})
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = std::move(variants);
    experiment.points = 21;
    experiment.samples = 50;
    return experiment;
}

} // namespace sluice
