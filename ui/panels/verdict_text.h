// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/verdict.h"
#include "ui/theme.h"

#include <QString>

#include <string>
#include <vector>

namespace sluice {

/// A verdict in a word with its symbol, `✓ proved`: never by colour alone.
[[nodiscard]] QString verdictWord(Certainty noiseFree, bool isDisconnected);
[[nodiscard]] QColor verdictColor(Certainty noiseFree, bool isDisconnected, const Theme& theme);

/// `a = 0 or b`, to be followed by `= 0`: one of these formulas is 0.
[[nodiscard]] QString anyIsZero(const std::vector<std::string>& formulas);
/// Whether the gradient is free of noise, and how sure that is.
[[nodiscard]] QString verdictSentence(const Verdict& verdict);
/// Whether it is the gradient of the noise-free graph.
[[nodiscard]] QString equalitySentence(const Verdict& verdict);

} // namespace sluice
