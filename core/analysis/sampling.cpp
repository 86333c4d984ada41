// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sampling.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tbb/info.h>

namespace sluice {

namespace {

constexpr std::size_t maximumBytes = std::size_t{1} << 30;
/// More would not stay in the caches, and fewer are as fast.
constexpr std::size_t usefulRows = 256;

std::variant<Evaluator<double>, Evaluator<float>> evaluatorFor(const Experiment& experiment,
                                                               const Kernel& kernel)
{
    if (experiment.precision == Precision::float32)
        return Evaluator<float>(kernel, experiment.samples);
    return Evaluator<double>(kernel, experiment.samples);
}

} // namespace

RootSampler::RootSampler(const Computation::Parts& prepared, const Kernel& kernel)
    : m_kernel(kernel),
      m_samples(prepared.experiment.samples),
      m_variables(prepared.variableValues(kernel)),
      m_draws(prepared.draws()),
      m_evaluator(evaluatorFor(prepared.experiment, kernel)),
      m_rows(kernel.roots().size(), std::vector<double>(m_samples)),
      m_spans(m_rows.begin(), m_rows.end())
{
}

void RootSampler::compute(double x, std::size_t point)
{
    std::visit([&](auto& evaluator) { evaluator.run(m_variables.at(x), m_draws, point, m_samples, m_spans); },
               m_evaluator);
    for (std::size_t r = 0; r < m_rows.size(); ++r)
        if (m_kernel.roots()[r].isScalar)
            std::ranges::fill(m_rows[r], m_rows[r].front());
}

double epsilonOf(const Experiment& experiment)
{
    return experiment.precision == Precision::float32
               ? static_cast<double>(std::numeric_limits<float>::epsilon())
               : std::numeric_limits<double>::epsilon();
}

std::size_t maximumRows(const Computation::Parts& prepared, std::size_t needed)
{
    const auto threads = static_cast<std::size_t>(tbb::info::default_concurrency());
    const std::size_t samples = prepared.experiment.samples;
    const std::size_t rows = maximumBytes / sizeof(double) / threads / samples;
    if (rows < needed)
        throw ExperimentError(Phrase::of(
            "%1 samples do not fit in memory; this takes at most %2",
            {std::to_string(samples), std::to_string(maximumBytes / sizeof(double) / threads / needed)}));
    return std::min(rows, std::max(needed, usefulRows));
}

} // namespace sluice
