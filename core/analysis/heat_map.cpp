// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/heat_map.h"

#include "core/analysis/sampling.h"
#include "core/experiment/computation_parts.h"
#include "core/experiment/named_values.h"
#include "core/experiment/prepared_text.h"
#include "core/experiment/sample_rows.h"
#include "core/statistics/confidence.h"
#include "core/statistics/summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <span>

namespace sluice {

namespace {

HeatMapCell cellOf(double value, double error)
{
    return {
        .value = value, .low = value - reachOf95Percent * error, .high = value + reachOf95Percent * error};
}

/// What all threads share: the variant, and beside it the gradient without gates.
struct MapParts
{
    MapParts(const Program& program, const Experiment& experiment)
        : parts(program, experiment), kernel(parts.roots.compile()), valueKernel(parts.valueRoots.compile())
    {
    }

    Computation::Parts parts;
    Kernel kernel;
    Kernel valueKernel;
};

/// What one thread computes cells with.
template <class Real>
class CellWorker
{
public:
    CellWorker(const MapParts& map, const HeatMapRequest& request, std::size_t samples)
        : m_map(map),
          m_request(request),
          m_range{.first = 0, .count = samples},
          m_rows(map.kernel, {}, samples),
          m_sweptAt(request.sweptAt.value_or(std::midpoint(map.parts.from, map.parts.to))),
          m_variables(map.parts, map.kernel, m_sweptAt)
    {
        if (needsDifferences())
            m_differences = std::make_unique<Differences>(map, samples, m_sweptAt);
    }

    [[nodiscard]] HeatMapCell compute(std::size_t across, std::size_t up)
    {
        const std::size_t point = up * m_request.across.cells + across;
        place(m_variables, across, up);
        m_rows.compute(m_variables.values(), m_map.parts.draws(), point, m_range);
        const auto gradient = m_rows[m_map.parts.rows[0].gradient];
        if (m_request.quantity == HeatMapQuantity::bias)
            return biasOf(gradient, across, up, point);
        const Summary summary = m_summariser.summarise(gradient);
        return m_request.quantity == HeatMapQuantity::gradient ? cellOf(summary.mean, summary.meanError)
                                                               : cellOf(summary.stddev, summary.stddevError);
    }

private:
    struct Differences
    {
        Differences(const MapParts& map, std::size_t samples, double swept)
            : variables(map.parts, map.valueKernel, swept),
              above(map.valueKernel, {}, samples),
              below(map.valueKernel, {}, samples),
              samples(samples)
        {
        }

        NamedValues variables;
        SampleRows<Real> above;
        SampleRows<Real> below;
        std::vector<double> samples;
    };

    [[nodiscard]] bool needsDifferences() const
    {
        return m_request.quantity == HeatMapQuantity::bias &&
               m_request.target == GradientTarget::gradientOfMean;
    }

    void place(NamedValues& variables, std::size_t across, std::size_t up) const
    {
        variables.set(m_request.across.name, m_request.across.at(across));
        variables.set(m_request.up.name, m_request.up.at(up));
    }

    [[nodiscard]] HeatMapCell biasOf(std::span<const double> gradient, std::size_t across, std::size_t up,
                                     std::size_t point)
    {
        if (m_request.target == GradientTarget::noiseFree) {
            const Summary summary = m_summariser.summarise(gradient);
            const double target = m_rows.first(m_map.parts.noiseFreeRows.gradient);
            return cellOf(summary.mean - target, summary.meanError);
        }
        const auto target = m_request.target == GradientTarget::pathwise
                                ? m_rows[m_map.parts.rows[1].gradient]
                                : differences(across, up, point);
        const Estimate bias = m_summariser.difference(gradient, target, 1.0);
        return cellOf(bias.value, bias.error);
    }

    /// Of the value, sample by sample, around the cell.
    [[nodiscard]] std::span<const double> differences(std::size_t across, std::size_t up, std::size_t point)
    {
        Differences& d = *m_differences;
        const Computation::Parts& parts = m_map.parts;
        const double h = parts.differenceStep;
        const auto center = sweptValue(across, up);
        const std::size_t row = parts.valueRows[0];
        place(d.variables, across, up);
        d.variables.set(parts.input, center + h);
        d.above.compute(d.variables.values(), parts.draws(), point, m_range);
        d.variables.set(parts.input, center - h);
        d.below.compute(d.variables.values(), parts.draws(), point, m_range);
        const auto above = d.above[row];
        const auto below = d.below[row];
        for (std::size_t s = 0; s < d.samples.size(); ++s)
            d.samples[s] = (above[s] - below[s]) / (2.0 * h);
        return d.samples;
    }

    [[nodiscard]] double sweptValue(std::size_t across, std::size_t up) const
    {
        const std::string& input = m_map.parts.input;
        if (m_request.across.name == input)
            return m_request.across.at(across);
        if (m_request.up.name == input)
            return m_request.up.at(up);
        return m_sweptAt;
    }

    const MapParts& m_map;
    const HeatMapRequest& m_request;
    SampleRange m_range;
    SampleRows<Real> m_rows;
    double m_sweptAt;
    NamedValues m_variables;
    std::unique_ptr<Differences> m_differences;
    Summariser m_summariser;
};

template <class Real>
bool fillCells(const MapParts& map, HeatMap& made, const std::function<void(double)>& progress,
               const std::stop_token& stop)
{
    const std::size_t columns = made.request.across.cells;
    const std::size_t rows = made.request.up.cells;
    Progress counted(progress, 0.0, 1.0, rows);
    return inParallel(
        rows, [&] { return std::make_unique<CellWorker<Real>>(map, made.request, made.samples); },
        [&](std::unique_ptr<CellWorker<Real>>& worker, std::size_t up) {
            for (std::size_t across = 0; across < columns && !stop.stop_requested(); ++across)
                made.cells[up * columns + across] = worker->compute(across, up);
        },
        counted, stop);
}

} // namespace

HeatMapAxis usualAxis(const std::shared_ptr<const Program>& program, const Experiment& experiment,
                      const std::string& name)
{
    const PreparedText text = resolvedIn(program, experiment, name);
    const auto [low, high] = usualRange(text);
    const std::string swept = experiment.withRespectTo.value_or(program->withRespectTo);
    const bool isSwept = variableName(*program, swept) == text.input;
    return {.name = name,
            .from = isSwept ? experiment.from.value_or(low) : low,
            .to = isSwept ? experiment.to.value_or(high) : high};
}

std::optional<HeatMap> heatMapOf(const Program& program, const Experiment& experiment,
                                 const HeatMapRequest& request, const std::function<void(double)>& progress,
                                 const std::stop_token& stop)
{
    if (request.variant < experiment.variants.size() && hasOwnTexts(experiment)) {
        const LoneVariant alone = loneVariant(program, experiment, request.variant);
        HeatMapRequest ofAlone = request;
        ofAlone.variant = 0;
        auto map = heatMapOf(*alone.program, alone.experiment, ofAlone, progress, stop);
        if (map)
            map->request.variant = request.variant;
        return map;
    }
    for (const HeatMapAxis* axis : {&request.across, &request.up})
        if (!program.findVariable(axis->name))
            throw ExperimentError(
                Phrase::of("the text has no input or parameter named `%1` to map over", {axis->name}));
    if (request.variant >= experiment.variants.size() || request.across.cells == 0 || request.up.cells == 0)
        throw ExperimentError(Phrase::of("a map needs a variant and at least one cell"));
    Experiment pair = experiment;
    pair.variants = {experiment.variants[request.variant], Variant{nameOfGates({}), {}}};
    const MapParts map(program, pair);
    HeatMap made{.request = request,
                 .output = map.parts.outputName,
                 .input = map.parts.input,
                 .isDisconnected = map.parts.variants.front().graph.isDisconnected,
                 .samples = std::min(request.samples, experiment.samples),
                 .cells = std::vector<HeatMapCell>(request.across.cells * request.up.cells)};
    const bool isWhole = experiment.precision == Precision::float32
                             ? fillCells<float>(map, made, progress, stop)
                             : fillCells<double>(map, made, progress, stop);
    return isWhole ? std::optional(std::move(made)) : std::nullopt;
}

} // namespace sluice
