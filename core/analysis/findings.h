// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"
#include "core/analysis/sentence.h"
#include "core/analysis/verdict.h"
#include "core/experiment/computation_parts.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace sluice {

/// Everything that is worth a sentence about one variant, and only what is true of it.
/// @throws GraphTooLarge
[[nodiscard]] std::vector<Sentence> findingsOf(const Computation::Parts& prepared, std::size_t variant,
                                               const Verdict& verdict, const Derivation& derivation,
                                               bool measuresBias, const std::stop_token& stop);

} // namespace sluice
