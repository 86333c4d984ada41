// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/row_probe.h"

#include "core/mathematics/instruction_set.h"
#include "core/statistics/bucket_index.h"
#include "core/statistics/sorting.h"

#include <algorithm>
#include <cstdint>

namespace sluice {

namespace {

/// How often each sample of a probe occurs in it.
struct CountOccurrences
{
    template <MultiplyAdd>
    static void run(const double* __restrict samples, std::int64_t* __restrict occurrences)
    {
        for (std::size_t i = 0; i < RowProbe::size; ++i) {
            const double sample = samples[i];
            for (std::size_t j = 0; j < RowProbe::size; ++j)
                occurrences[j] += samples[j] == sample ? 1 : 0;
        }
    }
};

} // namespace

RowProbe::RowProbe(std::span<const double> samples)
{
    const std::size_t stride = samples.size() / size;
    for (std::size_t i = 0; i < size; ++i)
        m_samples[i] = samples[i * stride];
}

bool RowProbe::isDividedBy(BucketRange range, std::size_t bucketCount) const
{
    std::array<std::uint16_t, size> buckets{};
    findBuckets(values(), range.low, range.high, bucketCount, buckets);
    constexpr std::size_t wordBits = 64;
    std::array<std::uint64_t, mostBuckets / wordBits> isUsed{};
    std::size_t used = 0;
    for (const std::uint16_t bucket : std::span(buckets).first(m_count)) {
        std::uint64_t& word = isUsed[bucket / wordBits];
        const std::uint64_t bit = std::uint64_t{1} << bucket % wordBits;
        used += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }
    return 2 * used >= m_count;
}

RowProbe::Ties RowProbe::ties() const
{
    static constexpr auto versions = versionsOf<CountOccurrences, const double*, std::int64_t*>();
    std::array<std::int64_t, size> occurrences{};
    versions[bestInstructionSet()](m_samples.data(), occurrences.data());
    const auto* const most = std::ranges::max_element(occurrences);
    return {.most = m_samples[static_cast<std::size_t>(most - occurrences.begin())],
            .count = static_cast<std::size_t>(*most),
            .single = static_cast<std::size_t>(std::ranges::count(occurrences, 1))};
}

void RowProbe::sort()
{
    sortAscending(m_samples);
    m_count = static_cast<std::size_t>(std::unique(m_samples.begin(), m_samples.end()) - m_samples.begin());
}

} // namespace sluice
