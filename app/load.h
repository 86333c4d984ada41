// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/experiment_view.h"
#include "core/language/program.h"

#include <string>

namespace sluice {

/// What a FILE of the command line stands for.
struct Source
{
    /// As messages call it.
    std::string name;
    Experiment experiment;
    /// Which of its variants are shown, and how.
    ExperimentView view = {};
};

/// Reads an expression, an experiment, an exported picture, an example, or standard input.
/// @throws InputError where it can't be read or is broken, CommandLineError where there is no such example
[[nodiscard]] Source load(const std::string& file);

enum class Notes
{
    printed,
    silent
};

/// Reads the text of an experiment and prints what there is to note. @throws InputError with all its errors
[[nodiscard]] Program readProgram(const Source& source, Notes notes);

} // namespace sluice
