// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"
#include "ui/export/figure_export.h"

#include <optional>
#include <string>

namespace sluice {

/// What --width and the like say, as they were written.
struct FigureArguments
{
    std::optional<std::string> width;
    std::optional<std::string> height;
    std::optional<std::string> scale;
    std::optional<std::string> dpi;
    std::string theme = "light";
    bool transparent = false;
    std::optional<std::string> show;
    std::optional<std::string> histogramAt;
};

void addFigureOptions(CLI::App& commandLine, FigureArguments& arguments);

/// @throws CommandLineError
[[nodiscard]] FigureOptions figureOptionsFrom(const FigureArguments& arguments);

} // namespace sluice
