// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/node_names.h"
#include "core/analysis/verdict.h"
#include "core/operations/semantics.h"

#include <vector>

namespace sluice {

/// Where the paths of a disconnected gradient end, from the output to the input: uses of a node that depends
/// on the input by one that a gradient reaches, through which nothing flows. None where the output does not
/// depend on the input.
/// @throws GraphTooLarge
[[nodiscard]] std::vector<Cut> cutsOf(const ValueAndGradient& variant, const NodeNames& names,
                                      const Semantics& semantics);

} // namespace sluice
