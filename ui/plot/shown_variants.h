// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_view.h"

namespace sluice {

struct FigureContent;

/// Shows and selects variants as the view says, as far as there are such, and of their curves what it says.
void applyView(FigureContent& content, const ExperimentView& view);

[[nodiscard]] ExperimentView viewOf(const FigureContent& content);

} // namespace sluice
