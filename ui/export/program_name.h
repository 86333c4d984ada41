// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sluice {

/// Name and version, as exported files state what made them: `Sluice 1.2.3`.
[[nodiscard]] QString programName();

} // namespace sluice
