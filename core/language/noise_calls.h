// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/framework_calls.h"

#include <span>

namespace sluice {

/// The frameworks' names for distributions and for what makes random generators.
[[nodiscard]] std::span<const FrameworkCall> noiseCalls();

} // namespace sluice
