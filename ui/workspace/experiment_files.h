// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_file.h"
#include "ui/workspace/whole_file.h"

#include <QString>

namespace sluice {

/// Whether the file is called an experiment: `.sluice`.
[[nodiscard]] bool hasExperimentSuffix(const QString& path);
/// The path with `.sluice` at its end.
[[nodiscard]] QString withExperimentSuffix(const QString& path);

/// Reads an expression (any text), an experiment (whatever its name) or an exported picture, which holds its
/// experiment.
/// @throws FileError
[[nodiscard]] ExperimentFile openExperiment(const QString& path);

/// The same for contents that are in no file; the name is what messages call
/// them. @throws FileError
[[nodiscard]] ExperimentFile experimentFrom(const QByteArray& contents, const QString& name);

/// Writes the experiment, whole or not at all. @throws FileError
void saveExperiment(const QString& path, const Experiment& experiment, const ExperimentView& view = {});

} // namespace sluice
