// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/formula.h"
#include "core/analysis/singularities.h"
#include "tests/core/graph_values.h"

#include <QTest>

using namespace sluice;
using namespace sluice::test;

namespace {

/// The text's output as a formula of its variables.
Formula formulaOf(const std::string& expression)
{
    const Program program = programOf(
        "x = input(-2, 2)\ny = input(-2, 2)\nv = input(-2, 2)\nz = " + expression + "\noutput(z)\n");
    return {program.graph, program.output};
}

} // namespace

class TestFormula : public QObject
{
    Q_OBJECT

private slots:
    void asText_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char* text : {"x + y",
                                 "x - y",
                                 "x - (y - v)",
                                 "x - (y + v)",
                                 "x*y",
                                 "x/y",
                                 "x/(y*v)",
                                 "x/y*v",
                                 "x*(y + v)",
                                 "(x + y)*v",
                                 "-x",
                                 "-x*y",
                                 "(-x)**2",
                                 "x**y",
                                 "x**(y + 1)",
                                 "(x + y)**2",
                                 "(x**y)**v",
                                 "x/y**2",
                                 "x*(-y)",
                                 "x - (-y)",
                                 "sqrt(x + y)",
                                 "1/(2*sqrt(x))",
                                 "where(x > y, x, -y)",
                                 "x + 0.1",
                                 "1e-30*x",
                                 "minimum(x, y)",
                                 "(x < y)*v",
                                 "exp(-(x + y))",
                                 "x/(y/v)",
                                 "clip(x, -1, 1)",
                                 "atan2(y, x)"})
            QTest::newRow(text) << std::string(text);
    }
    void asText()
    {
        // What is printed means what was read.
        QFETCH(const std::string, text);
        const std::string printed = toText(formulaOf(text));
        QCOMPARE(printed, text);
    }

    void simplifiedForReading_data()
    {
        QTest::addColumn<std::string>("expression");
        QTest::addColumn<std::string>("simplified");
        const auto add = [](const char* expression, const char* simplified) {
            QTest::newRow(expression) << std::string(expression) << std::string(simplified);
        };
        add("0.5*1/sqrt(x)", "1/(2*sqrt(x))");
        add("1*2*x**1", "2*x");
        add("x*x*x", "x**3");
        add("x/x", "1");
        add("x/y/y", "x/y**2");
        add("-(-x)", "x");
        add("x + 0*y", "x");
        add("x + x", "2*x");
        add("1 - x - 1", "-x");
        add("-x + 1", "1 - x");
        add("(0.9 + 1.1)/2*x", "x");
        add("-0.5*1*rsqrt(x)*(rsqrt(x)*rsqrt(x))", "-1/(2*sqrt(x)**3)");
        add("1*4*(sigmoid(2*x)*sigmoid(-(2*x)))", "1 - tanh(x)**2");
        add("sigmoid(x)*sigmoid(-x)", "sigmoid(x)*(1 - sigmoid(x))");
        add("x/(x*x + y*y)", "x/(x**2 + y**2)");
        add("where(x > 0, y, y)", "y");
        add("square(x)*reciprocal(y)", "x**2/y");
        add("-x*(y - v)", "-x*(y - v)");
        add("x*3*y/6", "x*y/2");
        add("sqrt(4)*x", "2*x");
        add("sqrt(2)*x", "sqrt(2)*x");
    }
    void simplifiedForReading()
    {
        QFETCH(const std::string, expression);
        QFETCH(const std::string, simplified);
        QCOMPARE(toText(sluice::simplified(formulaOf(expression))), simplified);
    }

    void simplifyingKeepsTheValue_data() { simplifiedForReading_data(); }
    void simplifyingKeepsTheValue()
    {
        QFETCH(const std::string, expression);
        const Formula before = formulaOf(expression);
        const Formula after = simplified(before);
        const std::map<std::string, double> values{{"x", 0.7}, {"y", 1.3}, {"v", -0.4}};
        const double expected = valueOf(before.graph, before.root, values);
        const double found = valueOf(after.graph, after.root, values);
        QVERIFY2(std::abs(found - expected) <= 1e-14 * std::abs(expected), toText(after).c_str());
    }

    void conditions_data()
    {
        QTest::addColumn<std::string>("expression");
        QTest::addColumn<std::string>("condition");
        QTest::newRow("sorted factors") << std::string("x**2 * v") << std::string("v*x**2");
        QTest::newRow("numbers are never 0") << std::string("-3*y") << std::string("y");
        QTest::newRow("only what is above the bar") << std::string("x/(y + 1)") << std::string("x");
        QTest::newRow("a sum") << std::string("x + y") << std::string("x + y");
    }
    void conditions()
    {
        QFETCH(const std::string, expression);
        QFETCH(const std::string, condition);
        QCOMPARE(zeroCondition(simplified(formulaOf(expression))).text, condition);
    }

    void onlyTheWidestConditionsAreNamed()
    {
        std::vector<ZeroCondition> conditions;
        for (const char* expression : {"x", "v*x**2", "x**2*v", "y", "sqrt(y)", "x + y"})
            conditions.push_back(zeroCondition(simplified(formulaOf(expression))));
        QCOMPARE(widest(conditions), (std::vector<std::string>{"v*x**2", "y", "x + y"}));
    }
};

QTEST_APPLESS_MAIN(TestFormula)
#include "tst_formula.moc"
