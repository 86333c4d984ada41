// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/rounding_probe.h"

#include "core/analysis/gradient_samples.h"
#include "core/evaluation/evaluator.h"

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

/// Between the spacings of single and of double precision.
constexpr double spacings = 0x1p-29;
/// Errors of few samples are compared with those of few others.
constexpr double margin = 32.0;
constexpr std::size_t probedPoints = 5;

} // namespace

/// The same samples in both precisions.
class RoundingProbe::Comparison
{
public:
    Comparison(const Computation::Parts& prepared, const Kernel& kernel, std::size_t samples)
        : m_kernel(kernel),
          m_variables(prepared.variableValues(kernel)),
          m_draws(prepared.draws()),
          m_single(kernel, samples),
          m_values(kernel.roots().size(), std::vector<double>(samples)),
          m_results(m_values.begin(), m_values.end())
    {
    }

    /// Raises the errors of all roots to what samples at a point show.
    void raise(std::span<double> errors, double x, std::size_t point,
               std::span<const std::span<const double>> rows)
    {
        m_single.run(m_variables.at(x), m_draws, point, rows.front().size(), m_results);
        for (std::size_t r = 0; r < errors.size(); ++r) {
            // A scalar's one number stands for all samples.
            const std::size_t count = m_kernel.roots()[r].isScalar ? 1 : rows[r].size();
            for (std::size_t i = 0; i < count; ++i)
                if (const double error = std::abs(m_values[r][i] - rows[r][i]); std::isfinite(error))
                    errors[r] = std::max(errors[r], margin * spacings * error);
        }
    }

    /// What a few samples at points along the sweep show.
    [[nodiscard]] std::vector<double> alongSweep(const Computation::Parts& prepared)
    {
        const std::size_t samples = std::min(m_values.front().size(), fewSamples);
        Evaluator<double> evaluator(m_kernel, samples);
        std::vector<std::vector<double>> values(m_values.size(), std::vector<double>(samples));
        const std::vector<std::span<double>> results(values.begin(), values.end());
        const std::vector<std::span<const double>> rows(values.begin(), values.end());
        std::vector<double> errors(m_values.size(), 0.0);
        for (const std::size_t point : spreadPoints(prepared.experiment.points, probedPoints)) {
            const double x = sweepPoint(prepared, point);
            evaluator.run(m_variables.at(x), m_draws, point, samples, results);
            raise(errors, x, point, rows);
        }
        return errors;
    }

private:
    const Kernel& m_kernel;
    VariableValues m_variables;
    Draws m_draws;
    Evaluator<float> m_single;
    std::vector<std::vector<double>> m_values;
    std::vector<std::span<double>> m_results;
};

RoundingProbe::RoundingProbe(const Computation::Parts& prepared, const Kernel& kernel, std::size_t samples)
    : m_prepared(prepared), m_kernel(kernel), m_samples(samples), m_elsewhere(kernel.roots().size(), 0.0)
{
}
RoundingProbe::~RoundingProbe() = default;

std::span<const double> RoundingProbe::errorsAt(double x, std::size_t point,
                                                std::span<const std::span<const double>> rows)
{
    if (m_prepared.experiment.precision == Precision::float32)
        return m_elsewhere;
    if (!m_comparison) {
        m_comparison = std::make_unique<Comparison>(m_prepared, m_kernel, m_samples);
        m_elsewhere = m_comparison->alongSweep(m_prepared);
    }
    m_errors = m_elsewhere;
    m_comparison->raise(m_errors, x, point, rows);
    return m_errors;
}

} // namespace sluice
