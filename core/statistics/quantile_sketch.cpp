// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/quantile_sketch.h"

#include "core/statistics/weighted_order.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace sluice {

namespace {

/// How many samples one of this level stands for.
double weightOf(std::uint32_t level)
{
    return std::ldexp(1.0, static_cast<int>(level));
}

/// Of each pair of the merged order the first or the second. Both have the same even size. From both ends at
/// once, so that neither runs out before the ends meet, and that one end's comparison needn't wait for the
/// other's; what comes next is in random order, so it is chosen without a branch.
std::vector<double> mergeHalf(std::span<const double> a, std::span<const double> b, bool keepsSecond)
{
    std::vector<double> half(a.size());
    const double* lowA = a.data();
    const double* lowB = b.data();
    const double* endA = lowA + a.size();
    const double* endB = lowB + b.size();
    const auto takeLow = [&] {
        const bool isA = *lowA <= *lowB;
        const double taken = isA ? *lowA : *lowB;
        lowA += isA ? 1 : 0;
        lowB += isA ? 0 : 1;
        return taken;
    };
    const auto takeHigh = [&] {
        const bool isA = endA[-1] > endB[-1];
        const double taken = isA ? endA[-1] : endB[-1];
        endA -= isA ? 1 : 0;
        endB -= isA ? 0 : 1;
        return taken;
    };
    for (std::size_t low = 0, high = half.size() - 1; low < high; ++low, --high) {
        const double lowFirst = takeLow();
        const double lowSecond = takeLow();
        const double highSecond = takeHigh();
        const double highFirst = takeHigh();
        half[low] = keepsSecond ? lowSecond : lowFirst;
        half[high] = keepsSecond ? highSecond : highFirst;
    }
    return half;
}

} // namespace

std::size_t QuantileSketch::bufferSizeFor(std::size_t samples)
{
    constexpr double mostBuffers = 9.0;
    const auto buffered = [samples](std::size_t size) {
        return static_cast<double>(size) *
               (1.0 + std::log2(static_cast<double>(samples) / static_cast<double>(size)));
    };
    std::size_t size = defaultBufferSize;
    while (buffered(size) > mostBuffers * static_cast<double>(defaultBufferSize))
        size /= 2;
    return size;
}

QuantileSketch::QuantileSketch(std::size_t bufferSize) : m_bufferSize(bufferSize) {}

void QuantileSketch::append(std::vector<double> sorted)
{
    m_count += sorted.size();
    if (m_pending.empty() && sorted.size() == m_bufferSize) {
        carry(std::move(sorted));
        return;
    }
    std::vector<double> merged;
    merged.reserve(m_pending.size() + sorted.size());
    std::ranges::merge(m_pending, sorted, std::back_inserter(merged));
    // Which of the samples go into a buffer together makes no difference to the error.
    auto rest = merged.begin();
    for (; static_cast<std::size_t>(merged.end() - rest) >= m_bufferSize;
         rest += static_cast<std::ptrdiff_t>(m_bufferSize))
        carry(std::vector<double>(rest, rest + static_cast<std::ptrdiff_t>(m_bufferSize)));
    m_pending.assign(rest, merged.end());
}

void QuantileSketch::carry(std::vector<double> sorted)
{
    ++m_filled;
    Buffer buffer{.sorted = std::move(sorted), .level = 0};
    while (!m_buffers.empty() && m_buffers.back().level == buffer.level) {
        buffer.sorted = mergeHalf(m_buffers.back().sorted, buffer.sorted, coin(buffer.level));
        m_rankVariance += weightOf(buffer.level) * weightOf(buffer.level);
        ++buffer.level;
        m_buffers.pop_back();
    }
    m_buffers.push_back(std::move(buffer));
}

/// Of the merge of that level that happens now: SplitMix64's mixing of its number (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
bool QuantileSketch::coin(std::uint32_t level) const
{
    std::uint64_t bits = ((m_filled >> level) << 6U | level) * 0x9e3779b97f4a7c15U;
    bits = (bits ^ bits >> 30U) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ bits >> 27U) * 0x94d049bb133111ebU;
    return (bits ^ bits >> 31U) >> 63U != 0;
}

Quantiles QuantileSketch::quantiles() const
{
    Quantiles quantiles{};
    if (m_count == 0) {
        quantiles.fill(std::numeric_limits<double>::quiet_NaN());
        return quantiles;
    }
    WeightedOrder order;
    for (const Buffer& buffer : m_buffers)
        order.add(buffer.sorted, weightOf(buffer.level));
    order.add(m_pending, 1.0);
    for (std::size_t q = 0; q < quantiles.size(); ++q)
        quantiles[q] = order.at(quantileRanks[q] * static_cast<double>(m_count - 1));
    return quantiles;
}

double QuantileSketch::rankError() const
{
    if (m_rankVariance == 0.0)
        return 0.0;
    const double granularity = weightOf(m_buffers.front().level) / 2.0;
    return (std::sqrt(m_rankVariance) + granularity) / static_cast<double>(m_count);
}

} // namespace sluice
