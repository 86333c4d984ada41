// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/sorting.h"

#include <algorithm>
#include <hwy/contrib/sort/vqsort.h>

namespace sluice {

void sortAscending(std::span<double> numbers)
{
    // Below this the start of the vectorised quicksort costs more than it saves.
    constexpr std::size_t few = 32;
    if (numbers.size() <= few) {
        std::ranges::sort(numbers);
        return;
    }
    // It only holds working memory, which each thread needs for itself.
    thread_local const hwy::Sorter sorter;
    sorter(numbers.data(), numbers.size(), hwy::SortAscending());
}

} // namespace sluice
