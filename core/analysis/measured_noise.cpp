// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/measured_noise.h"

#include "core/analysis/agreement.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/rounding_probe.h"
#include "core/evaluation/evaluator.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

namespace sluice {

namespace {

/// Most of what varies shows it at one point in a few samples; only the rest is sampled further.
constexpr std::size_t firstSamples = 64;
constexpr std::size_t furtherPoints = 41;
/// Nodes times samples, for all further points together.
constexpr double affordable = 1e8;

/// What the samples of a node have shown so far.
enum class Shown : std::uint8_t
{
    nothing, ///< none was finite
    same,
    varying
};

/// The finite samples of a point.
struct Spread
{
    double lowest = 0.0;
    double highest = 0.0;
    std::size_t finite = 0;

    explicit Spread(std::span<const double> samples)
    {
        for (const double sample : samples) {
            if (!std::isfinite(sample))
                continue;
            lowest = finite == 0 ? sample : std::min(lowest, sample);
            highest = finite == 0 ? sample : std::max(highest, sample);
            ++finite;
        }
    }
    [[nodiscard]] double width() const { return highest - lowest; }
    [[nodiscard]] bool isRounding(double epsilon) const
    {
        const double size = std::max(std::abs(lowest), std::abs(highest));
        return width() == 0.0 || isRoundingOfItself(width() / size, epsilon);
    }
};

/// What the samples of a root at one point show. `error` says how large their rounding errors may be.
template <class Error>
Shown shownBy(std::span<const double> samples, double epsilon, const Error& error)
{
    const Spread spread(samples);
    if (spread.finite == 0)
        return Shown::nothing;
    if (spread.finite < samples.size())
        return Shown::varying;
    return spread.isRounding(epsilon) || spread.width() <= 2.0 * error() ? Shown::same : Shown::varying;
}

/// Samples a kernel's roots until they have shown that they vary.
template <class Real>
void sampleRoots(const Computation::Parts& prepared, const Kernel& kernel, std::size_t points,
                 std::size_t samples, std::span<Shown> shown, const std::stop_token& stop)
{
    std::vector<std::vector<double>> values(kernel.roots().size(), std::vector<double>(samples));
    const std::vector<std::span<double>> results(values.begin(), values.end());
    const std::vector<std::span<const double>> rows(values.begin(), values.end());
    Evaluator<Real> evaluator(kernel, samples);
    VariableValues variables = prepared.variableValues(kernel);
    const Draws draws = prepared.draws();
    RoundingProbe probe(prepared, kernel, samples);
    const auto doAllVary = [&] {
        return std::ranges::all_of(shown, [](Shown each) { return each == Shown::varying; });
    };
    for (const std::size_t point : spreadPoints(prepared.experiment.points, points)) {
        if (stop.stop_requested() || doAllVary())
            return;
        const double x = sweepPoint(prepared, point);
        evaluator.run(variables.at(x), draws, point, samples, results);
        std::optional<std::span<const double>> errors;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (shown[r] == Shown::varying)
                continue;
            const auto error = [&] {
                if (!errors)
                    errors = probe.errorsAt(x, point, rows);
                return (*errors)[r];
            };
            const std::size_t count = kernel.roots()[r].isScalar ? 1 : samples;
            const Shown now = shownBy(rows[r].first(count), std::numeric_limits<Real>::epsilon(), error);
            shown[r] = std::max(shown[r], now);
        }
    }
}

void sampleNodes(const Computation::Parts& prepared, const Graph& graph, std::span<const NodeId> nodes,
                 std::size_t points, std::size_t samples, std::span<Shown> shown, const std::stop_token& stop)
{
    RootCollection roots;
    const std::vector<std::size_t> rows = roots.add(graph, nodes);
    const Kernel kernel = roots.compile();
    if (samples == 0) {
        const auto cost = static_cast<double>(graph.size() * points);
        samples = static_cast<std::size_t>(
            std::clamp(affordable / cost, static_cast<double>(firstSamples),
                       static_cast<double>(std::max(prepared.experiment.samples, fewSamples))));
    }
    std::vector<Shown> ofRows(kernel.roots().size(), Shown::nothing);
    if (prepared.experiment.precision == Precision::float32)
        sampleRoots<float>(prepared, kernel, points, samples, ofRows, stop);
    else
        sampleRoots<double>(prepared, kernel, points, samples, ofRows, stop);
    for (std::size_t n = 0; n < nodes.size(); ++n)
        shown[n] = ofRows[rows[n]];
}

} // namespace

std::vector<bool> varyInSamples(const Computation::Parts& prepared, const Graph& graph,
                                std::span<const NodeId> nodes, const std::stop_token& stop)
{
    std::vector<Shown> first(nodes.size());
    if (nodes.empty())
        return {};
    sampleNodes(prepared, graph, nodes, 1, firstSamples, first, stop);
    std::vector<NodeId> left;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (first[n] != Shown::varying)
            left.push_back(nodes[n]);
    std::vector<Shown> further(left.size());
    if (!left.empty())
        sampleNodes(prepared, graph, left, std::min(furtherPoints, prepared.experiment.points), 0, further,
                    stop);
    std::vector<bool> vary;
    vary.reserve(first.size());
    auto next = further.begin();
    for (const Shown each : first)
        vary.push_back(each == Shown::varying || *next++ != Shown::same || stop.stop_requested());
    return vary;
}

void markWhatDoesNotVary(Derivation& derivation, const Computation::Parts& prepared,
                         const std::stop_token& stop)
{
    std::vector<NodeId> nodes;
    for (const Factor& factor : derivation.factors) {
        if (factor.carried != Carried::noisy || !factor.flow)
            continue;
        nodes.push_back(factor.local);
        nodes.push_back(factor.flow->flow);
    }
    const std::vector<bool> vary = varyInSamples(prepared, derivation.graph, nodes, stop);
    auto answer = vary.begin();
    for (Factor& factor : derivation.factors) {
        if (factor.carried != Carried::noisy || !factor.flow)
            continue;
        factor.isSeenToVary = *answer++;
        if (!*answer++)
            factor.carried = Carried::noiseNotSeen;
    }
}

} // namespace sluice
