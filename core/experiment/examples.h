// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// The names of the experiments that come with the program, the one to start with first.
[[nodiscard]] std::vector<std::string> exampleNames();

/// The example of this name; nothing where there is none.
[[nodiscard]] std::optional<Experiment> example(std::string_view name);

} // namespace sluice
