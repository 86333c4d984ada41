// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <cstddef>

namespace sluice {

/// The origin's graph, small enough to be computed at once.
inline constexpr auto text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nyu = y*u\nz = sqrt(yu)\n";

inline Experiment smallExperiment()
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {{"no gates", {}}, {"z=clean", {"z=clean"}}};
    experiment.points = 41;
    experiment.samples = 50;
    return experiment;
}

inline bool isAnswered(const Workspace& workspace)
{
    return workspace.outcome() && !workspace.isBusy() &&
           workspace.outcome()->experiment == workspace.experiment();
}

} // namespace sluice
