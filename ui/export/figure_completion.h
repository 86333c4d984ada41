// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "ui/export/figure_export.h"

#include <memory>

namespace sluice {

/// What a figure's curves were computed from.
struct FigureOrigin
{
    std::shared_ptr<const Program> program;
    Experiment experiment;
};

/// Makes what these parts show beyond the curves, where the content doesn't have it yet: the selected
/// variant's graph, the histograms at the point of the sweep next to the one asked for, the visible variants'
/// derivations.
/// @throws ExportError
void complete(FigureContent& content, const FigureOrigin& origin, const FigureOptions& options);

/// The point of the histograms where none is asked for.
[[nodiscard]] double usualHistogramPoint(const FigureContent& content);

} // namespace sluice
