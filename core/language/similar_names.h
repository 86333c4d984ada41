// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/phrase.h"

#include <span>
#include <string_view>
#include <vector>

namespace sluice {

/// The few of the known names that a misspelled one probably means, best first.
[[nodiscard]] std::vector<std::string_view> similarNames(std::string_view misspelled,
                                                         std::span<const std::string_view> known);

/// `did you mean `sqrt` or `square`?`, or nothing where no name is near.
[[nodiscard]] Phrase didYouMean(std::string_view misspelled, std::span<const std::string_view> known);

/// `message: proposal`, or the message alone where nothing is proposed.
[[nodiscard]] Phrase withProposal(Phrase message, const Phrase& proposal);

} // namespace sluice
