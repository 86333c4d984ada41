// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

#include <string>

namespace sluice {

/// What a node computes, as short as it can be said beside its drawn operands: only constants are spelt out.
[[nodiscard]] std::string formulaLabel(const Program& program, NodeId node);

} // namespace sluice
