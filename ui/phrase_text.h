// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>
#include <string_view>

namespace sluice {

class Phrase;

/// What the core says, in the language of the window; a name that it has between backticks, as a terminal
/// shows it, stands between quotation marks.
[[nodiscard]] QString translated(const Phrase& phrase);

/// The pattern of a phrase alone.
[[nodiscard]] QString translatedPattern(std::string_view pattern);

/// What an error says, in the language of the window where it comes from the core.
[[nodiscard]] QString messageOf(const std::exception& error);

} // namespace sluice
