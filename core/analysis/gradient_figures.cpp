// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gradient_figures.h"

#include "core/analysis/mean_gradient.h"
#include "core/statistics/moments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Five rows for differences, the noise-free gradient, the one without gates.
constexpr std::size_t commonRows = 7;
/// What is kept of every gradient at every point of a batch must fit in memory.
constexpr std::size_t maximumKept = std::size_t{1} << 19;
/// A central difference that may be off by more than this share of the gradient resolves nothing.
constexpr double resolution = 0.05;

/// What is kept of one gradient at one point.
struct PointFigures
{
    bool isFinite = false;
    double mean = 0.0;
    double meanError = 0.0;
    double stddev = 0.0;
    double rmse = 0.0;
    double deviation = 0.0;
    double error = 0.0;
    bool isZero = false;
    std::optional<PointBias> againstMean;
    std::optional<PointBias> againstPathwise;
};

/// What is kept of one point for all gradients.
struct TargetAtPoint
{
    double noiseFree = 0.0;
    double gradientOfMean = 0.0;
    double allowance = 0.0;
    bool hasGradientOfMean = false;
};

double relative(double difference, double size)
{
    return difference == 0.0 ? 0.0 : difference / size;
}

/// One thread's part.
class PointWorker
{
public:
    PointWorker(const Computation::Parts& prepared, const Kernel& kernel)
        : m_rows(prepared, kernel), m_work(prepared.experiment.samples)
    {
    }

    void compute(double x, std::size_t point, const MeanGradient& mean)
    {
        m_rows.compute(x, point);
        mean.compute(m_rows, m_difference);
    }
    [[nodiscard]] double first(std::size_t row) const { return m_rows[row].front(); }
    [[nodiscard]] const CentralDifference& difference() const { return m_difference; }

    [[nodiscard]] PointFigures figuresOf(std::size_t row, std::size_t ungated, double noiseFree)
    {
        const std::span<const double> gradient = m_rows[row];
        const std::optional<Moments> moments = Moments::of(gradient);
        if (!moments || !std::isfinite(noiseFree))
            return {};
        const double size = std::max(std::abs(moments->lowest()), std::abs(moments->highest()));
        const double error =
            std::max(std::abs(moments->highest() - noiseFree), std::abs(moments->lowest() - noiseFree));
        return {.isFinite = true,
                .mean = moments->mean(),
                .meanError = moments->meanError(),
                .stddev = moments->stddev(),
                .rmse = moments->rootMeanSquareAbout(noiseFree),
                .deviation = relative(moments->highest() - moments->lowest(), size),
                .error = relative(error, std::max(size, std::abs(noiseFree))),
                .isZero = size == 0.0,
                .againstMean =
                    m_difference.isFinite ? differenceTo(gradient, m_difference.samples) : std::nullopt,
                .againstPathwise = differenceTo(gradient, m_rows[ungated])};
    }

private:
    /// Sample by sample, so that what the two have in common does not count as error.
    std::optional<PointBias> differenceTo(std::span<const double> gradient, std::span<const double> target)
    {
        std::ranges::transform(gradient, target, m_work.begin(), std::minus{});
        const std::optional<Moments> moments = Moments::of(m_work);
        if (!moments)
            return std::nullopt;
        return PointBias{
            .difference = moments->mean(), .standardError = moments->meanError(), .allowance = 0.0};
    }

    RootSampler m_rows;
    CentralDifference m_difference;
    std::vector<double> m_work;
};

/// Adds up what the points tell of one gradient.
class FiguresOfSweep
{
public:
    FiguresOfSweep(const Computation::Parts& prepared, double gradientScale)
        : m_biases{RmsBias(errorsOf(prepared)), RmsBias(errorsOf(prepared)), RmsBias(errorsOf(prepared))},
          m_rounding(16.0 * epsilonOf(prepared.experiment)),
          m_gradientScale(gradientScale)
    {
    }

    void add(const PointFigures& point, const TargetAtPoint& target)
    {
        if (!point.isFinite)
            return;
        const double bias = point.mean - target.noiseFree;
        ++m_figures.points;
        m_bias += bias * bias;
        m_variance += point.stddev * point.stddev;
        m_squaredError += point.rmse * point.rmse;
        m_mean += point.mean * point.mean;
        m_figures.largestDeviation = std::max(m_figures.largestDeviation, point.deviation);
        m_figures.isZero = m_figures.isZero && point.isZero;
        m_figures.largestError = std::max(m_figures.largestError, point.error);
        addBias(GradientTarget::noiseFree,
                {.difference = bias, .standardError = point.meanError, .allowance = 0.0}, point.mean);
        if (point.againstPathwise)
            addBias(GradientTarget::pathwise, *point.againstPathwise, point.mean);
        if (point.againstMean && isResolved(target)) {
            PointBias againstMean = *point.againstMean;
            againstMean.allowance = target.allowance;
            addBias(GradientTarget::gradientOfMean, againstMean, point.mean);
        }
    }

    [[nodiscard]] GradientFigures result() const
    {
        GradientFigures figures = m_figures;
        const auto n = static_cast<double>(figures.points);
        figures.bias = std::sqrt(m_bias / n);
        figures.stddev = std::sqrt(m_variance / n);
        figures.rmse = std::sqrt(m_squaredError / n);
        figures.snr = std::sqrt(m_mean / n) / figures.stddev;
        for (std::size_t target = 0; target < m_biases.size(); ++target)
            figures.biases.at(target) = m_biases.at(target).result();
        return figures;
    }

private:
    static RmsBias::Errors errorsOf(const Computation::Parts& prepared)
    {
        return prepared.experiment.noise == NoiseAlongSweep::shared ? RmsBias::Errors::shared
                                                                    : RmsBias::Errors::independent;
    }

    [[nodiscard]] bool isResolved(const TargetAtPoint& target) const
    {
        return target.allowance <= resolution * (std::abs(target.gradientOfMean) + m_gradientScale);
    }

    /// Rounding is no bias, though it is the same in all samples.
    void addBias(GradientTarget target, PointBias bias, double mean)
    {
        bias.allowance += m_rounding * std::abs(mean);
        m_biases.at(static_cast<std::size_t>(target)).add(bias);
    }

    GradientFigures m_figures;
    std::array<RmsBias, 3> m_biases;
    double m_rounding;
    double m_gradientScale;
    double m_bias = 0.0;
    double m_variance = 0.0;
    double m_squaredError = 0.0;
    double m_mean = 0.0;
};

/// The root mean square of the gradient of the mean, where there is one.
double scaleOf(std::span<const TargetAtPoint> targets)
{
    double square = 0.0;
    double count = 0.0;
    for (const TargetAtPoint& target : targets) {
        if (!target.hasGradientOfMean)
            continue;
        square += target.gradientOfMean * target.gradientOfMean;
        count += 1.0;
    }
    return count == 0.0 ? 0.0 : std::sqrt(square / count);
}

} // namespace

std::size_t GradientSampling::batchSize() const
{
    const std::size_t byRows = maximumRows(m_prepared, commonRows + 1) - commonRows;
    return std::clamp(maximumKept / m_prepared.experiment.points, std::size_t{1}, byRows);
}

std::optional<std::vector<GradientFigures>>
GradientSampling::sample(std::span<const ValueAndGradient> gradients, Progress& progress,
                         const std::stop_token& stop) const
{
    RootCollection roots;
    const MeanGradient mean(m_prepared, m_ungated.graph, m_ungated.value, roots);
    const ValueAndGradient& noiseFree = m_prepared.noiseFree;
    const std::size_t target = roots.add(noiseFree.graph, std::array{noiseFree.gradient}).front();
    const std::size_t ungated = roots.add(m_ungated.graph, std::array{m_ungated.gradient}).front();
    std::vector<std::size_t> rows;
    for (const ValueAndGradient& each : gradients)
        rows.push_back(roots.add(each.graph, std::array{each.gradient}).front());
    const Kernel kernel = roots.compile();

    const std::vector<double> x = m_prepared.sweepPoints();
    std::vector<TargetAtPoint> targets(x.size());
    std::vector<PointFigures> figures(x.size() * rows.size());
    const auto computePoint = [&](PointWorker& worker, std::size_t point) {
        worker.compute(x[point], point, mean);
        const double noiseFreeGradient = worker.first(target);
        targets[point] = {.noiseFree = noiseFreeGradient,
                          .gradientOfMean = worker.difference().mean,
                          .allowance = worker.difference().allowance,
                          .hasGradientOfMean = worker.difference().isFinite};
        for (std::size_t g = 0; g < rows.size(); ++g)
            figures[point * rows.size() + g] = worker.figuresOf(rows[g], ungated, noiseFreeGradient);
    };
    const auto makeWorker = [&] { return PointWorker(m_prepared, kernel); };
    if (!inParallel(x.size(), makeWorker, computePoint, progress, stop))
        return std::nullopt;

    std::vector<GradientFigures> results;
    const double scale = scaleOf(targets);
    for (std::size_t g = 0; g < rows.size(); ++g) {
        FiguresOfSweep sweep(m_prepared, scale);
        for (std::size_t point = 0; point < x.size(); ++point)
            sweep.add(figures[point * rows.size() + g], targets[point]);
        results.push_back(sweep.result());
    }
    return results;
}

} // namespace sluice
