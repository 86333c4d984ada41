// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/workloads.h"

#include <span>
#include <vector>

namespace sluice::benchmarks {

/// The limit: value and gradient of one workload in a loop written and differentiated by hand, over the same
/// vector functions and with the same compiler options as the evaluator. What depends on the input alone is
/// computed once a point, and the noise lies in memory in the order in which it is read.
template <class Real>
class FusedLoop
{
public:
    /// `noise` as scaledNoise() gives it.
    FusedLoop(const Workload& workload, std::span<const double> noise);

    /// All samples at a point. May be called by several threads at once.
    void computePoint(std::size_t point, Real* values, Real* gradients) const;

private:
    using Body = void (*)(Real x, const Real* noise, Real* values, Real* gradients);

    Body m_body;
    std::size_t m_sources;
    std::vector<double> m_sweep;
    /// Point by point, within it strip by strip, within that source by source.
    std::vector<Real> m_noise;
};

extern template class FusedLoop<double>;
extern template class FusedLoop<float>;

} // namespace sluice::benchmarks
