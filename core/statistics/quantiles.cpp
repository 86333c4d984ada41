// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/quantiles.h"

#include "core/statistics/bucket_index.h"
#include "core/statistics/sorting.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

/// Rows of up to this many samples are sorted: five quantiles of them need most of their order anyway.
constexpr std::size_t smallRow = 64;

/// More buckets than this leave the cache.
constexpr std::size_t mostBuckets = 16'384;

/// How many samples show whether buckets tell samples apart.
constexpr std::size_t probes = 64;

/// Sorting fewer different numbers than this is quicker than throwing them into buckets.
constexpr std::ptrdiff_t fewValues = 8;

/// Both order statistics of each quantile, asked for in ascending order where there are many samples.
template <class OrderStatistic>
Quantiles interpolate(std::size_t count, OrderStatistic orderStatistic)
{
    Quantiles quantiles{};
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
        const double position = quantileRanks[q] * static_cast<double>(count - 1);
        const auto below = static_cast<std::size_t>(position);
        const double low = orderStatistic(below);
        const double high = below + 1 < count ? orderStatistic(below + 1) : low;
        quantiles[q] = between(low, high, position - std::floor(position));
    }
    return quantiles;
}

/// For few numbers.
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

/// The contents of a bucket, sorted; often they are all equal, whose order needs no work.
void sortBucket(std::span<double> numbers)
{
    constexpr std::size_t few = 24;
    if (numbers.size() <= few)
        insertionSort(numbers);
    else if (std::ranges::adjacent_find(numbers, std::ranges::not_equal_to()) != numbers.end())
        sortAscending(numbers);
}

/// Walks through buckets from the lowest up to those that hold asked-for order statistics.
template <class Index, class Word>
class BucketWalk
{
public:
    static constexpr int countShift = std::numeric_limits<Index>::digits;

    BucketWalk(std::span<const double> samples, std::span<const Word> buckets,
               std::span<const Index> previous, std::span<double> content)
        : m_samples(samples), m_buckets(buckets), m_previous(previous), m_content(content)
    {
        open(0);
    }

    /// The order statistic of a rank that is no less than that asked for before.
    [[nodiscard]] double operator()(std::size_t rank)
    {
        if (rank >= m_below + m_count)
            open(rank);
        return m_content[rank - m_below];
    }

private:
    [[nodiscard]] std::size_t countIn(std::size_t bucket) const { return m_buckets[bucket] >> countShift; }

    /// Eight at a time where the rank is not in them: the number of buckets is a multiple of that.
    void skipTo(std::size_t rank)
    {
        constexpr std::size_t stride = 8;
        while (rank >= m_below + m_count) {
            m_below += m_count;
            ++m_bucket;
            while (m_bucket % stride == 0) {
                std::size_t count = 0;
                for (std::size_t i = 0; i < stride; ++i)
                    count += countIn(m_bucket + i);
                if (rank < m_below + count)
                    break;
                m_below += count;
                m_bucket += stride;
            }
            m_count = countIn(m_bucket);
        }
    }

    void open(std::size_t rank)
    {
        skipTo(rank);
        auto sample = static_cast<Index>(m_buckets[m_bucket]);
        for (std::size_t i = 0; i < m_count; ++i, sample = m_previous[sample])
            m_content[i] = m_samples[sample];
        sortBucket(m_content.first(m_count));
    }

    std::span<const double> m_samples;
    std::span<const Word> m_buckets;
    std::span<const Index> m_previous;
    std::span<double> m_content;
    std::size_t m_bucket = std::numeric_limits<std::size_t>::max();
    std::size_t m_below = 0;
    std::size_t m_count = 0;
};

} // namespace

double between(double low, double high, double share)
{
    const double width = high - low;
    if (std::isinf(width))
        return low * (1.0 - share) + high * share;
    // Symmetric in its ends.
    return (share < 0.5 ? low + width * share : high - width * (1.0 - share)) + 0.0;
}

Quantiles quantilesOfSorted(std::span<const double> sorted)
{
    return interpolate(sorted.size(), [=](std::size_t rank) { return sorted[rank]; });
}

Quantiles QuantileSelector::sortAll(std::span<const double> samples)
{
    m_sorted.assign(samples.begin(), samples.end());
    sortAscending(m_sorted);
    return quantilesOfSorted(m_sorted);
}

std::size_t QuantileSelector::occupied(std::span<const double> samples, Range range, std::size_t bucketCount)
{
    findBuckets(samples, range.low, range.high, bucketCount, m_bucketOf);
    constexpr std::size_t wordBits = 64;
    std::array<std::uint64_t, mostBuckets / wordBits + 1> isOccupied;
    std::fill_n(isOccupied.begin(), bucketCount / wordBits + 1, 0);
    std::size_t count = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        std::uint64_t& word = isOccupied[m_bucketOf[i] / wordBits];
        const std::uint64_t bit = std::uint64_t{1} << m_bucketOf[i] % wordBits;
        count += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }
    return count;
}

/// A range whose buckets tell apart half of what is different among some of the samples.
std::optional<QuantileSelector::Range> QuantileSelector::findRange(std::span<const double> samples,
                                                                   Range extremes, std::size_t bucketCount)
{
    const std::size_t stride = samples.size() / probes;
    std::array<double, probes> some{};
    for (std::size_t i = 0; i < probes; ++i)
        some[i] = samples[i * stride];
    const std::size_t apart = occupied(some, extremes, bucketCount);
    if (2 * apart >= probes)
        return extremes;

    sortAscending(some);
    const auto repeated = std::ranges::unique(some);
    const auto different = some.end() - static_cast<std::ptrdiff_t>(repeated.size()) - some.begin();
    if (different < fewValues)
        return std::nullopt;
    const auto values = std::span(some).first(static_cast<std::size_t>(different));
    if (2 * apart >= values.size())
        return extremes;
    // Without the tails; the outermost buckets hold them, which a quantile of 5 % seldom falls into.
    const Range inner{.low = values[1], .high = values[values.size() - 2]};
    if (2 * occupied(values, inner, bucketCount) >= values.size())
        return inner;
    return std::nullopt;
}

template <class Index, class Word>
Quantiles QuantileSelector::selectFromBuckets(std::span<const double> samples, Range range,
                                              std::vector<Word>& buckets, std::vector<Index>& previous)
{
    using Walk = BucketWalk<Index, Word>;
    constexpr Word one = Word{1} << Walk::countShift;
    constexpr Word countMask = ~Word{0} << Walk::countShift;

    previous.resize(samples.size());
    m_sorted.resize(samples.size());
    findBuckets(samples, range.low, range.high, buckets.size(), m_bucketOf);
    std::ranges::fill(buckets, Word{0});
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Word& bucket = buckets[m_bucketOf[i]];
        previous[i] = static_cast<Index>(bucket);
        bucket = static_cast<Word>((bucket & countMask) + (one | i));
    }
    return interpolate(samples.size(), Walk(samples, buckets, previous, m_sorted));
}

Quantiles QuantileSelector::select(std::span<const double> samples, double lowest, double highest)
{
    const std::size_t size = samples.size();
    if (size <= smallRow || size > std::numeric_limits<std::uint32_t>::max())
        return sortAll(samples);
    m_bucketOf.resize(std::max(size, probes));
    const std::size_t bucketCount = std::min(std::bit_floor(size), mostBuckets);
    const std::optional<Range> range = findRange(samples, {.low = lowest, .high = highest}, bucketCount);
    if (!range)
        return sortAll(samples);
    if (size <= std::numeric_limits<std::uint16_t>::max()) {
        m_buckets.resize(bucketCount);
        return selectFromBuckets(samples, *range, m_buckets, m_previous);
    }
    m_wideBuckets.resize(bucketCount);
    return selectFromBuckets(samples, *range, m_wideBuckets, m_widePrevious);
}

} // namespace sluice
