// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice {

/// Writes a file, whole or not at all. @throws InputError where that is not possible
void writeText(const std::string& path, std::string_view text);

/// Files of a folder, by their names, of which none is replaced before all have been written.
/// @throws InputError where that is not possible
void writeTexts(const std::string& folder,
                const std::vector<std::pair<std::string, std::string_view>>& texts);

} // namespace sluice
