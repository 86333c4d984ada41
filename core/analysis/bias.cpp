// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/bias.h"

#include "core/analysis/gradient_samples.h"
#include "core/evaluation/evaluator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sluice {

namespace {

/// Nodes times samples, for all points together.
constexpr double affordable = 1e8;
constexpr std::size_t mostPoints = 41;
constexpr std::size_t mostSamples = 100'000;

/// A mean with its standard error, which may include an error of another kind.
struct MeasuredMean
{
    double mean = 0.0;
    double error = 0.0;
};

MeasuredMean measuredMean(std::span<const double> samples)
{
    const auto count = static_cast<double>(samples.size());
    double sum = 0.0;
    for (const double sample : samples)
        sum += sample;
    const double mean = sum / count;
    double squares = 0.0;
    for (const double sample : samples)
        squares += (sample - mean) * (sample - mean);
    return {mean, std::sqrt(squares / std::max(1.0, count - 1.0) / count)};
}

/// The root mean square of what was estimated, where it is told from 0.
std::optional<double> rootMeanSquare(std::span<const MeasuredMean> estimates)
{
    double squares = 0.0;
    double variance = 0.0;
    for (const auto& [mean, error] : estimates) {
        squares += mean * mean - error * error;
        // Of mean², for a normal mean.
        variance += 4.0 * mean * mean * error * error + 2.0 * std::pow(error, 4);
    }
    constexpr double sigmas = 4.0;
    if (estimates.empty() || squares <= 0.0 || squares < sigmas * std::sqrt(variance))
        return std::nullopt;
    return std::sqrt(squares / static_cast<double>(estimates.size()));
}

/// The rows of a kernel at one point.
template <class Real>
class Rows
{
public:
    Rows(const Computation::Parts& prepared, Kernel kernel, std::size_t samples)
        : m_kernel(std::move(kernel)),
          m_variables(prepared.variableValues(m_kernel)),
          m_evaluator(m_kernel, samples),
          m_values(m_kernel.roots().size(), std::vector<double>(samples)),
          m_spans(m_values.begin(), m_values.end())
    {
    }

    ~Rows() = default;
    // The evaluator refers to the kernel.
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    void compute(double x, const Draws& draws, std::size_t point)
    {
        m_evaluator.run(m_variables.at(x), draws, point, m_values.front().size(), m_spans);
        for (std::size_t r = 0; r < m_values.size(); ++r)
            if (m_kernel.roots()[r].isScalar)
                std::ranges::fill(m_values[r], m_values[r].front());
    }

    [[nodiscard]] std::span<const double> operator[](std::size_t row) const { return m_values[row]; }

private:
    Kernel m_kernel;
    VariableValues m_variables;
    Evaluator<Real> m_evaluator;
    std::vector<std::vector<double>> m_values;
    std::vector<std::span<double>> m_spans;
};

template <class Real>
class BiasMeter
{
public:
    BiasMeter(const Computation::Parts& prepared, const RootCollection& gradients,
              const RootCollection& values, std::array<std::size_t, 2> rows, std::size_t samples)
        : m_prepared(prepared),
          m_gradientRow(rows[0]),
          m_noiseFreeRow(rows[1]),
          m_gradients(prepared, gradients.compile(), samples),
          m_sides{{{prepared, values.compile(), samples},
                   {prepared, values.compile(), samples},
                   {prepared, values.compile(), samples},
                   {prepared, values.compile(), samples}}},
          m_difference(samples)
    {
    }

    Biases run(const std::stop_token& stop)
    {
        for (const std::size_t point : spreadPoints(m_prepared.experiment.points, mostPoints)) {
            if (stop.stop_requested())
                return {};
            look(sweepPoint(m_prepared, point), point);
        }
        return {.noiseFree = rootMeanSquare(m_fromNoiseFree), .mean = rootMeanSquare(m_fromMean)};
    }

private:
    void look(double x, std::size_t point)
    {
        const Draws draws = m_prepared.draws();
        m_gradients.compute(x, draws, point);
        const auto isFinite = [](double value) { return std::isfinite(value); };
        if (!std::ranges::all_of(m_gradients[m_gradientRow], isFinite))
            return;
        keep(
            m_fromNoiseFree, [&](std::size_t i) { return m_gradients[m_noiseFreeRow][i]; }, 0.0);

        // A finer step than that of the drawn curve: common draws keep it quiet.
        const double step = m_prepared.differenceStep / 4.0;
        const std::array offsets{step, -step, step / 2.0, -step / 2.0};
        for (std::size_t side = 0; side < offsets.size(); ++side)
            m_sides[side].compute(x + offsets[side], draws, point);
        const auto coarse = [&](std::size_t i) {
            return (m_sides[0][0][i] - m_sides[1][0][i]) / (2.0 * step);
        };
        const auto fine = [&](std::size_t i) { return (m_sides[2][0][i] - m_sides[3][0][i]) / step; };
        for (std::size_t i = 0; i < m_difference.size(); ++i)
            m_difference[i] = (fine(i) - coarse(i)) / 3.0;
        const MeasuredMean truncation = measuredMean(m_difference);
        // Richardson's extrapolation; what it adds bounds what is left.
        constexpr double tooCoarse = 0.01;
        const double size = std::abs(measuredMean(m_gradients[m_gradientRow]).mean);
        if (std::abs(truncation.mean) <= std::max(tooCoarse * size, 4.0 * truncation.error))
            keep(
                m_fromMean, [&](std::size_t i) { return fine(i) + m_difference[i]; }, truncation.mean);
    }

    /// The gradient minus a target, sample by sample, with another error beside that of sampling; left out
    /// where it isn't finite.
    void keep(std::vector<MeasuredMean>& estimates, const auto& target, double otherError)
    {
        // Rounding, generously.
        constexpr double part = 1e-9;

        const std::span<const double> gradient = m_gradients[m_gradientRow];
        std::vector<double> differences(gradient.size());
        for (std::size_t i = 0; i < differences.size(); ++i)
            differences[i] = gradient[i] - target(i);
        MeasuredMean estimate = measuredMean(differences);
        estimate.error = std::hypot(estimate.error, otherError, part * gradient[0]);
        if (std::isfinite(estimate.mean) && std::isfinite(estimate.error))
            estimates.push_back(estimate);
    }

    const Computation::Parts& m_prepared;
    std::size_t m_gradientRow;
    std::size_t m_noiseFreeRow;
    Rows<Real> m_gradients;
    std::array<Rows<Real>, 4> m_sides;
    std::vector<double> m_difference;
    std::vector<MeasuredMean> m_fromNoiseFree;
    std::vector<MeasuredMean> m_fromMean;
};

} // namespace

Biases biasesOf(const Computation::Parts& prepared, const ValueAndGradient& variant,
                const std::stop_token& stop)
{
    RootCollection gradients;
    const std::size_t gradient = gradients.add(variant.graph, std::array{variant.gradient}).front();
    const ValueAndGradient& noiseFree = prepared.noiseFree;
    const std::size_t target = gradients.add(noiseFree.graph, std::array{noiseFree.gradient}).front();
    RootCollection values;
    values.add(variant.graph, std::array{variant.value});
    const auto cost = static_cast<double>(variant.graph.size() * mostPoints);
    const auto samples = static_cast<std::size_t>(
        std::clamp(affordable / cost, static_cast<double>(fewSamples), static_cast<double>(mostSamples)));
    const std::array rows{gradient, target};
    if (prepared.experiment.precision == Precision::float32)
        return BiasMeter<float>(prepared, gradients, values, rows, samples).run(stop);
    return BiasMeter<double>(prepared, gradients, values, rows, samples).run(stop);
}

} // namespace sluice
