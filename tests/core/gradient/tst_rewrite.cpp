// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/value_and_gradient.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::test;

namespace {

std::vector<BoundGate> boundGates(const QString& gates, const Program& program)
{
    std::vector<BoundGate> bound;
    for (const QString& gate : gates.split(' ', Qt::SkipEmptyParts))
        for (const BoundGate& one : bind(parseGate(gate.toStdString()).value(), program))
            bound.push_back(one);
    return bound;
}

struct Numbers
{
    double value = 0.0;
    double gradient = 0.0;
    bool isDisconnected = false;
};

Numbers numbersOf(const RewrittenGraph& rewritten, const Program& program, double x, double draw)
{
    const NodeId by = *program.findVariable(program.withRespectTo);
    const ValueAndGradient graph = valueAndGradient(rewritten, by, semanticsOf(Framework::tensorflow));
    return {.value = valueOf(graph.graph, graph.value, {{"x", x}}, draw),
            .gradient = valueOf(graph.graph, graph.gradient, {{"x", x}}, draw),
            .isDisconnected = graph.isDisconnected};
}

Numbers gatedNumbers(const Program& program, const QString& gates, double x, double draw)
{
    return numbersOf(gated(program, program.output, boundGates(gates, program)), program, x, draw);
}

bool isClose(double actual, double expected)
{
    return std::abs(actual - expected) <= 4e-16 * std::max(1.0, std::abs(expected));
}

constexpr auto origin = "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n";
constexpr double x = -1.5;
constexpr double draw = 0.2;
const double u = 0.9 + (1.1 - 0.9) * draw;

} // namespace

/// Gates change the gradient as the language defines them, and never the value.
class TestRewrite : public QObject
{
    Q_OBJECT

private slots:
    void gatesOnTheOrigin_data()
    {
        QTest::addColumn<QString>("gates");
        QTest::addColumn<double>("gradient");
        QTest::newRow("none") << "" << -std::sqrt(u);
        QTest::newRow("a stop where no gradient flows") << "u=stop" << -std::sqrt(u);
        QTest::newRow("clean in the middle") << "yu=clean" << -1.0 / std::sqrt(u);
        QTest::newRow("clean at the end") << "z=clean" << -1.0;
        QTest::newRow("clean noise") << "u=clean" << -std::sqrt(u);
        QTest::newRow("clean edge into the root") << "yu->z=clean" << -1.0 / std::sqrt(u);
        QTest::newRow("clean edge without noise") << "y->yu=clean" << -std::sqrt(u);
        QTest::newRow("both clean") << "yu=clean z=clean" << -1.0;
        // The counterpart keeps the gates before it, so that a stop upstream of a clean gate still stops.
        QTest::newRow("stopped before it is cleaned") << "y=stop z=clean" << 0.0;
        QTest::newRow("the output stopped") << "z=stop" << 0.0;
        QTest::newRow("the input stopped") << "x=stop" << 0.0;
    }
    void gatesOnTheOrigin()
    {
        QFETCH(QString, gates);
        QFETCH(double, gradient);
        const Program program = programOf(origin);
        const Numbers numbers = gatedNumbers(program, gates, x, draw);
        QVERIFY2(isClose(numbers.gradient, gradient), qPrintable(QString::number(numbers.gradient, 'g', 17)));
        QCOMPARE(numbers.isDisconnected, gradient == 0.0);
        QCOMPARE(numbers.value, std::sqrt(x * x * u));
    }

    void gatesEqualTheTextThatSaysTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("gates");
        QTest::addColumn<QString>("same");
        const QString head = "x = input(-2, 2)\nn = normal(0.1, 0.5)\n";
        const auto row = [&](const char* name, const char* text, const char* gates, const char* same) {
            QTest::newRow(name) << head + text << gates << head + same;
        };
        row("stop at a node", "a = x*n\nz = sin(a)*a", "a=stop",
            "a = x*n\nb = stop_gradient(a)\nz = sin(b)*b");
        row("stop on an edge", "a = x*n\nz = sin(a)*a", "a->z=stop", "a = x*n\nz = sin(a)*stop_gradient(a)");
        row("stop of one operand", "a = x*n\nz = a*a", "a->z[0]=stop", "a = x*n\nz = stop_gradient(a)*a");
        row("clean at a node", "a = x*n\nz = sin(a)*a", "a=clean",
            "a = x*n\nb = surrogate(a, x*0.1)\nz = sin(b)*b");
        row("clean on an edge", "a = x*n\nz = sin(a)*a", "a->z.sin=clean",
            "a = x*n\nz = sin(surrogate(a, x*0.1))*a");
        row("clean after a stop", "a = x*n\nb = x + a\nz = exp(b)", "a=stop b=clean",
            "a = x*n\nb = x + stop_gradient(a)\nz = exp(surrogate(b, x + stop_gradient(x*0.1)))");
        row("the output inside a gradient", "z = exp(x*n)\ng = grad(z, x)\nw = g*g", "z=clean",
            "z = exp(x*n)\ng = grad(surrogate(z, exp(x*0.1)), x)\nw = g*g");
        row("a name of its own", "a = x*n\nb = a\nz = a*b", "b=stop", "a = x*n\nz = a*stop_gradient(a)");
    }
    void gatesEqualTheTextThatSaysTheSame()
    {
        QFETCH(QString, text);
        QFETCH(QString, gates);
        QFETCH(QString, same);
        const Program program = programOf(text.toStdString());
        const Program rewritten = programOf(same.toStdString());
        for (const double at : {-1.3, 0.4, 1.9}) {
            const Numbers numbers = gatedNumbers(program, gates, at, 0.7);
            const Numbers expected = gatedNumbers(rewritten, "", at, 0.7);
            QCOMPARE(numbers.value, expected.value);
            QCOMPARE(numbers.gradient, expected.gradient);
        }
    }

    void aGateOnANodeIsThatGateOnAllItsEdges()
    {
        const Program program =
            programOf("x = input(-2, 2)\nn = normal(0, 1)\na = x*n\nb = sin(a) + a\nz = a*b\n");
        for (const QString kind : {"stop", "clean"}) {
            const Numbers node = gatedNumbers(program, "a=" + kind, 0.8, -0.6);
            const Numbers edges =
                gatedNumbers(program, QString("a->b.sin=%1 a->b=%1 a->z=%1").arg(kind), 0.8, -0.6);
            QCOMPARE(node.gradient, edges.gradient);
        }
    }

    void theCounterpartHasNominalNoise_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("gradient");
        const QString head = "x = input(-2, 2)\n";
        QTest::newRow("uniform") << head + "z = x*uniform(1, 2)" << 1.5 * x << 1.5;
        QTest::newRow("normal") << head + "z = x*normal(3, 2)" << 3.0 * x << 3.0;
        QTest::newRow("parameters that depend on x") << head + "z = uniform(x, 3*x)" << 2.0 * x << 2.0;
        QTest::newRow("nominal") << head + "z = x*normal(3, 2, nominal=5)" << 5.0 * x << 5.0;
        QTest::newRow("control is kept") << head + "z = stop_gradient(x)*normal(x, 1)" << x * x << x;
        QTest::newRow("gradients are the counterpart's")
            << head + "z = x**2*normal(3, 2)\ng = grad(z, x)\nw = g*1" << 6.0 * x << 6.0;
    }
    void theCounterpartHasNominalNoise()
    {
        QFETCH(QString, text);
        QFETCH(double, value);
        QFETCH(double, gradient);
        const Program program = programOf(text.toStdString());
        const Numbers numbers = numbersOf(noiseFreeCounterpart(program, program.output), program, x, 0.123);
        QCOMPARE(numbers.value, value);
        QCOMPARE(numbers.gradient, gradient);
    }
};

QTEST_APPLESS_MAIN(TestRewrite)
#include "tst_rewrite.moc"
