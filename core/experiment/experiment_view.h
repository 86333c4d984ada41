// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/plot_choices.h"

#include <cstddef>
#include <set>

namespace sluice {

/// What is shown of an experiment: which of its variants, which of them in full, and what of their curves.
/// What is computed doesn't depend on it, so it stands beside the experiment, not in it.
struct ExperimentView
{
    /// By position; the one whose bands are filled and whose graph is drawn.
    std::size_t selected = 0;
    std::set<std::size_t> hidden = {};
    PlotChoices plots = {};

    bool operator==(const ExperimentView&) const = default;
};

} // namespace sluice
