// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sample_paths.h"

#include "core/experiment/computation_parts.h"
#include "core/experiment/sample_rows.h"

#include <algorithm>

namespace sluice {

namespace {

template <class Real>
std::optional<SamplePaths> pathsOf(const Computation::Parts& parts, std::size_t count,
                                   const std::stop_token& stop)
{
    const std::vector<double> points = parts.sweepPoints();
    const Kernel kernel = parts.roots.compile();
    const Draws draws = parts.draws();
    VariableValues variables = parts.variableValues(kernel);
    SampleRows<Real> rows(kernel, {}, count);
    SamplePaths paths;
    const SamplePaths::Paths empty(count, std::vector<double>(points.size()));
    paths.variants.assign(parts.rows.size(), {.value = empty, .gradient = empty});
    for (std::size_t point = 0; point < points.size(); ++point) {
        if (stop.stop_requested())
            return std::nullopt;
        rows.compute(variables.at(points[point]), draws, point, {.first = 0, .count = count});
        for (std::size_t v = 0; v < parts.rows.size(); ++v) {
            const auto values = rows[parts.rows[v].value];
            const auto gradients = rows[parts.rows[v].gradient];
            for (std::size_t path = 0; path < count; ++path) {
                paths.variants[v].value[path][point] = values[path];
                paths.variants[v].gradient[path][point] = gradients[path];
            }
        }
    }
    return paths;
}

} // namespace

std::optional<SamplePaths> Computation::samplePaths(std::size_t count, const std::stop_token& stop) const
{
    const Experiment& experiment = m_parts->experiment;
    if (experiment.noise != NoiseAlongSweep::shared)
        return std::nullopt;
    count = std::min(count, experiment.samples);
    return experiment.precision == Precision::float32 ? pathsOf<float>(*m_parts, count, stop)
                                                      : pathsOf<double>(*m_parts, count, stop);
}

} // namespace sluice
