// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// `there is no WHAT "NAME"`, with the known names that look like it, or all of them where none does.
[[nodiscard]] std::string unknownName(std::string_view what, std::string_view name,
                                      const std::vector<std::string>& known);

} // namespace sluice
