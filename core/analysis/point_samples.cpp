// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_samples.h"

#include "core/evaluation/evaluator.h"
#include "core/experiment/computation_parts.h"

#include <algorithm>
#include <array>
#include <span>

namespace sluice {

namespace {

template <class Real>
PointSamples run(const Computation::Parts& parts, const Kernel& kernel, double x, std::size_t point)
{
    const std::size_t count = std::min(parts.experiment.samples, PointSamples::most);
    PointSamples samples{std::vector<double>(count), std::vector<double>(count)};
    const std::array<std::span<double>, 2> rows{samples.value, samples.gradient};
    VariableValues variables = parts.variableValues(kernel);
    Evaluator<Real> evaluator(kernel, count);
    evaluator.run(variables.at(x), parts.draws(), point, count, std::span(rows).first(kernel.roots().size()));
    for (std::size_t row = 0; row < kernel.roots().size(); ++row)
        if (kernel.roots()[row].isScalar)
            std::ranges::fill(rows[row], rows[row].front());
    return samples;
}

} // namespace

PointSamples samplesAt(const Program& program, const Experiment& experiment, double x, std::size_t point)
{
    Experiment single = experiment;
    single.variants.resize(1);
    const Computation::Parts parts(program, single);
    const ValueAndGradient& variant = parts.variants.front().graph;
    const std::array roots{variant.value, variant.gradient};
    RootCollection collection;
    const std::vector<std::size_t> rows = collection.add(variant.graph, roots);
    const Kernel kernel = collection.compile();
    PointSamples samples = single.precision == Precision::float32 ? run<float>(parts, kernel, x, point)
                                                                  : run<double>(parts, kernel, x, point);
    // A value that is its own gradient has one row for both.
    if (rows[0] == rows[1])
        samples.gradient = samples.value;
    return samples;
}

} // namespace sluice
