// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/attribution.h"

#include "core/analysis/sampling.h"
#include "core/gradient/bound_gates.h"
#include "core/gradient/rewrite.h"
#include "core/operations/operation.h"
#include "core/statistics/confidence.h"
#include "core/statistics/moments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace sluice {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
/// Nodes times samples times points times sources.
constexpr double affordableAttribution = 2e9;
constexpr std::size_t fewestShareSamples = 64;
constexpr std::size_t fewestSharePoints = 5;
/// Where graphs of many sources are laid together, a kernel ends when it is this large.
constexpr std::size_t kernelNodes = 100'000;

ValueAndGradient gatedGradient(const Computation::Parts& prepared, std::span<const std::string> gates)
{
    return valueAndGradient(gated(prepared.program, prepared.output, boundGates(gates, prepared.program)),
                            *prepared.program.findVariable(prepared.input),
                            semanticsOf(prepared.experiment.semantics));
}

/// The gradient alone, free of what it does not need.
struct GradientGraph
{
    Graph graph;
    NodeId root{};
    std::vector<std::string> sources;
};

GradientGraph gradientOf(const ValueAndGradient& graph, const Program& program)
{
    SharedGraph shared;
    const NodeId root = shared.add(graph.graph, std::array{graph.gradient}).front();
    GradientGraph gradient{.graph = shared.graph(), .root = root, .sources = {}};
    std::set<std::string> reaching;
    for (std::size_t i = 0; i < gradient.graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        if (gradient.graph[id].operation->role == Role::draw)
            reaching.insert(gradient.graph.symbol(id));
    }
    for (const NoiseSource& source : program.sources)
        if (reaching.contains(source.name))
            gradient.sources.push_back(source.name);
    return gradient;
}

/// Draws are a function of a source's name: under a name that no text can have, a source has a second stream.
std::string secondStream(const std::string& source)
{
    return source + " (second stream)";
}

/// The gradient with some sources on their second streams.
template <class IsSecond>
std::pair<Graph, NodeId> withSecondStreams(const GradientGraph& gradient, const IsSecond& isSecond)
{
    Graph graph;
    for (std::size_t i = 0; i < gradient.graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = gradient.graph[id];
        if (node.operation->role == Role::draw && isSecond(gradient.graph.symbol(id)))
            graph.appendDraw(*node.operation, secondStream(gradient.graph.symbol(id)));
        else
            graph.appendCopy(gradient.graph, id, node.operands());
    }
    return {std::move(graph), gradient.root};
}

/// A ratio of sums over points with the variance of its numerator's error.
struct Ratio
{
    double numerator = 0.0;
    double denominator = 0.0;
    /// Of numerator - ratio · denominator: of the whole, as each of the points knows only its own part.
    double variance = 0.0;
    double deviation = 0.0;

    [[nodiscard]] Share share(bool isShared) const
    {
        const double value = numerator / denominator;
        const double half =
            reachOf95Percent * (isShared ? deviation : std::sqrt(variance)) / std::abs(denominator);
        return {.value = value, .low = value - half, .high = value + half};
    }
};

/// The mean of an estimator's samples at one point, the variance of that mean, and its covariance with the
/// estimate of the gradient's own variance.
struct PartialVariance
{
    double share = 0.0;
    double shareVariance = 0.0;
    double covariance = 0.0;
};

struct PointVariance
{
    bool isFinite = false;
    /// The sum of all samples' terms, and the largest of them.
    double sum = 0.0;
    double largest = 0.0;
    double variance = 0.0;
    double varianceOfVariance = 0.0;
};

/// Per point of the first-order and of the total estimator.
struct SourceAtPoint
{
    PartialVariance firstOrder;
    PartialVariance total;
};

double squared(double v)
{
    return v * v;
}

/// `sums` has the two samples' sums: its variance gives their covariance. Nothing where one is not finite.
std::optional<PartialVariance> partialVariance(std::span<const double> terms, std::span<double> sums,
                                               std::span<const double> variances, double varianceOfVariance)
{
    std::ranges::transform(terms, variances, sums.begin(), std::plus{});
    const std::optional<Moments> ofTerms = Moments::of(terms);
    const std::optional<Moments> ofSums = Moments::of(sums);
    if (!ofTerms || !ofSums)
        return std::nullopt;
    const double shareVariance = squared(ofTerms->meanError());
    return PartialVariance{.share = ofTerms->mean(),
                           .shareVariance = shareVariance,
                           .covariance =
                               (squared(ofSums->meanError()) - shareVariance - varianceOfVariance) / 2.0};
}

/// What one kernel's rows tell.
struct Batch
{
    Kernel kernel;
    std::size_t first = 0;
    std::vector<std::size_t> swapped;
    std::size_t a = 0;
    std::size_t b = 0;
};

/// One thread's part.
struct Worker
{
    Worker(const Computation::Parts& prepared, const Kernel& kernel)
        : rows(prepared, kernel),
          variances(prepared.experiment.samples),
          terms(prepared.experiment.samples),
          sums(prepared.experiment.samples)
    {
    }

    RootSampler rows;
    std::vector<double> variances;
    std::vector<double> terms;
    std::vector<double> sums;
};

class Attributor
{
public:
    Attributor(const Program& program, const Experiment& experiment, const AttributionOptions& options,
               const std::stop_token& stop)
        : m_prepared(prepared(program, experiment, options.points)),
          m_options(options),
          m_stop(stop),
          m_gradient(gradientOf(gatedGradient(m_prepared, options.gates), m_prepared.program)),
          m_points(chosenPoints())
    {
    }

    std::optional<Attribution> run()
    {
        const std::vector<double> sweep = m_prepared.sweepPoints();
        Attribution attribution;
        attribution.samples = m_prepared.experiment.samples;
        for (const std::size_t point : m_points)
            attribution.x.push_back(sweep[point]);
        attribution.variance.resize(m_points.size());
        m_variances.resize(m_points.size());
        m_shares.resize(m_points.size() * m_gradient.sources.size());
        for (std::size_t first = 0; first < m_gradient.sources.size();) {
            const Batch batch = batchFrom(first);
            if (!sample(batch, sweep))
                return std::nullopt;
            first += batch.swapped.size();
        }
        for (std::size_t p = 0; p < m_points.size(); ++p)
            attribution.variance[p] = m_gradient.sources.empty() ? 0.0
                                      : m_variances[p].isFinite  ? m_variances[p].variance
                                                                 : notANumber;
        const bool isStable = hasStableVariance();
        for (std::size_t source = 0; source < m_gradient.sources.size(); ++source) {
            SourceShare share = shareOf(source);
            if (!std::isfinite(share.total.value) || !std::isfinite(share.firstOrder.value))
                continue;
            share.isTold = isStable && isPossible(share);
            attribution.sources.push_back(std::move(share));
        }
        std::ranges::stable_sort(attribution.sources, std::ranges::greater{},
                                 [](const SourceShare& share) { return share.total.value; });
        return attribution;
    }

private:
    /// The work of so many points and samples.
    static double costOf(const Program& program, std::size_t points, std::size_t samples)
    {
        // Value and gradient are about three times as large as the text.
        return 3.0 * static_cast<double>(program.graph.size()) * static_cast<double>(program.sources.size()) *
               static_cast<double>(points) * static_cast<double>(samples);
    }

    static Computation::Parts prepared(const Program& program, Experiment experiment, std::size_t points)
    {
        experiment = withoutVariants(std::move(experiment), program);
        points = points == 0 ? experiment.points : std::min(points, experiment.points);
        while (experiment.samples > fewestShareSamples &&
               costOf(program, points, experiment.samples) > affordableAttribution)
            experiment.samples = std::max(experiment.samples / 2, fewestShareSamples);
        return {program, std::move(experiment)};
    }

    [[nodiscard]] std::vector<std::size_t> chosenPoints() const
    {
        const std::size_t all = m_prepared.experiment.points;
        std::size_t count = m_options.points == 0 ? all : std::min(all, m_options.points);
        while (count > fewestSharePoints &&
               costOf(m_prepared.program, count, m_prepared.experiment.samples) > affordableAttribution)
            count = std::max(count / 2, fewestSharePoints);
        std::vector<std::size_t> points(count, 0);
        for (std::size_t i = 1; i < count; ++i)
            points[i] = i * (all - 1) / (count - 1);
        return points;
    }

    /// As many sources as one kernel may hold, from this one on.
    [[nodiscard]] Batch batchFrom(std::size_t first) const
    {
        const std::size_t limit = maximumRows(m_prepared, 3) - 2;
        RootCollection roots;
        const auto add = [&](const auto& isSecond) {
            const auto [graph, root] = withSecondStreams(m_gradient, isSecond);
            return roots.add(graph, std::array{root}).front();
        };
        const std::size_t a = add([](const std::string&) { return false; });
        const std::size_t b = add([](const std::string&) { return true; });
        std::vector<std::size_t> swapped;
        const std::size_t perSource = m_gradient.graph.size();
        do {
            const std::string& source = m_gradient.sources[first + swapped.size()];
            swapped.push_back(add([&](const std::string& name) { return name == source; }));
        } while (first + swapped.size() < m_gradient.sources.size() && swapped.size() < limit &&
                 (swapped.size() + 3) * perSource <= kernelNodes);
        return {.kernel = roots.compile(), .first = first, .swapped = std::move(swapped), .a = a, .b = b};
    }

    bool sample(const Batch& batch, std::span<const double> sweep)
    {
        const auto computePoint = [&](Worker& worker, std::size_t p) {
            worker.rows.compute(sweep[m_points[p]], m_points[p]);
            estimate(batch, worker, p);
        };
        const auto sources = static_cast<double>(m_gradient.sources.size());
        Progress progress(m_options.progress, static_cast<double>(batch.first) / sources,
                          static_cast<double>(batch.first + batch.swapped.size()) / sources, m_points.size());
        return inParallel(
            m_points.size(), [&] { return Worker(m_prepared, batch.kernel); }, computePoint, progress,
            m_stop);
    }

    /// With f centred: first order by f_B (f_ABi - f_A) (Saltelli et al. 2010, table 2b), total by
    /// (f_A - f_ABi)² / 2 (Jansen 1999), the variance by (f_A² + f_B²) / 2; ABi is A with source i from B.
    void estimate(const Batch& batch, Worker& worker, std::size_t p)
    {
        const auto a = worker.rows[batch.a];
        const auto b = worker.rows[batch.b];
        const std::size_t count = a.size();
        const std::optional<Moments> ofA = Moments::of(a);
        const std::optional<Moments> ofB = Moments::of(b);
        m_variances[p].isFinite = ofA && ofB && count > 1 && (batch.first == 0 || m_variances[p].isFinite);
        if (!m_variances[p].isFinite)
            return;
        const double mean = ofA->mean() / 2.0 + ofB->mean() / 2.0;
        for (std::size_t s = 0; s < count; ++s)
            worker.variances[s] = (squared(a[s] - mean) + squared(b[s] - mean)) / 2.0;
        const std::optional<Moments> variances = Moments::of(worker.variances);
        if (!variances) {
            m_variances[p].isFinite = false;
            return;
        }
        m_variances[p].variance = variances->mean();
        m_variances[p].largest = variances->highest();
        m_variances[p].sum = variances->mean() * static_cast<double>(count);
        m_variances[p].varianceOfVariance = squared(variances->meanError());
        for (std::size_t i = 0; i < batch.swapped.size(); ++i) {
            const auto ab = worker.rows[batch.swapped[i]];
            for (std::size_t s = 0; s < count; ++s)
                worker.terms[s] = (b[s] - mean) * (ab[s] - a[s]);
            const auto firstOrder = partialOf(worker, p);
            for (std::size_t s = 0; s < count; ++s)
                worker.terms[s] = squared(a[s] - ab[s]) / 2.0;
            const auto total = partialOf(worker, p);
            m_variances[p].isFinite = m_variances[p].isFinite && firstOrder && total;
            if (firstOrder && total)
                sharesAt(p, batch.first + i) = {.firstOrder = *firstOrder, .total = *total};
        }
    }

    [[nodiscard]] std::optional<PartialVariance> partialOf(Worker& worker, std::size_t p) const
    {
        return partialVariance(worker.terms, worker.sums, worker.variances,
                               m_variances[p].varianceOfVariance);
    }

    [[nodiscard]] SourceAtPoint& sharesAt(std::size_t p, std::size_t source)
    {
        return m_shares[p * m_gradient.sources.size() + source];
    }

    /// Whether no single sample decides the variance. Of a point's normal samples the largest makes up about
    /// 2 ln N / N; of those without a variance, whatever their number, a share that doesn't become small.
    [[nodiscard]] bool hasStableVariance() const
    {
        double largest = 0.0;
        double sum = 0.0;
        for (const PointVariance& point : m_variances) {
            if (!point.isFinite)
                continue;
            largest += point.largest;
            sum += point.sum;
        }
        constexpr double limit = 0.05;
        constexpr double limitTimesSamples = 40.0;
        return largest <=
               (limit + limitTimesSamples / static_cast<double>(m_prepared.experiment.samples)) * sum;
    }

    /// A share lies between 0 and 1, and a source causes no more by itself than with all others: all within
    /// the errors of the estimates.
    static bool isPossible(const SourceShare& share)
    {
        const auto isWithinBounds = [](const Share& each) { return each.high >= 0.0 && each.low <= 1.0; };
        return isWithinBounds(share.firstOrder) && isWithinBounds(share.total) &&
               share.firstOrder.low <= share.total.high;
    }

    [[nodiscard]] SourceShare shareOf(std::size_t source)
    {
        SourceShare share{.source = m_gradient.sources[source],
                          .isTold = true,
                          .firstOrder = {},
                          .total = {},
                          .firstOrderAt = {},
                          .totalAt = {}};
        share.firstOrder = overall(source, &SourceAtPoint::firstOrder);
        share.total = overall(source, &SourceAtPoint::total);
        for (std::size_t p = 0; p < m_points.size(); ++p) {
            share.firstOrderAt.push_back(at(p, sharesAt(p, source).firstOrder));
            share.totalAt.push_back(at(p, sharesAt(p, source).total));
        }
        return share;
    }

    [[nodiscard]] Share at(std::size_t p, const PartialVariance& part) const
    {
        if (!m_variances[p].isFinite)
            return {.value = notANumber, .low = notANumber, .high = notANumber};
        Ratio ratio{.numerator = part.share, .denominator = m_variances[p].variance};
        addError(ratio, part, m_variances[p], ratio.numerator / ratio.denominator);
        return ratio.share(false);
    }

    /// The variance of numerator - r · denominator: the delta method for a ratio.
    static void addError(Ratio& ratio, const PartialVariance& part, const PointVariance& variance, double r)
    {
        const double error =
            part.shareVariance - 2.0 * r * part.covariance + r * r * variance.varianceOfVariance;
        ratio.variance += std::max(0.0, error);
        ratio.deviation += std::sqrt(std::max(0.0, error));
    }

    [[nodiscard]] Share overall(std::size_t source, PartialVariance SourceAtPoint::*estimator)
    {
        Ratio ratio;
        for (std::size_t p = 0; p < m_points.size(); ++p) {
            if (!m_variances[p].isFinite)
                continue;
            ratio.numerator += (sharesAt(p, source).*estimator).share;
            ratio.denominator += m_variances[p].variance;
        }
        const double r = ratio.numerator / ratio.denominator;
        for (std::size_t p = 0; p < m_points.size(); ++p)
            if (m_variances[p].isFinite)
                addError(ratio, sharesAt(p, source).*estimator, m_variances[p], r);
        return ratio.share(m_prepared.experiment.noise == NoiseAlongSweep::shared);
    }

    const Computation::Parts m_prepared;
    const AttributionOptions& m_options;
    const std::stop_token& m_stop;
    GradientGraph m_gradient;
    std::vector<std::size_t> m_points;
    std::vector<PointVariance> m_variances;
    std::vector<SourceAtPoint> m_shares;
};

} // namespace

std::optional<Attribution> attribute(const Program& program, const Experiment& experiment,
                                     const AttributionOptions& options, const std::stop_token& stop)
{
    return Attributor(program, experiment, options, stop).run();
}

} // namespace sluice
