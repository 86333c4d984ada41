// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/agreement.h"

#include <algorithm>
#include <cmath>

namespace sluice {

Agreement agreementOf(double a, double b, double scale, double epsilon)
{
    constexpr double factor = 64.0;
    if (a == b)
        return Agreement::same;
    const double difference = std::abs(a - b);
    // Not a number compares as less than nothing, and is different.
    if (!(difference <= factor * epsilon * scale))
        return Agreement::different;
    return isRoundingOfItself(difference / std::max(std::abs(a), std::abs(b)), epsilon) ? Agreement::same
                                                                                        : Agreement::hidden;
}

bool isRoundingOfItself(double relativeDifference, double epsilon)
{
    constexpr double roundings = 4096.0;
    return relativeDifference <= roundings * epsilon;
}

} // namespace sluice
