// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/rewrite.h"
#include "core/language/program.h"

#include <span>
#include <string>
#include <vector>

namespace sluice {

/// The gates of a variant, each bound to the program's nodes; those that are none, or whose place the text
/// doesn't have, are left out.
[[nodiscard]] std::vector<BoundGate> boundGates(std::span<const std::string> gates, const Program& program);

} // namespace sluice
