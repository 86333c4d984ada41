// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/statistics/curves.h"

#include <string>
#include <string_view>

namespace sluice {

/// The curves as comma-separated values: a header line, then a row a variant and point. What has not been
/// computed is left out; all variants have the same columns.
[[nodiscard]] std::string curvesAsCsv(const Curves& curves);

/// The curves as one line of JSON.
[[nodiscard]] std::string curvesAsJson(const Curves& curves);

/// The same with what they were computed from and by: a file that is found again can be understood.
[[nodiscard]] std::string curvesAsJson(const Curves& curves, const Experiment& experiment,
                                       std::string_view program);

} // namespace sluice
