// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace sluice {

/// An interval that buckets divide equally; what lies outside goes to the outermost ones.
struct BucketRange
{
    double low = 0.0;
    double high = 0.0;
};

/// Some samples of a row, at equal distances, which show beforehand whether buckets would tell its samples
/// apart.
class RowProbe
{
public:
    static constexpr std::size_t size = 32;

    /// Of a row of at least `size` samples.
    explicit RowProbe(std::span<const double> samples);

    /// Whether so many buckets tell apart half of the samples; once sorted, half of those that are different.
    [[nodiscard]] bool isDividedBy(BucketRange range, std::size_t bucketCount) const;

    /// Which value occurs most often in the probe, how often, and how many others occur once.
    struct Ties
    {
        double most = 0.0;
        std::size_t count = 0;
        std::size_t single = 0;
    };
    /// Of the samples as they were taken, before they are sorted.
    [[nodiscard]] Ties ties() const;

    /// Sorts the samples and keeps those that are different.
    void sort();
    [[nodiscard]] std::span<const double> values() const { return std::span(m_samples).first(m_count); }

private:
    std::array<double, size> m_samples{};
    std::size_t m_count = size;
};

} // namespace sluice
