// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation_parts.h"
#include "core/gradient/rewrite.h"

#include <span>
#include <vector>

namespace sluice {

/// The text's own stop_gradients on what does not depend on the swept input, among what the output is
/// computed from, that change nothing under these gates; from the output to the input.
/// @throws GraphTooLarge
[[nodiscard]] std::vector<NodeId> idleStops(const Computation::Parts& prepared,
                                            std::span<const BoundGate> gates);

} // namespace sluice
