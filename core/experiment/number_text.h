// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sluice {

/// The fewest digits that read back to the same double; `nan`, `inf`, `-inf`. The locale has no say.
[[nodiscard]] std::string exactText(double value);

} // namespace sluice
