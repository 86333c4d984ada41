// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sentence.h"

#include <QString>

namespace sluice {

/// A sentence of the analysis in the user's language.
[[nodiscard]] QString sentenceText(const Sentence& sentence);

} // namespace sluice
