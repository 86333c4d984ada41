// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/quantiles.h"

#include "core/statistics/bucket_index.h"
#include "core/statistics/sorting.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace sluice {

namespace {

/// Smaller rows are sorted: five quantiles of them need most of their order anyway.
constexpr std::size_t smallestDivided = 64;

/// About a sample a bucket.
std::size_t bucketCountFor(std::span<const double> samples)
{
    return std::min(std::bit_floor(samples.size()), mostBuckets);
}

/// Counting how often each of fewer different values occurs is quicker than throwing them into buckets.
constexpr std::size_t fewValues = 8;

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

/// The contents of a bucket, sorted; often they are all equal, whose order needs no work.
void sortBucket(std::span<double> numbers)
{
    constexpr std::size_t few = 32;
    if (numbers.size() <= few ||
        std::ranges::adjacent_find(numbers, std::ranges::not_equal_to()) != numbers.end())
        sortAscending(numbers);
}

/// How often each of few values occurs.
std::array<std::size_t, fewValues> countEach(std::span<const double> samples, std::span<const double> values)
{
    std::array<std::size_t, fewValues> counts{};
    std::ranges::transform(values, counts.begin(), [=](double value) { return countEqual(samples, value); });
    return counts;
}

/// Of a row that holds only these values, in ascending order.
Quantiles quantilesOfFewValues(std::size_t size, std::span<const double> values,
                               std::span<const std::size_t> counts)
{
    return interpolate(size, [=](std::size_t rank) {
        std::size_t value = 0;
        for (std::size_t below = counts[0]; below <= rank; below += counts[value])
            ++value;
        return values[value];
    });
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

/// Of a row that mostly is one value: without it there is little to sort.
Quantiles QuantileSelector::selectAround(double prevailing, std::span<const double> samples)
{
    m_sorted.resize(samples.size());
    std::size_t others = 0;
    for (const double sample : samples) {
        m_sorted[others] = sample;
        others += sample == prevailing ? 0 : 1;
    }
    const auto sorted = std::span(m_sorted).first(others);
    sortAscending(sorted);
    const auto below =
        static_cast<std::size_t>(std::ranges::lower_bound(sorted, prevailing) - sorted.begin());
    return interpolate(samples.size(), [=, count = samples.size() - others](std::size_t rank) {
        return rank < below ? sorted[rank] : rank < below + count ? prevailing : sorted[rank - count];
    });
}

/// Of a row that seems to have no other values.
Quantiles QuantileSelector::selectFromTies(std::span<const double> samples, std::span<const double> values)
{
    const auto counts = countEach(samples, values);
    if (std::accumulate(counts.begin(), counts.end(), std::size_t{0}) == samples.size())
        return quantilesOfFewValues(samples.size(), values, counts);
    return values.size() == 1 ? selectAround(values.front(), samples) : sortAll(samples);
}

template <class Index, class Word>
Quantiles QuantileSelector::selectFromBuckets(std::span<const double> samples, BucketRange range,
                                              std::vector<Word>& buckets, std::vector<Index>& previous)
{
    using Walk = BucketWalk<Index, Word>;
    constexpr Word one = Word{1} << Walk::countShift;
    constexpr Word countMask = ~Word{0} << Walk::countShift;

    m_bucketOf.resize(samples.size());
    previous.resize(samples.size());
    m_sorted.resize(samples.size());
    buckets.resize(bucketCountFor(samples));
    findBuckets(samples, range.low, range.high, buckets.size(), m_bucketOf);
    std::ranges::fill(buckets, Word{0});
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Word& bucket = buckets[m_bucketOf[i]];
        previous[i] = static_cast<Index>(bucket);
        bucket = static_cast<Word>((bucket & countMask) + (one | i));
    }
    return interpolate(samples.size(), Walk(samples, buckets, previous, m_sorted));
}

Quantiles QuantileSelector::selectFromBuckets(std::span<const double> samples, BucketRange range)
{
    if (samples.size() <= std::numeric_limits<std::uint16_t>::max())
        return selectFromBuckets(samples, range, m_buckets, m_previous);
    return selectFromBuckets(samples, range, m_wideBuckets, m_widePrevious);
}

Quantiles QuantileSelector::select(std::span<const double> samples, double lowest, double highest)
{
    if (samples.size() < smallestDivided || samples.size() > std::numeric_limits<std::uint32_t>::max())
        return sortAll(samples);
    const BucketRange extremes{.low = lowest, .high = highest};
    RowProbe probe(samples);
    // Most often that is all.
    if (probe.isDividedBy(extremes, bucketCountFor(samples)))
        return selectFromBuckets(samples, extremes);
    // By measurement these are quicker than buckets of which one or two hold nearly all.
    const RowProbe::Ties ties = probe.ties();
    if (8 * ties.count >= 7 * RowProbe::size && ties.single > 0)
        return selectAround(ties.most, samples);
    if (ties.single > 0 && ties.single <= RowProbe::size / 4 &&
        ties.single + ties.count >= RowProbe::size / 2)
        return sortAll(samples);
    probe.sort();
    if (probe.values().size() < fewValues)
        return selectFromTies(samples, probe.values());
    // Without the tails the outermost buckets take them, which even a quantile of 5 % seldom falls into.
    const BucketRange withoutTails{.low = probe.values().front(), .high = probe.values().back()};
    for (const BucketRange range : {extremes, withoutTails})
        if (probe.isDividedBy(range, bucketCountFor(samples)))
            return selectFromBuckets(samples, range);
    return sortAll(samples);
}

} // namespace sluice
