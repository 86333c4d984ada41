// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/evaluation.h"

#include "tests/benchmarks/workloads.h"

#include <array>
#include <span>
#include <utility>

namespace sluice::benchmarks {

template <class Real>
Evaluation<Real>::Evaluation(Kernel kernel)
    : m_kernel(std::move(kernel)),
      m_sweep(sweepPoints()),
      m_draws(seed, false),
      m_cached(DrawCache().draws<Real>(
          m_draws, m_kernel.draws(), {.points = points, .samples = samples, .width = m_kernel.tileWidth()})),
      m_evaluators([this] { return Evaluator<Real>(m_kernel, samples); }),
      m_values(points * samples),
      m_gradients(points * samples)
{
}

template <class Real>
void Evaluation<Real>::computePoint(std::size_t point, std::size_t row)
{
    const std::array results{std::span(m_values).subspan(row * samples, samples),
                             std::span(m_gradients).subspan(row * samples, samples)};
    m_evaluators.local().run(std::span(&m_sweep[point], 1), m_draws, m_cached, point,
                             {.first = 0, .count = samples}, results);
}

template <class Real>
void Evaluation<Real>::computeAll(Team& team)
{
    team.forAllPoints([this](std::size_t point) { computePoint(point, point); });
}

template <class Real>
void Evaluation<Real>::computeIntoOneRow()
{
    Team(1).forAllPoints([this](std::size_t point) { computePoint(point, 0); });
}

template class Evaluation<double>;
template class Evaluation<float>;

} // namespace sluice::benchmarks
