// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sluice {

/// Writes a file, whole or not at all. @throws InputError where that is not possible
void writeText(const std::string& path, std::string_view text);

} // namespace sluice
