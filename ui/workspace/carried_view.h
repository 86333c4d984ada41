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

} // namespace sluice
