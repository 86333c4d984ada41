// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"
#include "core/operations/table.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

using namespace sluice;
using namespace sluice::test;

namespace {

/// A random graph over x, a constant and two draws, of operations that kernels compute in company and alone.
Graph randomGraph(std::mt19937& random, std::size_t size)
{
    Graph graph;
    graph.appendVariable("x");
    graph.appendConstant(0.3);
    graph.appendDraw(operationNamed("uniform draw"), "u");
    graph.appendDraw(operationNamed("normal draw"), "n");
    const std::array unary{"sin", "cos", "tanh", "tanh slope", "sigmoid", "sigmoid slope", "sqrt", "neg"};
    const std::array binary{"add", "sub", "mul", "mul", "div", "maximum"};
    while (graph.size() < size) {
        const auto pick = [&] { return NodeId(static_cast<std::uint32_t>(random() % graph.size())); };
        if (random() % 2 == 0)
            graph.append(operationNamed(unary[random() % unary.size()]), std::array{pick()});
        else
            graph.append(operationNamed(binary[random() % binary.size()]), std::array{pick(), pick()});
    }
    return graph;
}

/// The plainest evaluator: one number a node, in order.
std::vector<double> nodeByNode(const Graph& graph, double x, double u, double n)
{
    std::vector<double> values(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Node& node = graph.nodes()[i];
        const std::string_view name = node.operation->name;
        std::array<const double*, Node::maximumArity> operands{};
        for (std::size_t k = 0; k < node.arity; ++k)
            operands[k] = &values[index(node.operandIds[k])];
        if (node.operation->kernels.tile<double>() != nullptr)
            node.operation->kernels.tile<double>()(operands.data(), &values[i], 1);
        else
            values[i] = name == "variable"       ? x
                        : name == "constant"     ? node.constant
                        : name == "uniform draw" ? u
                                                 : n;
    }
    return values;
}

} // namespace

/// The kernel computes what its graph says, whatever it shares, hoists or stores where.
class TestKernel : public QObject
{
    Q_OBJECT

private slots:
    void equalsNodeByNode()
    {
        std::mt19937 random(1);
        for (int trial = 0; trial < 1000; ++trial) {
            const Graph graph = randomGraph(random, 5 + random() % 60);
            std::vector<NodeId> roots;
            for (int r = 0; r < 3; ++r)
                roots.push_back(NodeId(static_cast<std::uint32_t>(random() % graph.size())));
            compareAt(graph, roots, 1101);
        }
    }

    void hoistsWhatHasNoNoise()
    {
        Graph graph;
        const NodeId x = graph.appendVariable("x");
        const NodeId u = graph.appendDraw(operationNamed("uniform draw"), "u");
        const NodeId sine = graph.append(operationNamed("sin"), std::array{x});
        const NodeId noisy = graph.append(operationNamed("mul"), std::array{sine, u});
        const Kernel kernel(graph, std::array{sine, noisy});
        QVERIFY(kernel.roots()[0].isScalar);
        QVERIFY(!kernel.roots()[1].isScalar);
    }

    void leavesThatNobodyReadsAreStillListed()
    {
        Graph graph;
        const NodeId x = graph.appendVariable("x");
        graph.appendVariable("a");
        const Kernel kernel(graph, std::array{x});
        QCOMPARE(kernel.variables().size(), 2U);
    }

    void singlePrecisionIsSinglePrecision()
    {
        // exp(100) is infinite in single precision alone.
        Graph graph;
        const NodeId root = graph.append(operationNamed("exp"), std::array{graph.appendVariable("x")});
        const Kernel kernel(graph, std::array{root});
        double result = 0.0;
        const std::array results{std::span(&result, 1)};
        const std::array x{100.0};
        Evaluator<float>(kernel).run(x, Draws(1, false), 0, 1, results);
        QVERIFY(std::isinf(result));
        Evaluator<double>(kernel).run(x, Draws(1, false), 0, 1, results);
        QCOMPARE(result, std::exp(100.0));
    }

private:
    static void compareAt(const Graph& graph, std::span<const NodeId> roots, std::size_t samples)
    {
        const Kernel kernel(graph, roots);
        Evaluator<double> evaluator(kernel);
        const Draws draws(5, false);
        std::vector<std::vector<double>> rows(roots.size(), std::vector<double>(samples));
        const std::vector<std::span<double>> results(rows.begin(), rows.end());
        std::vector<double> u(samples);
        std::vector<double> n(samples);
        for (const std::size_t point : {std::size_t{0}, std::size_t{3}}) {
            const double x = 0.25 + static_cast<double>(point);
            draws.fill(drawLeaf(operationNamed("uniform draw"), "u"), point, 0, u);
            draws.fill(drawLeaf(operationNamed("normal draw"), "n"), point, 0, n);
            evaluator.run(std::array{x}, draws, point, samples, results);
            for (const std::size_t sample : {std::size_t{0}, std::size_t{1}, samples / 2, samples - 1}) {
                const std::vector<double> expected = nodeByNode(graph, x, u[sample], n[sample]);
                for (std::size_t r = 0; r < roots.size(); ++r)
                    QVERIFY(
                        isSame(rows[r][kernel.roots()[r].isScalar ? 0 : sample], expected[index(roots[r])]));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestKernel)
#include "tst_kernel.moc"
