// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_reading.h"

#include "core/experiment/computation_parts.h"
#include "core/experiment/sample_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace sluice {

namespace {

std::vector<std::string> variableNames(const Program& program)
{
    std::vector<std::string> names;
    for (const Input& input : program.inputs)
        names.push_back(input.name);
    for (const Parameter& parameter : program.parameters)
        names.push_back(parameter.name);
    return names;
}

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

/// Values of a kernel's variables by their names.
class NamedValues
{
public:
    NamedValues(const Computation::Parts& parts, const Kernel& kernel, double x) : m_kernel(kernel)
    {
        VariableValues values = parts.variableValues(kernel);
        const std::span<const double> all = values.at(x);
        m_values.assign(all.begin(), all.end());
    }

    [[nodiscard]] std::span<const double> values() const { return m_values; }
    /// The same with another value of one variable.
    [[nodiscard]] std::vector<double> with(const std::string& name, double value) const
    {
        std::vector<double> values = m_values;
        const auto& names = m_kernel.variables();
        if (const auto found = std::ranges::find(names, name); found != names.end())
            values[static_cast<std::size_t>(found - names.begin())] = value;
        return values;
    }

private:
    const Kernel& m_kernel;
    std::vector<double> m_values;
};

double variableValue(const Computation::Parts& parts, const std::string& name, double x)
{
    if (name == parts.input)
        return x;
    if (const auto setting = parts.experiment.settings.find(name); setting != parts.experiment.settings.end())
        return setting->second;
    if (const Input* input = parts.program.findInput(name))
        return input->held;
    return parts.program.findParameter(name)->literal.value;
}

/// The selected variant's gradient by each variable, as rows of the kernel with the variants' own rows.
struct GradientRows
{
    std::vector<VariantRows> variants;
    std::vector<std::size_t> variables;
    std::vector<bool> isDisconnected;
};

/// Nothing where it was stopped.
std::optional<GradientRows> collectRows(const Computation::Parts& parts, std::size_t selected,
                                        RootCollection& roots, const std::stop_token& stop)
{
    GradientRows rows;
    for (const PreparedVariant& variant : parts.variants) {
        const auto added =
            roots.add(variant.graph.graph, std::array{variant.graph.value, variant.graph.gradient});
        rows.variants.push_back({.value = added[0], .gradient = added[1]});
    }
    Experiment single = parts.experiment;
    single.variants = {parts.experiment.variants[selected]};
    single.from.reset();
    single.to.reset();
    for (const std::string& name : variableNames(parts.program)) {
        if (stop.stop_requested())
            return std::nullopt;
        if (name == parts.input) {
            rows.variables.push_back(rows.variants[selected].gradient);
            rows.isDisconnected.push_back(parts.variants[selected].graph.isDisconnected);
            continue;
        }
        single.withRespectTo = name;
        const Computation::Parts by(parts.program, single);
        const ValueAndGradient& graph = by.variants.front().graph;
        rows.variables.push_back(roots.add(graph.graph, std::array{graph.gradient}).front());
        rows.isDisconnected.push_back(graph.isDisconnected);
    }
    return rows;
}

template <class Real>
class PointReader
{
public:
    PointReader(const Computation::Parts& parts, double x, std::size_t point, std::size_t selected)
        : m_parts(parts), m_x(x), m_point(point), m_selected(selected)
    {
        m_reading.at = x;
        m_reading.point = point;
        m_reading.samples = std::min(parts.experiment.samples, PointReading::mostSamples);
    }

    std::optional<PointReading> read(const std::stop_token& stop)
    {
        RootCollection roots;
        const auto rows = collectRows(m_parts, m_selected, roots, stop);
        if (!rows)
            return std::nullopt;
        const Kernel kernel = roots.compile();
        SampleRows<Real> samples(kernel, {}, m_reading.samples);
        samples.compute(NamedValues(m_parts, kernel, m_x).values(), m_parts.draws(), m_point, range());
        readVariants(rows->variants, samples);
        readGradients(*rows, samples);
        readDifferences();
        return std::move(m_reading);
    }

private:
    [[nodiscard]] SampleRange range() const { return {.first = 0, .count = m_reading.samples}; }

    void readVariants(std::span<const VariantRows> rows, const SampleRows<Real>& samples)
    {
        std::vector<std::vector<double>> values;
        std::vector<std::vector<double>> gradients;
        for (std::size_t v = 0; v < rows.size(); ++v) {
            const auto value = samples[rows[v].value];
            const auto gradient = samples[rows[v].gradient];
            m_reading.variants.push_back({.name = m_parts.variants[v].name,
                                          .isDisconnected = m_parts.variants[v].graph.isDisconnected,
                                          .value = m_summariser.summarise(value),
                                          .gradient = m_summariser.summarise(gradient)});
            values.emplace_back(value.begin(), value.end());
            gradients.emplace_back(gradient.begin(), gradient.end());
        }
        m_reading.value = histogramsOf(values);
        m_reading.gradient = histogramsOf(gradients);
    }

    void readGradients(const GradientRows& rows, const SampleRows<Real>& samples)
    {
        const std::vector<std::string> names = variableNames(m_parts.program);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto gradient = samples[rows.variables[i]];
            VariableReading variable{.name = names[i],
                                     .at = variableValue(m_parts, names[i], m_x),
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
        const ValueAndGradient& graph = m_parts.variants[m_selected].graph;
        const std::size_t row = roots.add(graph.graph, std::array{graph.value}).front();
        const Kernel kernel = roots.compile();
        const NamedValues values(m_parts, kernel, m_x);
        SampleRows<Real> below(kernel, {}, m_reading.samples);
        SampleRows<Real> above(kernel, {}, m_reading.samples);
        for (VariableReading& variable : m_reading.variables) {
            const auto [low, high] = bothSides<Real>(variable.at);
            below.compute(values.with(variable.name, low), m_parts.draws(), m_point, range());
            above.compute(values.with(variable.name, high), m_parts.draws(), m_point, range());
            variable.step = (high - low) / 2.0;
            variable.difference = m_summariser.difference(above[row], below[row], high - low);
            variable.sampleDifference = (above[row].front() - below[row].front()) / (high - low);
        }
    }

    const Computation::Parts& m_parts;
    double m_x;
    std::size_t m_point;
    std::size_t m_selected;
    Summariser m_summariser;
    PointReading m_reading;
};

} // namespace

std::optional<PointReading> readPoint(const Program& program, const Experiment& experiment, double x,
                                      std::size_t point, std::size_t selected, const std::stop_token& stop)
{
    const Computation::Parts parts(program, experiment);
    selected = std::min(selected, parts.variants.size() - 1);
    if (experiment.precision == Precision::float32)
        return PointReader<float>(parts, x, point, selected).read(stop);
    return PointReader<double>(parts, x, point, selected).read(stop);
}

} // namespace sluice
