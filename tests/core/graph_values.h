// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluator.h"
#include "core/gradient/differentiate.h"
#include "core/language/program.h"
#include "core/operations/table.h"
#include "tests/core/same_values.h"

#include <QTest>

#include <array>
#include <map>
#include <string>

namespace sluice::test {

/// The program of a text that has no errors; a failing test where it has.
inline Program programOf(std::string_view text)
{
    Reading reading = read(text);
    for (const Diagnostic& diagnostic : reading.diagnostics)
        if (diagnostic.severity == Severity::error)
            QTest::qFail(formatted(diagnostic, "<text>", text).c_str(), __FILE__, __LINE__);
    return reading.program ? std::move(*reading.program) : Program{};
}

/// A node's value where the variables have these values and every draw is `draw`.
inline double valueOf(const Graph& graph, NodeId node, const std::map<std::string, double>& variables,
                      double draw = 0.0)
{
    const Kernel kernel(graph, std::array{node});
    Draws draws(0, false);
    for (const DrawLeaf& leaf : kernel.draws())
        draws.give(leaf.name, {draw});
    std::vector<double> values;
    for (const std::string& name : kernel.variables())
        values.push_back(variables.at(name));
    double result = 0.0;
    const std::array results{std::span(&result, 1)};
    Evaluator<double>(kernel).run(values, draws, 0, 1, results);
    return result;
}

} // namespace sluice::test
