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

/// Reads an expression (any text), an experiment (`.sluice`) or an exported picture, which holds its
/// experiment.
/// @throws FileError
[[nodiscard]] Experiment openExperiment(const QString& path);

/// Writes the experiment, whole or not at all. @throws FileError
void saveExperiment(const QString& path, const Experiment& experiment);

} // namespace sluice
