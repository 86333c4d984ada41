// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the advisor says of a placement, as text.
#pragma once

#include "core/analysis/advisor.h"

#include <QString>

namespace sluice {

/// So many significant digits tell placements apart.
inline constexpr int placementDigits = 3;

[[nodiscard]] QString placementNumber(double value, int digits = placementDigits);
/// The bias, or where the samples don't tell it from 0, what it is below.
[[nodiscard]] QString biasText(const Bias& bias, int digits = placementDigits);
/// The bias against each of the targets, a line each, with its confidence interval.
[[nodiscard]] QString biasesText(const Placement& placement);
/// The gates of a placement as they are shown; in words where there are none.
[[nodiscard]] QString gatesText(const Gates& gates);
/// Where a placement's proof does not hold, as a sentence; empty where it holds everywhere.
[[nodiscard]] QString exceptionText(const Placement& placement);
/// What a placement comes to, in a word with its symbol; with a star where its proof does not hold
/// everywhere.
[[nodiscard]] QString placementVerdict(const Placement& placement);
/// All of it, for a tooltip.
[[nodiscard]] QString placementToolTip(const Placement& placement);

} // namespace sluice
