// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

namespace sluice {

/// Whether a gate or a stop may change a gradient, or even a value, on ways that operands don't show:
/// gradients inside the text, and nominal values given by hand.
[[nodiscard]] bool hasHiddenWays(const Program& program);

} // namespace sluice
