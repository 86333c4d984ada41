// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sampling.h"
#include "core/experiment/computation_parts.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// The central difference of one point, sample by sample: (value(x + h) - value(x - h)) / 2h on the draws of
/// the point. Its mean is d/dx E[value].
struct CentralDifference
{
    std::vector<double> samples;
    double mean = 0.0;
    /// By how much the mean differs from the derivative because h is not 0, beyond the sampling error.
    double allowance = 0.0;
    bool isFinite = false;

    /// Room for what is made of the samples.
    std::vector<double> work;
};

/// The output's value in steps of h and h/2 around the swept variable, as rows of one kernel, so that draws
/// and all that does not depend on the step are computed once.
class MeanGradient
{
public:
    /// Adds its roots. `value` is the output's value, whatever the gates.
    MeanGradient(const Computation::Parts& prepared, const Graph& graph, NodeId value, RootCollection& roots);

    void compute(const RootSampler& rows, CentralDifference& difference) const;

private:
    double m_step;
    double m_epsilon;
    /// At x - h, x - h/2, x, x + h/2, x + h.
    std::array<std::size_t, 5> m_rows{};
};

} // namespace sluice
