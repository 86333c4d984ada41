// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/differentiate.h"
#include "core/operations/table.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace sluice;
using namespace sluice::test;

namespace {

/// A graph over x, written as nested calls.
struct Builder
{
    Graph graph;
    NodeId x = graph.appendVariable("x");

    NodeId operator()(std::string_view name, std::initializer_list<NodeId> operands)
    {
        return graph.append(operationNamed(name), std::vector(operands));
    }
    NodeId number(double value) { return graph.appendConstant(value); }

    std::optional<NodeId> gradientOf(NodeId of)
    {
        return differentiate(graph, of, x, semanticsOf(Framework::tensorflow));
    }
    double gradientAt(NodeId of, double at) { return valueOf(graph, *gradientOf(of), {{"x", at}}); }
};

} // namespace

/// The chain rule over whole graphs, and what stops it.
class TestDifferentiate : public QObject
{
    Q_OBJECT

private slots:
    void ofTheVariableItself()
    {
        Builder build;
        QCOMPARE(build.gradientAt(build.x, 3.0), 1.0);
    }

    void addsUpAllPaths()
    {
        // x·sin(x) + x
        Builder build;
        const NodeId product = build("mul", {build.x, build("sin", {build.x})});
        QCOMPARE(build.gradientAt(build("add", {product, build.x}), 0.8),
                 std::sin(0.8) + 0.8 * std::cos(0.8) + 1.0);
    }

    void countsARepeatedOperandTwice()
    {
        Builder build;
        QCOMPARE(build.gradientAt(build("mul", {build.x, build.x}), 3.0), 6.0);
    }

    void canBeRepeated()
    {
        // x⁴ by squares: 4x³, 12x², 24x, 24.
        Builder build;
        NodeId f = build("square", {build("square", {build.x})});
        for (const double expected : {4.0 * 27, 12.0 * 9, 24.0 * 3, 24.0}) {
            const auto gradient = build.gradientOf(f);
            QVERIFY(gradient.has_value());
            QCOMPARE(valueOf(build.graph, *gradient, {{"x", 3.0}}), expected);
            f = *gradient;
        }
        QVERIFY(!build.gradientOf(f));
    }

    void isDisconnectedBehindAStop()
    {
        Builder build;
        const NodeId stopped = build("stop_gradient", {build("square", {build.x})});
        QVERIFY(!build.gradientOf(build("exp", {stopped})));
        QVERIFY(!build.gradientOf(build.number(2.0)));
        QCOMPARE(build.gradientAt(build("add", {stopped, build.x}), 5.0), 1.0);
    }

    void followsASurrogate()
    {
        // Forward the sign, backward sin: also through what comes after, which sees the forward value.
        Builder build;
        const NodeId surrogate = build("surrogate", {build("sign", {build.x}), build("sin", {build.x})});
        QCOMPARE(build.gradientAt(surrogate, 0.4), std::cos(0.4));
        QCOMPARE(build.gradientAt(build("square", {surrogate}), -0.4), -2.0 * std::cos(0.4));
    }

    /// As measured in the frameworks: where the exponent has come down to 0, TensorFlow multiplies 0 by ∞.
    void higherDerivativesOfAWholePowerAtZero_data()
    {
        QTest::addColumn<int>("exponent");
        QTest::addColumn<int>("order");
        QTest::addColumn<double>("tensorflow");
        QTest::addColumn<double>("others");
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("x**1, second") << 1 << 2 << nan << 0.0;
        QTest::newRow("x**2, second") << 2 << 2 << 2.0 << 2.0;
        QTest::newRow("x**2, third") << 2 << 3 << nan << 0.0;
        QTest::newRow("x**2, fourth") << 2 << 4 << nan << 0.0;
        QTest::newRow("x**3, fourth") << 3 << 4 << nan << 0.0;
    }
    void higherDerivativesOfAWholePowerAtZero()
    {
        QFETCH(int, exponent);
        QFETCH(int, order);
        QFETCH(double, tensorflow);
        QFETCH(double, others);
        for (const Framework framework : {Framework::tensorflow, Framework::pytorch, Framework::jax}) {
            Builder build;
            std::optional<NodeId> derivative =
                build("pow", {build.x, build.number(static_cast<double>(exponent))});
            for (int i = 0; i < order && derivative; ++i)
                derivative = differentiate(build.graph, *derivative, build.x, semanticsOf(framework));
            const double actual = derivative ? valueOf(build.graph, *derivative, {{"x", 0.0}}) : 0.0;
            QVERIFY(isSame(actual, framework == Framework::tensorflow ? tensorflow : others));
        }
    }

    void secondDerivativeThroughASurrogate()
    {
        // z = h(F) with h = exp, F = cos, B = x³: z'' = h''(F)·B'² + h'(F)·B''.
        Builder build;
        const NodeId cube = build("mul", {build.x, build("square", {build.x})});
        const NodeId surrogate = build("surrogate", {build("cos", {build.x}), cube});
        const auto first = build.gradientOf(build("exp", {surrogate}));
        const double x = 0.6;
        const double slope = 3 * x * x;
        const double expected = std::exp(std::cos(x)) * (slope * slope + 6 * x);
        QVERIFY(std::abs(build.gradientAt(*first, x) / expected - 1.0) < 1e-14);
    }

    void resolvesSymbolicGradientsInnermostFirst()
    {
        // grad(grad(x³) · x) = d/dx 3x³ = 9x²
        Builder build;
        const NodeId cube = build("mul", {build.x, build("square", {build.x})});
        const NodeId inner = build("grad", {cube, build.x});
        const NodeId outer = build("grad", {build("mul", {inner, build.x}), build.x});
        const ResolvedGraph resolved = resolveGradients(build.graph, semanticsOf(Framework::tensorflow));
        QCOMPARE(valueOf(resolved.graph, resolved.nodes[index(inner)], {{"x", 2.0}}), 12.0);
        QCOMPARE(valueOf(resolved.graph, resolved.nodes[index(outer)], {{"x", 2.0}}), 36.0);
    }

    void aDisconnectedSymbolicGradientIsZero()
    {
        Builder build;
        const NodeId gradient = build("grad", {build.number(3.0), build.x});
        const ResolvedGraph resolved = resolveGradients(build.graph, semanticsOf(Framework::tensorflow));
        QCOMPARE(valueOf(resolved.graph, resolved.nodes[index(gradient)], {{"x", 2.0}}), 0.0);
    }

    void aLongChainNeedsNoDeepStack()
    {
        Builder build;
        NodeId v = build.x;
        for (int i = 0; i < 200'000; ++i)
            v = build("sin", {v});
        QVERIFY(build.gradientOf(v).has_value());
    }
};

QTEST_APPLESS_MAIN(TestDifferentiate)
#include "tst_differentiate.moc"
