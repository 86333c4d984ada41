// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/experiment/experiment.h"
#include "core/statistics/curves.h"

#include <QString>

#include <span>

namespace sluice {

/// The root mean square, over the sweep, of the standard deviation of the gradient; points without one are
/// left out, and NaN where none has one.
[[nodiscard]] double gradientSpread(const VariantCurves& curves);

/// How noisy a variant's gradient is in the samples, in a word: `±0.029`, `0`, `disconnected`. What is no
/// more than the rounding of this precision is told as 0.
[[nodiscard]] QString shortSummary(const VariantCurves& curves, Precision precision);
/// The same as a sentence. Samples prove nothing, so it says what they show.
[[nodiscard]] QString summarySentence(const VariantCurves& curves, Precision precision);

/// What there is to be said of gates that are not found or change nothing, a sentence each.
[[nodiscard]] QStringList remarksOn(std::span<const GateEffect> effects);

} // namespace sluice
