// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_reading.h"

#include "core/experiment/computation_parts.h"
#include "core/experiment/named_values.h"
#include "core/experiment/sample_rows.h"
#include "core/gradient/bound_gates.h"
#include "core/gradient/rewrite.h"
#include "core/gradient/value_and_gradient.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace sluice {

namespace {

/// The number below and the one above that a value is changed to, as the precision holds them.
template <class Real>
std::pair<double, double> bothSides(double value)
{
    // The error of rounding, ε|value|/h, and that of the third derivative, h²/6, are then about the same.
    const double h =
        std::cbrt(static_cast<double>(std::numeric_limits<Real>::epsilon())) * std::max(1.0, std::abs(value));
    return {static_cast<double>(static_cast<Real>(value - h)),
            static_cast<double>(static_cast<Real>(value + h))};
}

double variableValue(const Computation::Parts& parts, const std::string& name, double x)
{
    return name == parts.input ? x : parts.texts.front().heldValue(name);
}

/// A variant's gradient by each variable of its text, as rows of a kernel.
struct GradientRows
{
    std::vector<std::size_t> variables;
    std::vector<bool> isDisconnected;
};

/// Of the one variant of these parts; nothing where it was stopped.
std::optional<GradientRows> collectRows(const Computation::Parts& parts, RootCollection& roots,
                                        const std::stop_token& stop)
{
    GradientRows rows;
    const auto add = [&](const ValueAndGradient& graph) {
        rows.variables.push_back(roots.add(graph.graph, std::array{graph.gradient}).front());
        rows.isDisconnected.push_back(graph.isDisconnected);
    };
    const Program& program = parts.program;
    const Semantics& semantics = semanticsOf(parts.experiment.semantics);
    const auto gates = boundGates(parts.experiment.variants.front().gates, program);
    for (const std::string& name : program.variableNames()) {
        if (stop.stop_requested())
            return std::nullopt;
        if (name == parts.input)
            add(parts.variants.front().graph);
        else
            add(valueAndGradient(gated(program, parts.output, gates), *program.findVariable(name),
                                 semantics));
    }
    return rows;
}

template <class Real>
class PointReader
{
public:
    PointReader(const Computation::Parts& all, const Computation::Parts& selected, double x,
                std::size_t point)
        : m_all(all), m_selected(selected), m_x(x), m_point(point)
    {
        m_reading.at = x;
        m_reading.point = point;
        m_reading.samples = std::min(all.experiment.samples, PointReading::mostSamples);
    }

    std::optional<PointReading> read(const std::stop_token& stop)
    {
        RootCollection roots;
        const auto rows = collectRows(m_selected, roots, stop);
        if (!rows)
            return std::nullopt;
        readVariants();
        readGradients(*rows, roots.compile());
        readDifferences();
        return std::move(m_reading);
    }

private:
    [[nodiscard]] SampleRange range() const { return {.first = 0, .count = m_reading.samples}; }

    /// The samples of a kernel's rows; the kernel outlives them.
    [[nodiscard]] SampleRows<Real> samplesOf(const Computation::Parts& parts, const Kernel& kernel) const
    {
        SampleRows<Real> samples(kernel, {}, m_reading.samples);
        samples.compute(NamedValues(parts, kernel, m_x).values(), parts.draws(), m_point, range());
        return samples;
    }

    void readVariants()
    {
        const Kernel kernel = m_all.roots.compile();
        SampleRows<Real> samples = samplesOf(m_all, kernel);
        const std::vector<VariantRows>& rows = m_all.rows;
        std::vector<std::vector<double>> values;
        std::vector<std::vector<double>> gradients;
        for (std::size_t v = 0; v < rows.size(); ++v) {
            const auto value = samples[rows[v].value];
            const auto gradient = samples[rows[v].gradient];
            m_reading.variants.push_back({.name = m_all.variants[v].name,
                                          .isDisconnected = m_all.variants[v].graph.isDisconnected,
                                          .value = m_summariser.summarise(value),
                                          .gradient = m_summariser.summarise(gradient)});
            values.emplace_back(value.begin(), value.end());
            gradients.emplace_back(gradient.begin(), gradient.end());
        }
        m_reading.value = histogramsOf(values);
        m_reading.gradient = histogramsOf(gradients);
    }

    void readGradients(const GradientRows& rows, const Kernel& kernel)
    {
        SampleRows<Real> samples = samplesOf(m_selected, kernel);
        const std::vector<std::string> names = m_selected.program.variableNames();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto gradient = samples[rows.variables[i]];
            VariableReading variable{.name = names[i],
                                     .at = variableValue(m_selected, names[i], m_x),
                                     .isDisconnected = rows.isDisconnected[i],
                                     .gradient = m_summariser.summarise(gradient),
                                     .difference = {},
                                     .sampleGradient = gradient.front()};
            m_reading.variables.push_back(std::move(variable));
        }
    }

    void readDifferences()
    {
        RootCollection roots;
        const ValueAndGradient& graph = m_selected.variants.front().graph;
        const std::size_t row = roots.add(graph.graph, std::array{graph.value}).front();
        const Kernel kernel = roots.compile();
        const NamedValues values(m_selected, kernel, m_x);
        SampleRows<Real> below(kernel, {}, m_reading.samples);
        SampleRows<Real> above(kernel, {}, m_reading.samples);
        for (VariableReading& variable : m_reading.variables) {
            const auto [low, high] = bothSides<Real>(variable.at);
            NamedValues moved = values;
            moved.set(variable.name, low);
            below.compute(moved.values(), m_selected.draws(), m_point, range());
            moved.set(variable.name, high);
            above.compute(moved.values(), m_selected.draws(), m_point, range());
            variable.step = (high - low) / 2.0;
            variable.difference = m_summariser.difference(above[row], below[row], high - low);
            variable.sampleDifference = (above.first(row) - below.first(row)) / (high - low);
        }
    }

    const Computation::Parts& m_all;
    /// The selected variant alone.
    const Computation::Parts& m_selected;
    double m_x;
    std::size_t m_point;
    Summariser m_summariser;
    PointReading m_reading;
};

} // namespace

std::optional<PointReading> readPoint(const Program& program, const Experiment& experiment, double x,
                                      std::size_t point, std::size_t selected, const std::stop_token& stop)
{
    const Computation::Parts all(program, experiment);
    selected = std::min(selected, all.variants.size() - 1);
    const LoneVariant lone = loneVariant(program, experiment, selected);
    const Computation::Parts alone(*lone.program, lone.experiment);
    if (experiment.precision == Precision::float32)
        return PointReader<float>(all, alone, x, point).read(stop);
    return PointReader<double>(all, alone, x, point).read(stop);
}

} // namespace sluice
