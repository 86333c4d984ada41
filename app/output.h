// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sluice {

/// Writes to standard output, wholly. @throws InputError where that is not possible.
void print(std::string_view text);

/// A line on standard error, `sluice: note: …`.
void printNote(std::string_view text);

} // namespace sluice
