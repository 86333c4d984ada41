// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/gradient/value_and_gradient.h"

#include <string>
#include <vector>

namespace sluice {

/// An experiment's variant, gated and differentiated, with what is to be said of each of its gates.
struct PreparedVariant
{
    std::string name;
    ValueAndGradient graph;
    std::vector<GateEffect> effects;
};

/// @throws GraphTooLarge
[[nodiscard]] PreparedVariant prepare(const Variant& variant, const Program& program, NodeId output,
                                      NodeId by, const Semantics& semantics);

} // namespace sluice
