// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"
#include "core/evaluation/shared_graph.h"
#include "core/gradient/rewrite.h"
#include "core/gradient/value_and_gradient.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr std::size_t points = 9;
constexpr std::size_t samples = 700;

/// Values and gradients of a text's output over its range, in one row.
template <class Real>
std::vector<double> computed(const Program& program, InstructionSet set)
{
    const ValueAndGradient graph = valueAndGradient(
        gated(program, program.output, {}), *program.findVariable("x"), semanticsOf(Framework::tensorflow));
    SharedGraph shared;
    const std::vector<NodeId> roots = shared.add(graph.graph, std::array{graph.value, graph.gradient});
    const Kernel kernel(shared.graph(), roots, set);
    Evaluator<Real> evaluator(kernel);
    const Draws draws(1, false);
    std::vector<double> all(2 * points * samples);
    for (std::size_t point = 0; point < points; ++point) {
        const std::span<double> value(all.data() + 2 * point * samples, samples);
        const std::span<double> gradient(value.data() + samples, samples);
        const double x = -2.0 + 4.0 * static_cast<double>(point) / (points - 1);
        evaluator.run(std::array{x}, draws, point, samples, std::array{value, gradient});
    }
    return all;
}

const char* const layers = "x = input(-2, 2)\n"
                           "v = x\n"
                           "for i in range(24):\n"
                           "    w = 1.1 + 0.3*sin(1.7*i)\n"
                           "    b = 0.2*cos(2.3*i)\n"
                           "    v = tanh(w*v + b)*normal(1, 0.1)\n"
                           "output(v)\n";

} // namespace

/// A packaged program takes the instruction set that it finds; its results must not depend on which.
class TestInstructionSets : public QObject
{
    Q_OBJECT

private slots:
    void agree_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("tolerance"); // relative to max(1, |v|)
        QTest::newRow("exactly rounded operations alone")
            << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nw = normal(0, 1)\n"
               "z = sqrt(x*x*u)/(1 + w*w) - 0.1*x*u + w\n"
            << 0.0;
        QTest::newRow("origin")
            << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nyu = y*u\nz = sqrt(yu)\n"
            << 0.0;
        QTest::newRow("deep") << layers << 1e-12;
        QTest::newRow("trans") << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nn = normal(0, 0.1)\n"
                                  "z = exp(-x**2*u)*sin(3*x + n) + log(1 + exp(x*u))\n"
                               << 1e-12;
    }
    void agree()
    {
        QFETCH(QString, text);
        QFETCH(double, tolerance);
        const Program program = programOf(text.toStdString());
        compare(computed<double>(program, InstructionSet::baseline), program, tolerance);
    }

private:
    static void compare(const std::vector<double>& baseline, const Program& program, double tolerance)
    {
        for (const InstructionSet set : allInstructionSets) {
            if (!isSupported(set))
                continue;
            const std::vector<double> other = computed<double>(program, set);
            for (std::size_t i = 0; i < baseline.size(); ++i) {
                if (tolerance == 0.0)
                    QVERIFY(isSame(other[i], baseline[i]));
                else
                    QVERIFY(std::abs(other[i] - baseline[i]) <=
                            tolerance * std::max(1.0, std::abs(baseline[i])));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestInstructionSets)
#include "tst_instruction_sets.moc"
