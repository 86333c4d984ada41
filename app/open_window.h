// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_file.h"

class QString;

namespace sluice {

/// Opens the window with the experiment, called by the title, and stays until it is closed; the path where
/// the experiment is in an experiment file. Needs a QApplication; returns the exit status.
int openWindow(ExperimentFile file, const QString& title, const QString& path);

} // namespace sluice
