// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"
#include "core/operations/table.h"
#include "core/statistics/streamed_summary.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>
#include <string>

using namespace sluice;
using namespace sluice::test;

namespace {

/// A noise source whose parameters are mostly numbers.
void appendNoise(Graph& graph, std::mt19937& random)
{
    const auto parameter = [&] {
        const std::size_t among = random() % 4 == 0 ? graph.size() : 2;
        return NodeId(static_cast<std::uint32_t>(random() % among));
    };
    const bool isUniform = random() % 2 == 0;
    const NodeId draw{isUniform ? 2U : 3U};
    graph.append(operationNamed(isUniform ? "uniform" : "normal"),
                 std::array{draw, parameter(), parameter()});
}

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
        if (random() % 8 == 0)
            appendNoise(graph, random);
        else if (random() % 2 == 0)
            graph.append(operationNamed(unary[random() % unary.size()]), std::array{pick()});
        else
            graph.append(operationNamed(binary[random() % binary.size()]), std::array{pick(), pick()});
    }
    return graph;
}

/// The plainest evaluator: one number a node, in order.
template <class Real>
std::vector<Real> nodeByNode(const Graph& graph, Real x, Real u, Real n)
{
    std::vector<Real> values(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Node& node = graph.nodes()[i];
        const std::string_view name = node.operation->name;
        std::array<const Real*, Node::maximumArity> operands{};
        for (std::size_t k = 0; k < node.arity; ++k)
            operands[k] = &values[index(node.operandIds[k])];
        if (node.operation->kernels.tile<Real>() != nullptr)
            node.operation->kernels.tile<Real>()(operands.data(), &values[i], 1);
        else
            values[i] = name == "variable"       ? x
                        : name == "constant"     ? static_cast<Real>(node.constant)
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
            compareAt<double>(graph, roots, 1101);
            compareAt<float>(graph, roots, 1101);
        }
    }

    void readsNoiseAsItsDraw_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("operations");
        const QStringList operations{"add", "sub", "mul", "div"};
        for (const QString source : {"uniform", "normal"}) {
            for (const QString& first : operations) {
                const auto add = [&](const QStringList& following) {
                    const QStringList all = QStringList(first) + following;
                    QTest::addRow("%s: %s", qPrintable(source), qPrintable(all.join(' '))) << source << all;
                };
                add({});
                add({"sqrt"});
                if (first == "mul" || first == "div")
                    add({"mul", "mul"});
                for (const QString& second : operations) {
                    add({second});
                    add({second + " after"});
                }
            }
            QTest::addRow("%s: sqrt", qPrintable(source)) << source << QStringList("sqrt");
        }
    }
    /// Chains of which each operand in turn is the source, and the others are tiles or numbers in every way.
    void readsNoiseAsItsDraw()
    {
        QFETCH(QString, source);
        QFETCH(QStringList, operations);
        const bool isRootAlone = operations.first() == "sqrt";
        const int operands = isRootAlone ? 1 : 1 + int(operations.size()) - int(operations.contains("sqrt"));
        for (int noise = 0; noise < operands; ++noise)
            for (unsigned numbers = 0; numbers < 1U << operands; ++numbers) {
                if (((numbers >> noise) & 1U) != 0)
                    continue;
                Graph graph;
                const NodeId root = appendChain(graph, source, operations, noise, numbers);
                QCOMPARE(Kernel(graph, std::array{root}).instructionsPerTile(), 1U);
                compareAt<double>(graph, std::array{root}, 133);
                compareAt<float>(graph, std::array{root}, 133);
            }
    }

    void storesASourceThatIsWantedAsTile_data()
    {
        QTest::addColumn<QStringList>("readers");
        QTest::addColumn<int>("instructions");
        QTest::newRow("three that shift and scale") << QStringList{"add", "sub", "mul"} << 3;
        QTest::newRow("many") << QStringList{"add", "sub", "mul", "div"} << 5;
        QTest::newRow("a function") << QStringList{"add", "tanh"} << 3;
        QTest::newRow("twice in one") << QStringList{"square of mul"} << 2;
        QTest::newRow("a root") << QStringList{"add", "root"} << 2;
    }
    void storesASourceThatIsWantedAsTile()
    {
        QFETCH(QStringList, readers);
        QFETCH(int, instructions);
        Graph graph;
        const NodeId x = graph.appendVariable("x");
        const NodeId draw = graph.appendDraw(operationNamed("normal draw"), "n");
        const NodeId noise = graph.append(operationNamed("normal"), std::array{draw, x, x});
        std::vector<NodeId> roots;
        for (const QString& reader : readers) {
            if (reader == "root")
                roots.push_back(noise);
            else if (reader == "tanh")
                roots.push_back(graph.append(operationNamed("tanh"), std::array{noise}));
            else if (reader == "square of mul")
                roots.push_back(graph.append(operationNamed("mul"), std::array{noise, noise}));
            else
                roots.push_back(graph.append(operationNamed(reader.toStdString()), std::array{noise, x}));
        }
        QCOMPARE(Kernel(graph, roots).instructionsPerTile(), std::size_t(instructions));
        compareAt<double>(graph, roots, 133);
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

    void tilesDivideTheBlocksOfAStream()
    {
        const std::size_t smallestBlock = StreamedSummary::blockSizeFor(std::size_t{1} << 33U);
        Graph graph;
        std::vector<NodeId> sources;
        for (int source = 0; source < 40; ++source) {
            sources.push_back(graph.appendDraw(operationNamed("uniform draw"), "u" + std::to_string(source)));
            QCOMPARE(smallestBlock % Kernel(graph, sources).tileWidth(), 0U);
        }
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
    /// The operations one after the other, each of the value so far and of another operand; "after" where
    /// that comes first.
    static NodeId appendChain(Graph& graph, const QString& source, const QStringList& operations, int noise,
                              unsigned numbers)
    {
        const NodeId x = graph.appendVariable("x");
        const NodeId scale = graph.appendConstant(0.3);
        const NodeId u = graph.appendDraw(operationNamed("uniform draw"), "u");
        const NodeId n = graph.appendDraw(operationNamed("normal draw"), "n");
        const bool isUniform = source == "uniform";
        const auto operand = [&](int k) {
            if (k == noise)
                return graph.append(operationNamed(source.toStdString()),
                                    std::array{isUniform ? u : n, x, scale});
            return ((numbers >> k) & 1U) != 0 ? x : isUniform ? n : u;
        };
        NodeId value = operand(0);
        int next = 1;
        for (const QString& step : operations) {
            const Operation& operation = operationNamed(step.section(' ', 0, 0).toStdString());
            if (operation.arity == 1) {
                value = graph.append(operation, std::array{value});
                continue;
            }
            const NodeId other = operand(next++);
            value = graph.append(operation, step.endsWith("after") ? std::array{other, value}
                                                                   : std::array{value, other});
        }
        return value;
    }

    template <class Real>
    static void compareAt(const Graph& graph, std::span<const NodeId> roots, std::size_t samples)
    {
        const Kernel kernel(graph, roots);
        Evaluator<Real> evaluator(kernel);
        const Draws draws(5, false);
        std::vector<std::vector<double>> rows(roots.size(), std::vector<double>(samples));
        const std::vector<std::span<double>> results(rows.begin(), rows.end());
        std::vector<Real> u(samples);
        std::vector<Real> n(samples);
        for (const std::size_t point : {std::size_t{0}, std::size_t{3}}) {
            const double x = 0.25 + static_cast<double>(point);
            draws.fill(drawLeaf(operationNamed("uniform draw"), "u"), point, 0, std::span(u));
            draws.fill(drawLeaf(operationNamed("normal draw"), "n"), point, 0, std::span(n));
            const std::vector<double> variables(kernel.variables().size(), x);
            evaluator.run(variables, draws, point, samples, results);
            for (const std::size_t sample : {std::size_t{0}, std::size_t{1}, samples / 2, samples - 1}) {
                const std::vector<Real> expected =
                    nodeByNode(graph, static_cast<Real>(x), u[sample], n[sample]);
                for (std::size_t r = 0; r < roots.size(); ++r)
                    QVERIFY(
                        isSame(rows[r][kernel.roots()[r].isScalar ? 0 : sample], expected[index(roots[r])]));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestKernel)
#include "tst_kernel.moc"
