// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <optional>
#include <string>
#include <vector>

namespace sluice {

/// The name that an experiment sweeps and differentiates by.
[[nodiscard]] std::string sweptName(const Program& program, const Experiment& experiment);

/// The inputs that an experiment holds still, since another name is swept. Parameters have their number in
/// the text.
[[nodiscard]] std::vector<std::string> heldInputs(const Program& program, const Experiment& experiment);

/// The number at which an input is held.
[[nodiscard]] double heldInput(const Program& program, const Experiment& experiment, const std::string& name);

/// The experiment swept along another name, over the range that this has in the text. What was swept is held
/// at `at` where that is given.
[[nodiscard]] Experiment withSwept(Experiment experiment, const Program& program, const std::string& name,
                                   std::optional<double> at);

/// The experiment with an input held at another number.
[[nodiscard]] Experiment withHeldInput(Experiment experiment, const std::string& name, double value);

} // namespace sluice
