// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/node_names.h"
#include "core/analysis/sentence.h"
#include "core/experiment/computation_parts.h"

#include <vector>

namespace sluice {

/// Where the text has `B + stop_gradient(F - B)`, whose value is meant to be F's: a sentence for each whose
/// value is not, to more than rounding of F itself, at some point of the sweep in sample 0. Adding B and
/// taking it away again costs the digits by which |B| is larger than |F|.
[[nodiscard]] std::vector<Sentence> recipeRoundings(const Computation::Parts& prepared,
                                                    const ValueAndGradient& variant);

} // namespace sluice
