// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice {

/// How many standard errors a confidence interval of 95 % reaches to each side: the normal quantile of 97.5
/// %.
inline constexpr double reachOf95Percent = 1.959963984540054;

} // namespace sluice
