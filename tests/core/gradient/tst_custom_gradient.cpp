// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/value_and_gradient.h"
#include "core/graph/substitute.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sluice;
using namespace sluice::test;

namespace {

ValueAndGradient differentiated(const Program& program, const QString& gates = {})
{
    std::vector<BoundGate> bound;
    for (const QString& gate : gates.split(' ', Qt::SkipEmptyParts))
        for (const BoundGate& one : bind(parseGate(gate.toStdString()).value(), program))
            bound.push_back(one);
    return valueAndGradient(gated(program, program.output, bound),
                            *program.findVariable(program.withRespectTo), semanticsOf(Framework::tensorflow));
}

bool isClose(double actual, double expected)
{
    return std::abs(actual - expected) <= 1e-14 * std::max(1.0, std::abs(expected));
}

constexpr double x = 1.5;
constexpr double w = 0.75;
constexpr double draw = 0.2;

double gradientAt(const ValueAndGradient& graph)
{
    return valueOf(graph.graph, graph.gradient, {{"x", x}, {"w", w}}, draw);
}

} // namespace

/// What `custom_gradient` makes of gradients, its rule being any expression of the upstream gradient.
class TestCustomGradient : public QObject
{
    Q_OBJECT

private slots:
    void gradients_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("gradient");
        const auto row = [](const char* text, double value, double gradient) {
            QTest::newRow(text) << QString(text) << value << gradient;
        };
        const double square = x * x;
        row("z = custom_gradient(x**2, lambda g: g)", square, 2 * x);
        row("z = custom_gradient(x**2, lambda g: -g)", square, -2 * x);
        row("z = custom_gradient(x**2, lambda g: 0)", square, 0);
        row("z = custom_gradient(x**2, lambda g: 7)", square, 7 * 2 * x);
        row("z = custom_gradient(x**2, lambda g: w)", square, w * 2 * x);
        row("z = custom_gradient(x**2, lambda g: g*w)", square, w * 2 * x);
        row("z = custom_gradient(x**2, lambda g: g*x)", square, x * 2 * x);
        row("z = x.custom_gradient(rule=lambda g: 3*g)", x, 3);
        row("z = 5*custom_gradient(x**2, lambda g: clip(g, -1, 1))", 5 * square, 2 * x);
        row("z = 5*custom_gradient(v=x**2, rule=lambda g: g**2)", 5 * square, 25 * 2 * x);
        row("def rule(g):\n    h = g\n    h = h*w\n    return h + g\nz = custom_gradient(x**2, rule)", square,
            (1 + w) * 2 * x);
        row("def rule(g, k=4):\n    return k*g\nz = custom_gradient(x, rule)", x, 4);
        row("rule = lambda g: tanh(g)\nz = 3*custom_gradient(x, rule)", 3 * x, std::tanh(3.0));
        row("z = x\nfor i in range(3):\n    z = custom_gradient(2*z, lambda g, k=i + 1: k*g)", 8 * x, 8 * 6);
        // Summed over the uses of this call: 3 + 5, squared; each call by itself: 9 + 25.
        row("c = custom_gradient(x, lambda g: g**2)\nz = 3*c + 5*c", 8 * x, 64);
        row("f = lambda v: custom_gradient(v, lambda g: g**2)\nz = 3*f(x) + 5*f(x)", 8 * x, 34);
        // Straight through: forward rounded, backward as if it were not.
        row("z = custom_gradient(x, lambda g: g) + stop_gradient(round(x) - x)", 2, 1);
        // One inside the value, one around it: each replaces what reaches it.
        row("z = custom_gradient(custom_gradient(x**2, lambda g: 3*g)**2, lambda h: h + w)", square * square,
            (1 + w) * 2 * square * 3 * 2 * x);
        // One inside of a rule has no part in a first derivative.
        row("z = custom_gradient(x, lambda g: custom_gradient(g*x, lambda h: 100*h))", x, x);
        row("z = custom_gradient(x, lambda g: grad(g*w*x**3, x))", x, w * 3 * square);
        row("z = custom_gradient(x, lambda g: grad(g**2, g))*3", 3 * x, 6);
        row("z = custom_gradient(x, lambda g: g*uniform(1, 2))", x, 1 + draw);
        row("z = custom_gradient(x, lambda g: stop_gradient(g))", x, 1);
    }
    void gradients()
    {
        QFETCH(QString, text);
        const Program program = programOf("x = input(0, 2)\nw = input(0, 2)\n" + text.toStdString());
        const ValueAndGradient graph = differentiated(program);
        QTEST(valueOf(graph.graph, graph.value, {{"x", x}, {"w", w}}, draw), "value");
        QFETCH(double, gradient);
        QVERIFY2(isClose(gradientAt(graph), gradient),
                 qPrintable(QString::number(gradientAt(graph), 'g', 17)));
        QVERIFY(!graph.isDisconnected);
    }

    void secondDerivatives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("derivative");
        const auto row = [](const char* text, double derivative) {
            QTest::newRow(text) << QString(text) << derivative;
        };
        // The rule is differentiated as any expression: d/dx g(x)·2x with g = 3x·1.
        row("z = custom_gradient(x**2, lambda g: 3*g*x)", 12 * x);
        row("z = custom_gradient(x**2, lambda g: -g)", -2);
        // The first derivative is (2c)²·3x², with c = x³. Its own one flows through c by the rule again: what
        // reaches c there is 24x²c.
        row("z = custom_gradient(x**3, lambda g: g**2)**2",
            std::pow(24 * std::pow(x, 5), 2) * 3 * x * x + 24 * std::pow(x, 7));
        // The rule makes x of the upstream 1.
        row("c = custom_gradient(x, lambda g: g*c0)\nz = c*1", 1);
        // Nested: ∂z/∂x = x; where x stands behind the inner rule, its derivative is a hundredfold.
        row("z = custom_gradient(x, lambda g: custom_gradient(g*x, lambda h: 100*h))", 100);
        row("z = custom_gradient(x, lambda g: g*custom_gradient(x**2, lambda h: h*w))", w * 2 * x);
        row("z = custom_gradient(x, lambda g: stop_gradient(g*x))", 0);
    }
    void secondDerivatives()
    {
        QFETCH(QString, text);
        const Program program = programOf("x = input(0, 2)\nw = input(0, 2)\nc0 = x + 0\n" +
                                          text.toStdString() + "\nd = grad(z, x)\noutput(1*d)");
        const ValueAndGradient graph = differentiated(program);
        QFETCH(double, derivative);
        QVERIFY2(isClose(gradientAt(graph), derivative),
                 qPrintable(QString::number(gradientAt(graph), 'g', 17)));
    }

    void gates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("gates");
        QTest::addColumn<double>("gradient");
        const auto row = [](const char* name, const char* text, const char* gates, double gradient) {
            QTest::newRow(name) << QString(text) << QString(gates) << gradient;
        };
        const char* plain = "y = x**2\nc = custom_gradient(y, lambda g: g*y)\nz = 3*c";
        row("none", plain, "", 3 * x * x * 2 * x);
        row("stopped before", plain, "y=stop", 0);
        row("stopped on the value's edge", plain, "y->c=stop", 0);
        row("stopped behind", plain, "c=stop", 0);
        row("a stop in the rule changes no first derivative", plain, "y->lambda.mul=stop", 3 * x * x * 2 * x);
        const char* noisy = "u = uniform(1, 2)\ny = x*u\nc = custom_gradient(y, lambda g: g*y)\nz = c*c";
        const double u = 1 + draw;
        const double mean = 1.5;
        // Upstream of c is 2xu; the rule multiplies by xu, the way to x by u.
        row("noisy", noisy, "", 2 * x * u * x * u * u);
        // Of the counterpart: everything with the mean.
        row("clean output", noisy, "z=clean", 2 * x * mean * x * mean * mean);
        // Upstream as it is, rule and way to x with the mean.
        row("clean behind", noisy, "c=clean", 2 * x * u * x * mean * mean);
        // The value flows through the mean's way; the rule reads y as it is, noisy in its value.
        row("clean before", noisy, "y=clean", 2 * x * u * x * u * mean);
    }
    void gates()
    {
        QFETCH(QString, text);
        QFETCH(QString, gates);
        const Program program = programOf("x = input(0, 2)\n" + text.toStdString());
        const ValueAndGradient graph = differentiated(program, gates);
        QFETCH(double, gradient);
        QVERIFY2(isClose(gradientAt(graph), gradient),
                 qPrintable(QString::number(gradientAt(graph), 'g', 17)));
    }

    void usesAreEdges()
    {
        const Program program =
            programOf("x = input(0, 2)\nw = input(0, 2)\nz = custom_gradient(x, lambda g: g*w + g)");
        QStringList names;
        for (const Edge& edge : edgesOf(program))
            names << QString::fromStdString(edge.name);
        QCOMPARE(names.join(' '), QString("w->lambda.mul lambda.mul->lambda.add x->z lambda.add->z"));
    }

    void isDisconnectedWhereTheValueIs()
    {
        const Program program = programOf("x = input(0, 2)\nz = custom_gradient(3.0, lambda g: g*x)");
        QVERIFY(differentiated(program).isDisconnected);
    }

    /// A program of n layers with a rule each has as many nodes as n such programs, and its gradient too.
    void aLongChainGrowsLinearly()
    {
        const auto sizeOf = [](int layers) {
            const Program program =
                programOf("x = input(0, 2)\ny = x\nfor i in range(" + std::to_string(layers) +
                          "):\n    y = custom_gradient(y*0.5, lambda g: clip(g, -1, 1)*x)\n");
            return differentiated(program).graph.size();
        };
        const std::size_t step = sizeOf(200) - sizeOf(100);
        QCOMPARE(sizeOf(10'000) - sizeOf(9'900), step);
        QCOMPARE(sizeOf(10'000), sizeOf(100) + 99 * step);
    }

    void substitutesOnlyWhatDependsOnTheLeaf()
    {
        Graph graph;
        const NodeId variable = graph.appendVariable("x");
        const NodeId leaf = graph.append(operationNamed("upstream gradient"), {});
        const NodeId apart = graph.append(operationNamed("sin"), std::array{variable});
        const NodeId rule = graph.append(operationNamed("mul"), std::array{leaf, apart});
        const NodeId three = graph.appendConstant(3.0);
        const std::size_t before = graph.size();
        const NodeId result = substituted(graph, rule, leaf, three);
        QCOMPARE(graph.size(), before + 1);
        QCOMPARE(valueOf(graph, result, {{"x", x}}), 3.0 * std::sin(x));
        QCOMPARE(substituted(graph, apart, leaf, three), apart);
        QCOMPARE(substituted(graph, variable, leaf, three), variable);
        QCOMPARE(substituted(graph, leaf, leaf, three), three);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("fragment");
        const auto row = [](const char* text, int column, const char* fragment) {
            QTest::newRow(text) << QString(text) << column << QString(fragment);
        };
        const char* again = "assigned again after the call";
        row("a = 2*x; z = custom_gradient(x, lambda g: g*a); a = 3*x; y = z*a", 45, again);
        row("y = x; y = custom_gradient(y, lambda g: g*y)", 43, again);
        row("f = lambda t: t*a; a = 2*x; z = custom_gradient(x, lambda g: f(g)); a = 1*x; v = z*a", 17,
            again);
        row("z = custom_gradient(x)", 5, "needs a value and a function");
        row("z = custom_gradient(x, 3)", 24, "a function of one argument");
        row("z = custom_gradient(x, tanh)", 24, "a function of one argument");
        row("z = custom_gradient(x, lambda: 1)", 24, "a function of one argument");
        row("z = custom_gradient(x, lambda g, h: g)", 24, "a function of one argument");
        row("z = custom_gradient(x, lambda g: 'a')", 24, "a string");
        row("z = custom_gradient(x, lambda g: q)", 34, "there is no name `q`");
        row("z = custom_gradient(q, lambda g: g)", 21, "there is no name `q`");
        row("z = custom_gradient(x, lambda g: g, 3)", 37, "takes 2 arguments");
        row("z = tf.custom_gradient(x)", 8, "is written otherwise here");
    }
    void errors()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        QFETCH(QString, fragment);
        const Reading reading = read("x = input(0, 2)\n" + text.toStdString());
        QVERIFY(!reading.program);
        QCOMPARE(reading.diagnostics.size(), std::size_t(1));
        const QString message = QString::fromStdString(inEnglish(reading.diagnostics.front().message));
        QVERIFY2(message.contains(fragment), qPrintable(message));
        QCOMPARE(static_cast<int>(reading.diagnostics.front().column), column);
    }

    void mayBeReadAndAssignedApart_data()
    {
        QTest::addColumn<QString>("text");
        // A name of the rule's own, a default, another scope's name, and one that is assigned before.
        QTest::newRow("own")
            << "def rule(g):\n    h = g*2\n    h = h*2\n    return h\nz = custom_gradient(x, "
               "rule)\nh = x\ny = z*h";
        QTest::newRow("default") << "a = 2*x\nz = custom_gradient(x, lambda g, a=a: g*a)\na = 3*x\ny = z*a";
        QTest::newRow("other scope") << "a = 2*x\ndef f(t):\n    a = t + 1\n    return a\n"
                                        "z = custom_gradient(x, lambda g: g*a)\ny = f(z)";
        QTest::newRow("before") << "a = 2*x\na = 3*x\nz = custom_gradient(x, lambda g: g*a)\ny = z*a";
        QTest::newRow("a call's own name")
            << "def f(t):\n    a = t*2\n    return custom_gradient(t, lambda g: "
               "g*a)\nz = f(x)\ny = f(z)";
    }
    void mayBeReadAndAssignedApart()
    {
        QFETCH(QString, text);
        const Reading reading = read("x = input(0, 2)\n" + text.toStdString());
        QVERIFY2(reading.program.has_value(),
                 reading.diagnostics.empty() ? "" : inEnglish(reading.diagnostics.front().message).c_str());
    }
};

QTEST_APPLESS_MAIN(TestCustomGradient)
#include "tst_custom_gradient.moc"
