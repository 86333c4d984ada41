// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gradient_samples.h"

#include "core/analysis/rounding_probe.h"
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

/// The rows of one point.
struct PointSamples
{
    std::span<const double> gradient;
    std::span<const double> magnitude;
    std::span<const double> reference;
    std::span<const double> referenceMagnitude;
};

/// How the samples of one point compare with one another, or with their references.
struct PointAgreement
{
    Agreement agreement = Agreement::same;
    /// The largest difference, and the largest number that differs.
    double difference = 0.0;
    double size = 0.0;
    /// Only one of the two is finite.
    bool differsInKind = false;

    void add(double a, double b, double scale, double epsilon)
    {
        agreement = std::max(agreement, agreementOf(a, b, scale, epsilon));
        difference = std::max(difference, std::abs(a - b));
        size = std::max({size, std::abs(a), std::abs(b)});
    }
};

bool isSameFailure(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
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
        RoundingProbe probe(m_prepared, kernel, m_plan.samples);
        std::vector<std::span<const double>> rowsAtPoint(values.size());
        const auto compute = [&](double x, std::size_t point, std::size_t samples) {
            evaluator.run(variables.at(x), draws, point, samples, spans);
            for (std::size_t r = 0; r < values.size(); ++r) {
                if (kernel.roots()[r].isScalar)
                    std::fill_n(values[r].begin(), samples, values[r].front());
                rowsAtPoint[r] = std::span<const double>(values[r]).first(samples);
            }
        };
        m_found.coversSweep = m_plan.points >= m_prepared.experiment.points;
        for (const std::size_t point : spreadPoints(m_prepared.experiment.points, m_plan.points)) {
            if (stop.stop_requested())
                return std::nullopt;
            const double x = sweepPoint(m_prepared, point);
            const std::size_t samples = deviates() ? m_plan.samplesAfterwards : m_plan.samples;
            compute(x, point, samples);
            if (samples < m_plan.samples && isNowhereFinite(rowsAtPoint[rows.gradient]))
                compute(x, point, m_plan.samples);
            look({rowsAtPoint[rows.gradient], rowsAtPoint[rows.magnitude], rowsAtPoint[rows.reference],
                  rowsAtPoint[rows.referenceMagnitude]},
                 x, point);
            const auto errors = [&] { return probe.errorsAt(x, point, rowsAtPoint); };
            settle(rows, errors);
            const bool differs = m_found.withReference == Agreement::different;
            if (differs && (m_plan.stopsAtDifference || (deviates() && !m_plan.findsNonFinite))) {
                m_found.coversSweep = false;
                break;
            }
        }
        m_found.samples = m_plan.samples;
        std::ranges::sort(m_found.nonFinite, {}, &NonFinitePoint::point);
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool deviates() const { return m_found.betweenSamples == Agreement::different; }

    static bool isNowhereFinite(std::span<const double> samples)
    {
        return std::ranges::none_of(samples, [](double sample) { return std::isfinite(sample); });
    }

    void look(const PointSamples& samples, double x, std::size_t point)
    {
        m_between = m_withReference = {};
        std::optional<std::size_t> finite;
        std::optional<std::size_t> failed;
        for (std::size_t i = 0; i < samples.gradient.size(); ++i) {
            const double gradient = samples.gradient[i];
            if (std::isfinite(gradient)) {
                if (!finite)
                    finite = i;
                m_found.isZero = m_found.isZero && gradient == 0.0;
                m_between.add(gradient, samples.gradient[*finite],
                              std::max(samples.magnitude[i], samples.magnitude[*finite]), m_epsilon);
            } else if (!failed) {
                failed = i;
            } else if (!isSameFailure(gradient, samples.gradient[*failed])) {
                m_found.failsInSome = true;
            }
            lookAtReference(samples, i);
        }
        if (failed)
            m_found.nonFinite.push_back({.at = x,
                                         .point = point,
                                         .sample = *failed,
                                         .gradient = samples.gradient[*failed],
                                         .isInEverySample = !finite});
        m_found.failsInSome = m_found.failsInSome || (finite && failed);
        m_found.hasFinite = m_found.hasFinite || finite;
        m_found.points += finite ? 1 : 0;
    }

    void lookAtReference(const PointSamples& samples, std::size_t i)
    {
        const double gradient = samples.gradient[i];
        const double reference = samples.reference[i];
        // Two gradients may fail in different ways.
        if (std::isfinite(gradient) != std::isfinite(reference))
            m_withReference.differsInKind = true;
        else if (std::isfinite(gradient))
            m_withReference.add(gradient, reference,
                                std::max(samples.magnitude[i], samples.referenceMagnitude[i]), m_epsilon);
    }

    /// Adds what the samples of a point show to what others have shown. Before they are said to differ, it is
    /// seen whether that is rounding.
    template <class Errors>
    void settle(const SampledRows& rows, const Errors& errors)
    {
        const auto isNews = [](Agreement before, const PointAgreement& now) {
            return before != Agreement::different && now.agreement == Agreement::different &&
                   !now.differsInKind;
        };
        const bool isBetweenNews = isNews(m_found.betweenSamples, m_between);
        const bool isReferenceNews = isNews(m_found.withReference, m_withReference);
        if (isBetweenNews || isReferenceNews) {
            const std::span<const double> bounds = errors();
            if (isBetweenNews)
                excuse(m_between, 2.0 * bounds[rows.gradient]);
            if (isReferenceNews)
                excuse(m_withReference, bounds[rows.gradient] + bounds[rows.reference]);
        }
        for (const PointAgreement& each : {m_between, m_withReference})
            if (each.agreement == Agreement::hidden)
                m_found.largestHidden = std::max(m_found.largestHidden, each.difference);
        m_found.betweenSamples = std::max(m_found.betweenSamples, m_between.agreement);
        m_found.withReference =
            std::max(m_found.withReference,
                     m_withReference.differsInKind ? Agreement::different : m_withReference.agreement);
    }

    void excuse(PointAgreement& point, double rounding) const
    {
        if (point.difference > rounding)
            return;
        point.agreement = isRoundingOfItself(point.difference / point.size, m_epsilon) ? Agreement::same
                                                                                       : Agreement::hidden;
    }

    const Computation::Parts& m_prepared;
    const SamplingPlan& m_plan;
    double m_epsilon;
    /// Of the last point.
    PointAgreement m_between;
    PointAgreement m_withReference;
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
