// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepared.h"
#include "ui/export/figure_export.h"

#include <string>

namespace sluice {

/// Computes the curves and writes the figure, with the experiment inside. Needs no display, and no
/// QApplication yet.
/// @throws CommandLineError, InputError
void writeFigure(const std::string& path, const FigureOptions& figure, const Prepared& prepared,
                 const ComputingOptions& options);

} // namespace sluice
