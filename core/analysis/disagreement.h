// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sentence.h"
#include "core/experiment/computation_parts.h"
#include "core/gradient/rewrite.h"

#include <span>
#include <vector>

namespace sluice {

/// Where TensorFlow, PyTorch and JAX would give other gradients of the variant with these gates: at which
/// points of the sweep, for sample 0 of each source, or in whether it is connected at all. Empty where they
/// agree.
/// @throws GraphTooLarge
[[nodiscard]] std::vector<Sentence> disagreements(const Computation::Parts& prepared,
                                                  std::span<const BoundGate> gates);

} // namespace sluice
