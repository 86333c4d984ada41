// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace sluice {

/// The stretch of an axis that is shown; never of zero size.
struct ValueRange
{
    double low = -1.0;
    double high = 1.0;

    bool operator==(const ValueRange&) const = default;
};

/// A range in which all these curves can be read, over the same points. Where a few points explode (a pole),
/// the rest decides and the curves leave the frame there; non-finite values are ignored.
[[nodiscard]] ValueRange readableRange(std::span<const std::span<const double>> curves);

/// Whole powers of ten in which the positive values of these curves can be read. Where there is a 0, too, the
/// lowest decade is free for it.
[[nodiscard]] ValueRange readableDecades(std::span<const std::span<const double>> curves);

/// From the first to the last of the points.
[[nodiscard]] ValueRange rangeOfPoints(std::span<const double> points);

} // namespace sluice
