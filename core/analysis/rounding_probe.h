// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/kernel.h"
#include "core/experiment/computation_parts.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sluice {

/// How large the rounding errors of a kernel's roots may be, as the same samples in single precision show:
/// there a rounding is 2²⁹ times as large, and with it what becomes of it on the way, whatever cancels. What
/// depends on the noise is the same in both. An experiment in single precision has nothing to compare with.
class RoundingProbe
{
public:
    /// For up to this many samples a point. Both must outlive it.
    RoundingProbe(const Computation::Parts& prepared, const Kernel& kernel, std::size_t samples);
    ~RoundingProbe();
    RoundingProbe(const RoundingProbe&) = delete;
    RoundingProbe& operator=(const RoundingProbe&) = delete;

    /// Where the swept variable is x, with the draws of the sweep's point of this number: given the samples
    /// of all roots in double precision, bounds for the errors of each. Some other points are looked at too,
    /// since at a number like 1 single precision may happen to round nothing. Samples that are not finite in
    /// both precisions tell nothing; without any, a bound is 0. The result is valid until the next call.
    [[nodiscard]] std::span<const double> errorsAt(double x, std::size_t point,
                                                   std::span<const std::span<const double>> rows);

private:
    /// Made when it is first asked: mostly nobody does.
    class Comparison;

    const Computation::Parts& m_prepared;
    const Kernel& m_kernel;
    std::size_t m_samples;
    std::unique_ptr<Comparison> m_comparison;
    std::vector<double> m_elsewhere;
    std::vector<double> m_errors;
};

} // namespace sluice
