// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/moments.h"

#include "core/statistics/power_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sluice {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Ranges of samples whose fourth powers, and sums of many of them, are ordinary numbers.
constexpr double narrowest = 1e-60;
constexpr double widest = 1e60;

/// Scales beyond 2^±1000 would themselves overflow or vanish.
constexpr int largestExponent = 1000;

/// The mean of the first samples, exactly their value where they are equal.
double guessMean(std::span<const double> samples)
{
    constexpr std::size_t some = 16;
    const auto first = samples.first(std::min(some, samples.size()));
    double sum = 0.0;
    for (const double sample : first)
        sum += sample - first.front();
    return first.front() + sum / static_cast<double>(first.size());
}

/// 0 for ordinary samples; for others the order of magnitude of their range.
int exponentFor(double lowest, double highest)
{
    const double range = highest - lowest;
    if (range == 0.0 || (range >= narrowest && range <= widest))
        return 0;
    return std::clamp(std::ilogb(highest / 2.0 - lowest / 2.0) + 1, -largestExponent, largestExponent);
}

/// Central sums of powers out of those about a shift.
struct CentralSums
{
    CentralSums(const PowerSums& sums, std::size_t count)
        : offset(sums.first / static_cast<double>(count)),
          second(std::max(0.0, sums.second - offset * sums.first)),
          third(sums.third - 3.0 * offset * sums.second + 2.0 * offset * offset * sums.first),
          fourth(std::max(0.0, sums.fourth - 4.0 * offset * sums.third + 6.0 * offset * offset * sums.second -
                                   3.0 * offset * offset * offset * sums.first)),
          // The shift is then within a standard deviation of the mean: no more than two bits cancel.
          isAccurate(offset * sums.first <= sums.second / 2.0)
    {
    }

    double offset;
    double second;
    double third;
    double fourth;
    bool isAccurate;
};

} // namespace

std::optional<Moments> Moments::of(std::span<const double> samples)
{
    Moments moments;
    if (samples.empty())
        return moments;
    moments.m_count = samples.size();
    moments.m_shift = guessMean(samples);
    PowerSums sums = powerSums(samples, moments.m_shift, 1.0);
    if (!std::isfinite(sums.first) &&
        !std::ranges::all_of(samples, [](double v) { return std::isfinite(v); }))
        return std::nullopt;
    moments.m_lowest = sums.lowest;
    moments.m_highest = sums.highest;
    moments.setSigns(samples);
    if (sums.lowest == sums.highest) {
        moments.m_shift = sums.lowest;
        return moments;
    }
    moments.m_exponent = exponentFor(sums.lowest, sums.highest);
    const double scale = std::ldexp(1.0, -moments.m_exponent);
    if (moments.m_exponent != 0) {
        moments.m_shift = sums.lowest / 2.0 + sums.highest / 2.0;
        sums = powerSums(samples, moments.m_shift, scale);
    }
    CentralSums central(sums, samples.size());
    if (!central.isAccurate) {
        moments.m_shift += std::ldexp(central.offset, moments.m_exponent);
        central = CentralSums(powerSums(samples, moments.m_shift, scale), samples.size());
    }
    moments.m_offset = central.offset;
    moments.m_second = central.second;
    moments.m_third = central.third;
    moments.m_fourth = central.fourth;
    return moments;
}

Moments Moments::ofOverflow(std::span<const double> samples)
{
    Moments moments;
    moments.m_count = samples.size();
    moments.m_shift = std::accumulate(samples.begin(), samples.end(), 0.0);
    moments.m_lowest = *std::ranges::min_element(samples);
    moments.m_highest = *std::ranges::max_element(samples);
    moments.setSigns(samples);
    moments.m_second = moments.m_third = moments.m_fourth = notANumber;
    return moments;
}

void Moments::setSigns(std::span<const double> samples)
{
    if (m_lowest > 0.0)
        m_positive = samples.size();
    else if (m_highest < 0.0)
        m_negative = samples.size();
    else {
        const SignCounts counts = countSigns(samples);
        m_positive = counts.positive;
        m_negative = counts.negative;
    }
}

/// The same moments in other units.
Moments Moments::inUnitsOf(int exponent) const
{
    Moments moments = *this;
    const int change = m_exponent - exponent;
    moments.m_exponent = exponent;
    moments.m_offset = std::ldexp(m_offset, change);
    moments.m_second = std::ldexp(m_second, 2 * change);
    moments.m_third = std::ldexp(m_third, 3 * change);
    moments.m_fourth = std::ldexp(m_fourth, 4 * change);
    return moments;
}

Moments Moments::merged(const Moments& a, const Moments& b)
{
    if (a.m_count == 0 || b.m_count == 0)
        return a.m_count == 0 ? b : a;
    Moments whole = a;
    whole.m_count += b.m_count;
    whole.m_positive += b.m_positive;
    whole.m_negative += b.m_negative;
    whole.m_lowest = std::min(a.m_lowest, b.m_lowest);
    whole.m_highest = std::max(a.m_highest, b.m_highest);
    whole.m_exponent = exponentFor(whole.m_lowest, whole.m_highest);
    whole.addCentralSums(a.inUnitsOf(whole.m_exponent), b.inUnitsOf(whole.m_exponent));
    return whole;
}

/// Of parts in the units of the whole.
void Moments::addCentralSums(const Moments& a, const Moments& b)
{
    const auto size = static_cast<double>(a.m_count);
    const double p = size / static_cast<double>(m_count);
    const double q = static_cast<double>(b.m_count) / static_cast<double>(m_count);
    // Each shift in the whole's units first: their difference may overflow.
    const double apart =
        std::ldexp(b.m_shift, -m_exponent) - std::ldexp(a.m_shift, -m_exponent) + (b.m_offset - a.m_offset);
    const double square = apart * apart;
    m_offset = a.m_offset + apart * q;
    m_second = a.m_second + b.m_second + square * size * q;
    m_third = a.m_third + b.m_third + square * apart * size * q * (p - q) +
              3.0 * apart * (p * b.m_second - q * a.m_second);
    m_fourth = a.m_fourth + b.m_fourth + square * square * size * q * (p * p - p * q + q * q) +
               6.0 * square * (p * p * b.m_second + q * q * a.m_second) +
               4.0 * apart * (p * b.m_third - q * a.m_third);
}

double Moments::mean() const
{
    return m_count == 0 ? notANumber : m_shift + std::ldexp(m_offset, m_exponent);
}

double Moments::stddev() const
{
    if (m_count < 2)
        return notANumber;
    return std::ldexp(std::sqrt(m_second / (static_cast<double>(m_count) - 1.0)), m_exponent);
}

double Moments::meanError() const
{
    return stddev() / std::sqrt(static_cast<double>(m_count));
}

double Moments::stddevError() const
{
    if (m_count < 2 || m_second == 0.0)
        return m_count < 2 ? notANumber : 0.0;
    const auto n = static_cast<double>(m_count);
    const double variance = m_second / (n - 1.0);
    const double fourth = m_fourth / n / (variance * variance);
    return stddev() * std::sqrt(std::max(0.0, fourth - (n - 3.0) / (n - 1.0)) / n) / 2.0;
}

double Moments::rootMeanSquareAbout(double target) const
{
    if (m_count == 0)
        return notANumber;
    // Not by way of mean(), which is rounded: target and shift may be all but equal.
    const double bias = (m_shift - target) + std::ldexp(m_offset, m_exponent);
    const double spread = std::ldexp(std::sqrt(m_second / static_cast<double>(m_count)), m_exponent);
    return std::hypot(bias, spread);
}

double Moments::signAgreement(double target) const
{
    if (m_count == 0 || std::isnan(target))
        return notANumber;
    const std::size_t zeros = m_count - m_positive - m_negative;
    const std::size_t agreeing = target > 0.0 ? m_positive : target < 0.0 ? m_negative : zeros;
    return static_cast<double>(agreeing) / static_cast<double>(m_count);
}

} // namespace sluice
