// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace sluice {

/// Sorts finite numbers in ascending order. Which of a zero and a negative zero comes first is open.
void sortAscending(std::span<double> numbers);

} // namespace sluice
