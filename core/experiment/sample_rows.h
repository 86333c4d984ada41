// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluator.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// The samples of a kernel's roots at one point, a row a root, with the memory for as many as are asked for
/// at once.
template <class Real>
class SampleRows
{
public:
    SampleRows(const Kernel& kernel, CachedDraws<Real> cached, std::size_t samples)
        : m_kernel(kernel),
          m_cached(std::move(cached)),
          m_evaluator(kernel, samples),
          m_rows(kernel.roots().size(), std::vector<double>(samples)),
          m_spans(m_rows.begin(), m_rows.end()),
          m_isWhole(m_rows.size(), false)
    {
    }

    void compute(std::span<const double> variables, const Draws& draws, std::size_t point,
                 SampleRange samples)
    {
        m_count = samples.count;
        m_evaluator.run(variables, draws, m_cached, point, samples, m_spans);
        for (std::size_t r = 0; r < m_rows.size(); ++r)
            m_isWhole[r] = !m_kernel.roots()[r].isScalar;
    }

    /// The samples that were last computed. Where they are one number, its row is filled only here: most of
    /// these are targets, of which nobody reads more than the first.
    [[nodiscard]] std::span<const double> operator[](std::size_t row)
    {
        if (!m_isWhole[row])
            std::fill_n(m_rows[row].begin(), m_count, first(row));
        m_isWhole[row] = true;
        return std::span(m_rows[row]).first(m_count);
    }

    /// The first of them.
    [[nodiscard]] double first(std::size_t row) const { return m_rows[row].front(); }

private:
    const Kernel& m_kernel;
    CachedDraws<Real> m_cached;
    Evaluator<Real> m_evaluator;
    std::vector<std::vector<double>> m_rows;
    std::vector<std::span<double>> m_spans;
    /// Not where a row's first sample stands for all of them.
    std::vector<bool> m_isWhole;
    std::size_t m_count = 0;
};

} // namespace sluice
