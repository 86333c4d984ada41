// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation_parts.h"
#include "core/experiment/sample_rows.h"
#include "core/experiment/sweep_cache.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sluice {

/// What all threads of a sweep share: its kernels, and the draws that are kept from the last one.
template <class Real>
struct SweepKernels
{
    SweepKernels(const Computation::Parts& theParts, bool withGradientOfMean)
        : parts(theParts), kernel(theParts.roots.compile())
    {
        if (withGradientOfMean)
            valueKernel.emplace(theParts.valueRoots.compile());
    }

    /// All samples of the sweep: a coarse answer reads the first of them.
    void keepDraws(SweepCache& cache, std::size_t points, std::size_t samples)
    {
        const auto layoutFor = [&](const Kernel& theKernel) {
            return DrawLayout{.points = points, .samples = samples, .width = theKernel.tileWidth()};
        };
        cached = cache.draws().draws<Real>(parts.draws(), kernel.draws(), layoutFor(kernel));
        if (valueKernel)
            cachedOfValues =
                cache.valueDraws().draws<Real>(parts.draws(), valueKernel->draws(), layoutFor(*valueKernel));
    }

    const Computation::Parts& parts;
    Kernel kernel;
    /// Of the forward values alone, for d/dx E[value]; none where that is not wanted.
    std::optional<Kernel> valueKernel;
    CachedDraws<Real> cached;
    CachedDraws<Real> cachedOfValues;
};

/// What one thread computes samples with.
template <class Real>
class SweepWork
{
public:
    /// Room for so many samples at once.
    SweepWork(const SweepKernels<Real>& kernels, std::size_t samples)
        : m_draws(kernels.parts.draws()),
          m_variables(kernels.parts.variableValues(kernels.kernel)),
          m_rows(kernels.kernel, kernels.cached, samples),
          m_step(kernels.parts.differenceStep)
    {
        if (kernels.valueKernel)
            m_differences.emplace(kernels, samples);
    }

    void compute(double x, std::size_t point, SampleRange samples)
    {
        m_rows.compute(m_variables.at(x), m_draws, point, samples);
        if (!m_differences)
            return;
        Differences& d = *m_differences;
        d.above.compute(d.variables.at(x + m_step), m_draws, point, samples);
        d.below.compute(d.variables.at(x - m_step), m_draws, point, samples);
    }

    [[nodiscard]] std::span<const double> row(std::size_t row) { return m_rows[row]; }
    /// The first sample of a row, which is all of them where the row is one number.
    [[nodiscard]] double first(std::size_t row) const { return m_rows.first(row); }
    [[nodiscard]] bool hasDifferences() const noexcept { return m_differences.has_value(); }
    /// Values at x + h and at x - h.
    [[nodiscard]] std::span<const double> above(std::size_t row) { return m_differences->above[row]; }
    [[nodiscard]] std::span<const double> below(std::size_t row) { return m_differences->below[row]; }

private:
    struct Differences
    {
        Differences(const SweepKernels<Real>& kernels, std::size_t samples)
            : variables(kernels.parts.variableValues(*kernels.valueKernel)),
              above(*kernels.valueKernel, kernels.cachedOfValues, samples),
              below(*kernels.valueKernel, kernels.cachedOfValues, samples)
        {
        }

        VariableValues variables;
        SampleRows<Real> above;
        SampleRows<Real> below;
    };

    Draws m_draws;
    VariableValues m_variables;
    SampleRows<Real> m_rows;
    std::optional<Differences> m_differences;
    double m_step;
};

} // namespace sluice
