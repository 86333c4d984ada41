// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/experiment/variant_texts.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sluice {

/// What the --draws options say: for each named source of any of the texts as many draws as there are points.
/// @throws CommandLineError where a source is unknown or ambiguous, or a draw is none of its distribution
[[nodiscard]] Computation::GivenDraws givenDraws(const std::vector<std::string>& options,
                                                 const ExperimentPrograms& programs, std::size_t points);

} // namespace sluice
