// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

#include <stdexcept>

namespace sluice {

/// A file that can't be opened or written, in words for the user.
class FileError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Whether the file is called an experiment: `.sluice`.
[[nodiscard]] bool hasExperimentSuffix(const QString& path);
/// The path with `.sluice` at its end.
[[nodiscard]] QString withExperimentSuffix(const QString& path);

/// Reads an expression (any text), an experiment (whatever its name) or an exported picture, which holds its
/// experiment.
/// @throws FileError
[[nodiscard]] Experiment openExperiment(const QString& path);

/// Writes the experiment, whole or not at all. @throws FileError
void saveExperiment(const QString& path, const Experiment& experiment);

} // namespace sluice
