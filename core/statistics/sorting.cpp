// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/sorting.h"

#include "core/mathematics/instruction_set.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <hwy/contrib/sort/vqsort.h>
#include <limits>

namespace sluice {

namespace {

constexpr std::size_t handful = 8;
constexpr std::size_t dozen = 16;
constexpr std::size_t few = 32;

void insertionSort(std::span<double> numbers)
{
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const double inserted = numbers[i];
        std::size_t place = i;
        for (; place > 0 && numbers[place - 1] > inserted; --place)
            numbers[place] = numbers[place - 1];
        numbers[place] = inserted;
    }
}

/// Counts for each number how many come before it: much comparing, but in vectors and with nothing to
/// mispredict.
template <std::size_t size>
struct SortByCounting
{
    template <MultiplyAdd>
    // It is written to, if not at every step. NOLINTNEXTLINE(readability-non-const-parameter)
    static void run(const double* __restrict numbers, double* __restrict sorted)
    {
        std::array<std::int64_t, size> places{};
        for (std::size_t i = 0; i < size; ++i) {
            const double other = numbers[i];
            for (std::size_t j = 0; j <= i; ++j)
                places[j] += other < numbers[j] ? 1 : 0;
            for (std::size_t j = i + 1; j < size; ++j)
                places[j] += other <= numbers[j] ? 1 : 0;
        }
        for (std::size_t i = 0; i < size; ++i)
            sorted[places[i]] = numbers[i];
    }
};

template <std::size_t size>
void sortByCounting(std::span<double> numbers)
{
    static constexpr auto versions = versionsOf<SortByCounting<size>, const double*, double*>();
    std::array<double, size> padded{};
    std::array<double, size> sorted{};
    std::ranges::copy(numbers, padded.begin());
    std::fill(padded.begin() + static_cast<std::ptrdiff_t>(numbers.size()), padded.end(),
              std::numeric_limits<double>::infinity());
    versions[bestInstructionSet()](padded.data(), sorted.data());
    std::copy_n(sorted.begin(), numbers.size(), numbers.begin());
}

} // namespace

void sortAscending(std::span<double> numbers)
{
    if (numbers.size() <= handful)
        insertionSort(numbers);
    else if (numbers.size() <= dozen)
        sortByCounting<dozen>(numbers);
    else if (numbers.size() <= few)
        sortByCounting<few>(numbers);
    else {
        // It only holds working memory, which each thread needs for itself.
        thread_local const hwy::Sorter sorter;
        sorter(numbers.data(), numbers.size(), hwy::SortAscending());
    }
}

} // namespace sluice
