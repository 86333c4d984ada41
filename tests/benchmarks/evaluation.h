// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/draw_cache.h"
#include "core/evaluation/evaluator.h"
#include "tests/benchmarks/team.h"

#include <tbb/enumerable_thread_specific.h>
#include <vector>

namespace sluice::benchmarks {

/// The project's own evaluator at work on a kernel whose roots are value and gradient, its noise cached.
template <class Real>
class Evaluation
{
public:
    explicit Evaluation(Kernel kernel);
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    /// All samples at all points, into full arrays.
    void computeAll(Team& team);
    /// The same, all into one row.
    void computeIntoOneRow();

    [[nodiscard]] const std::vector<double>& values() const noexcept { return m_values; }
    [[nodiscard]] const std::vector<double>& gradients() const noexcept { return m_gradients; }

private:
    void computePoint(std::size_t point, std::size_t row);

    Kernel m_kernel;
    std::vector<double> m_sweep;
    Draws m_draws;
    CachedDraws<Real> m_cached;
    tbb::enumerable_thread_specific<Evaluator<Real>> m_evaluators;
    std::vector<double> m_values;
    std::vector<double> m_gradients;
};

extern template class Evaluation<double>;
extern template class Evaluation<float>;

} // namespace sluice::benchmarks
