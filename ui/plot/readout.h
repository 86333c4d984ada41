// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sluice {

/// A number with as many digits as its standard error leaves significant; where there is no error, with six.
[[nodiscard]] QString significantText(double value, double standardError);

/// A point of a sweep: with six digits, or as many as tell it from the next.
[[nodiscard]] QString positionText(double value, double spacing);

} // namespace sluice
