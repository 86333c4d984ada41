// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace sluice {

/// Sorts numbers in ascending order; none may be NaN. The order of a zero and a negative zero is open.
void sortAscending(std::span<double> numbers);

} // namespace sluice
