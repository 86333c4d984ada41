// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gradient_samples.h"

#include "core/evaluation/evaluator.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

namespace sluice {

namespace {

/// Operations that may be computed for one verdict: a second or two.
constexpr double affordableCost = 1e9;
constexpr std::size_t fewestPoints = 41;
constexpr std::size_t fewestSamples = 64;

struct PointSamples
{
    std::span<const double> gradient;
    std::span<const double> magnitude;
    std::span<const double> reference;
    std::span<const double> referenceMagnitude;
};

Agreement sameIf(bool isSame)
{
    return isSame ? Agreement::same : Agreement::different;
}

/// Of samples of one point: NaN equals NaN, and an infinity itself.
Agreement betweenSamples(double a, double b, double scale, double epsilon)
{
    if (!std::isfinite(a) || !std::isfinite(b))
        return sameIf(a == b || (std::isnan(a) && std::isnan(b)));
    return agreementOf(a, b, scale, epsilon);
}

/// Of two gradients at one point, which may fail in different ways.
Agreement betweenGradients(double a, double b, double scale, double epsilon)
{
    if (!std::isfinite(a) || !std::isfinite(b))
        return sameIf(!std::isfinite(a) && !std::isfinite(b));
    return agreementOf(a, b, scale, epsilon);
}

template <class Real>
std::vector<std::vector<double>> firstSamples(const Computation::Parts& prepared, const Kernel& kernel)
{
    const std::size_t points = prepared.experiment.points;
    std::vector<std::vector<double>> rows(kernel.roots().size(), std::vector<double>(points));
    std::vector<std::span<double>> results(rows.size());
    Evaluator<Real> evaluator(kernel, 1);
    VariableValues variables = prepared.variableValues(kernel);
    const Draws draws = prepared.draws();
    for (std::size_t point = 0; point < points; ++point) {
        for (std::size_t row = 0; row < rows.size(); ++row)
            results[row] = std::span(rows[row]).subspan(point, 1);
        evaluator.run(variables.at(sweepPoint(prepared, point)), draws, point, 1, results);
    }
    return rows;
}

class Sampler
{
public:
    Sampler(const Computation::Parts& prepared, const SamplingPlan& plan)
        : m_prepared(prepared),
          m_plan(plan),
          m_epsilon(prepared.experiment.precision == Precision::float32
                        ? static_cast<double>(std::numeric_limits<float>::epsilon())
                        : std::numeric_limits<double>::epsilon())
    {
    }

    template <class Real>
    std::optional<SampledGradient> run(const Kernel& kernel, const SampledRows& rows,
                                       const std::stop_token& stop)
    {
        std::vector<std::vector<double>> values(kernel.roots().size(), std::vector<double>(m_plan.samples));
        const std::vector<std::span<double>> spans(values.begin(), values.end());
        Evaluator<Real> evaluator(kernel, m_plan.samples);
        VariableValues variables = m_prepared.variableValues(kernel);
        const Draws draws = m_prepared.draws();
        for (const std::size_t point : spreadPoints(m_prepared.experiment.points, m_plan.points)) {
            if (stop.stop_requested())
                return std::nullopt;
            const double x = sweepPoint(m_prepared, point);
            const std::size_t samples = deviates() ? m_plan.samplesAfterwards : m_plan.samples;
            evaluator.run(variables.at(x), draws, point, samples, spans);
            const auto row = [&](std::size_t r) {
                if (kernel.roots()[r].isScalar)
                    std::fill_n(values[r].begin(), samples, values[r].front());
                return std::span<const double>(values[r]).first(samples);
            };
            look({row(rows.gradient), row(rows.magnitude), row(rows.reference), row(rows.referenceMagnitude)},
                 x, point);
            const bool differs = m_found.withReference == Agreement::different;
            if (differs && (m_plan.stopsAtDifference || (deviates() && !m_plan.findsNonFinite)))
                break;
        }
        m_found.samples = m_plan.samples;
        std::ranges::sort(m_found.nonFinite, {}, &NonFinitePoint::point);
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool deviates() const { return m_found.betweenSamples == Agreement::different; }

    void look(const PointSamples& samples, double x, std::size_t point)
    {
        bool isFinite = true;
        bool hasFinite = false;
        for (std::size_t i = 0; i < samples.gradient.size(); ++i) {
            const double gradient = samples.gradient[i];
            if (std::isfinite(gradient)) {
                hasFinite = true;
                m_found.isZero = m_found.isZero && gradient == 0.0;
            } else if (isFinite) {
                isFinite = false;
                m_found.nonFinite.push_back({.at = x, .point = point, .sample = i, .gradient = gradient});
            }
            const double scale = samples.magnitude[i];
            m_found.betweenSamples = std::max(
                m_found.betweenSamples, betweenSamples(gradient, samples.gradient[0],
                                                       std::max(scale, samples.magnitude[0]), m_epsilon));
            m_found.withReference =
                std::max(m_found.withReference,
                         betweenGradients(gradient, samples.reference[i],
                                          std::max(scale, samples.referenceMagnitude[i]), m_epsilon));
        }
        m_found.hasFinite = m_found.hasFinite || hasFinite;
        m_found.points += hasFinite ? 1 : 0;
    }

    const Computation::Parts& m_prepared;
    const SamplingPlan& m_plan;
    double m_epsilon;
    SampledGradient m_found;
};

} // namespace

SamplingPlan samplingPlan(const Computation::Parts& prepared, std::size_t nodes, std::size_t points,
                          std::size_t samples)
{
    const std::size_t all = prepared.experiment.points;
    SamplingPlan plan;
    plan.points = points == 0 ? all : std::min(points, all);
    // A single sample never deviates, so there are enough to see noise, however few the experiment has.
    plan.samples = samples == 0 ? std::max(prepared.experiment.samples, fewSamples) : samples;
    const auto cost = [&] {
        return static_cast<double>(nodes) * static_cast<double>(plan.points) *
               static_cast<double>(plan.samples);
    };
    while (cost() > affordableCost && plan.samples > fewSamples)
        plan.samples = std::max(plan.samples / 2, fewSamples);
    while (cost() > affordableCost && plan.points > fewestPoints)
        plan.points = std::max(plan.points / 2, fewestPoints);
    while (cost() > affordableCost && plan.samples > fewestSamples)
        plan.samples /= 2;
    plan.samplesAfterwards = std::min(plan.samples, fewSamples);
    return plan;
}

std::optional<SampledGradient> sampleGradient(const Computation::Parts& prepared, const Kernel& kernel,
                                              const SampledRows& rows, const SamplingPlan& plan,
                                              const std::stop_token& stop)
{
    Sampler sampler(prepared, plan);
    return prepared.experiment.precision == Precision::float32 ? sampler.run<float>(kernel, rows, stop)
                                                               : sampler.run<double>(kernel, rows, stop);
}

std::vector<std::size_t> spreadPoints(std::size_t points, std::size_t count)
{
    // Every 2ᵏ-th point, then those in the middle between them, and so on.
    std::vector<std::size_t> order;
    std::vector<bool> isTaken(points, false);
    for (std::size_t stride = std::bit_floor(points); stride > 0 && order.size() < count; stride /= 2) {
        for (std::size_t point = stride / 2; point < points && order.size() < count; point += stride) {
            if (!isTaken[point]) {
                isTaken[point] = true;
                order.push_back(point);
            }
        }
    }
    return order;
}

std::vector<std::vector<double>> firstSamplesAlongSweep(const Computation::Parts& prepared,
                                                        const Kernel& kernel)
{
    return prepared.experiment.precision == Precision::float32 ? firstSamples<float>(prepared, kernel)
                                                               : firstSamples<double>(prepared, kernel);
}

double sweepPoint(const Computation::Parts& prepared, std::size_t point)
{
    const std::size_t points = prepared.experiment.points;
    if (point == 0 || points < 2)
        return prepared.from;
    return prepared.from +
           static_cast<double>(point) * (prepared.to - prepared.from) / static_cast<double>(points - 1);
}

} // namespace sluice
