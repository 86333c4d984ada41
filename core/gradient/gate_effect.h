// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/gate.h"
#include "core/language/program.h"

#include <cstdint>

namespace sluice {

/// Why a gate changes nothing, as far as the program's graph tells.
enum class NoEffect : std::uint8_t
{
    /// The output does not depend on its place.
    outside,
    /// Its place does not depend on the input, so that no gradient flows through it.
    cutsNoPath,
    /// No noise reaches its place.
    nothingToClean,
    /// The gradient is the same without it.
    sameGradient
};

/// Of a gate that changes nothing on this place of a program.
[[nodiscard]] NoEffect whyWithoutEffect(const Program& program, GateKind kind, NodeId place, NodeId output,
                                        NodeId input);

} // namespace sluice
