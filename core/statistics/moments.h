// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace sluice {

/// What mean, deviation and their errors are made of: the first four moments of finite samples, their
/// extremes and signs. Moments of parts merge into those of the whole. The sums behind them have a fixed
/// tree, so that the same samples give the same bits on every instruction set.
class Moments
{
public:
    /// Of no samples.
    Moments() = default;
    /// Nothing where a sample is not finite.
    [[nodiscard]] static std::optional<Moments> of(std::span<const double> samples);
    /// Of differences of finite numbers that have overflowed somewhere: an infinite mean, or none, and no
    /// deviation.
    [[nodiscard]] static Moments ofOverflow(std::span<const double> samples);
    /// Of the samples of both: Pébay, "Formulas for robust, one-pass parallel computation of covariances and
    /// arbitrary-order statistical moments" (2008), after Chan, Golub and LeVeque.
    [[nodiscard]] static Moments merged(const Moments& a, const Moments& b);

    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    /// The extremes, for at least one sample.
    [[nodiscard]] double lowest() const noexcept { return m_lowest; }
    [[nodiscard]] double highest() const noexcept { return m_highest; }

    /// NaN for no sample.
    [[nodiscard]] double mean() const;
    /// Divides by n - 1; exactly 0 for equal samples, NaN for fewer than two.
    [[nodiscard]] double stddev() const;
    /// stddev / √n.
    [[nodiscard]] double meanError() const;
    /// √((m4 - s⁴(n - 3)/(n - 1)) / n) / 2s, with m4 the fourth central moment and s stddev.
    [[nodiscard]] double stddevError() const;
    /// Divides by n.
    [[nodiscard]] double rootMeanSquareAbout(double target) const;
    /// The fraction whose sign in {-1, 0, 1} is the target's.
    [[nodiscard]] double signAgreement(double target) const;

private:
    void setSigns(std::span<const double> samples);
    [[nodiscard]] Moments inUnitsOf(int exponent) const;
    void addCentralSums(const Moments& a, const Moments& b);

    std::size_t m_count = 0;
    std::size_t m_positive = 0;
    std::size_t m_negative = 0;
    double m_lowest = 0.0;
    double m_highest = 0.0;
    /// A number near the samples; what follows is relative to it, in units of 2^m_exponent, so that a fourth
    /// power neither overflows nor vanishes.
    double m_shift = 0.0;
    int m_exponent = 0;
    double m_offset = 0.0; ///< of the mean
    double m_second = 0.0; ///< sums of powers of the distance to the mean
    double m_third = 0.0;
    double m_fourth = 0.0;
};

} // namespace sluice
