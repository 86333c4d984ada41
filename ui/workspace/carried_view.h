// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/experiment_view.h"

#include <vector>

namespace sluice {

/// What is selected and hidden stays so where variants come, go or change places.
[[nodiscard]] ExperimentView carriedView(ExperimentView view, const std::vector<Variant>& before,
                                         const std::vector<Variant>& after);

/// The variant to show after a change: the selected one, unless the text of another is all that has changed,
/// as where an edit of it is taken back.
[[nodiscard]] std::size_t shownAfter(const Experiment& before, const Experiment& after, std::size_t selected);

} // namespace sluice
