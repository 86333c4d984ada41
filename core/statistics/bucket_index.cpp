// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/bucket_index.h"

#include "core/mathematics/instruction_set.h"

namespace sluice {

namespace {

struct FindBuckets
{
    template <MultiplyAdd>
    static void run(const double* __restrict numbers, std::size_t size, double low, double scale, double last,
                    std::uint16_t* __restrict buckets)
    {
        for (std::size_t i = 0; i < size; ++i) {
            const double position = (numbers[i] - low) * scale;
            // In this order a NaN, from 0 times infinity, becomes 0.
            const double atLeastFirst = position > 0.0 ? position : 0.0;
            const double atMostLast = atLeastFirst < last ? atLeastFirst : last;
            buckets[i] = static_cast<std::uint16_t>(static_cast<std::int32_t>(atMostLast));
        }
    }
};

constexpr auto findBucketsVersions =
    versionsOf<FindBuckets, const double*, std::size_t, double, double, double, std::uint16_t*>();

struct CountEqual
{
    template <MultiplyAdd>
    static void run(const double* numbers, std::size_t size, double value, std::size_t* count)
    {
        std::size_t equal = 0;
        for (std::size_t i = 0; i < size; ++i)
            equal += numbers[i] == value ? 1 : 0;
        *count = equal;
    }
};

constexpr auto countEqualVersions =
    versionsOf<CountEqual, const double*, std::size_t, double, std::size_t*>();

} // namespace

void findBuckets(std::span<const double> numbers, double low, double high, std::size_t count,
                 std::span<std::uint16_t> buckets)
{
    const double scale = static_cast<double>(count) / (high - low);
    findBucketsVersions[bestInstructionSet()](numbers.data(), numbers.size(), low, scale,
                                              static_cast<double>(count - 1), buckets.data());
}

std::size_t countEqual(std::span<const double> numbers, double value)
{
    std::size_t count = 0;
    countEqualVersions[bestInstructionSet()](numbers.data(), numbers.size(), value, &count);
    return count;
}

} // namespace sluice
