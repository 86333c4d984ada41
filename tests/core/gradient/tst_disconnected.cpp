// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr std::array frameworks{Framework::tensorflow, Framework::pytorch, Framework::jax};

constexpr double at = 0.5;

} // namespace

/// Where no gradient can flow, where it flows and is 0, and second derivatives: alike under every profile.
class TestDisconnected : public QObject
{
    Q_OBJECT

private slots:
    void gradientAndState_data()
    {
        QTest::addColumn<QByteArray>("statements");
        QTest::addColumn<bool>("disconnected");
        QTest::addColumn<double>("gradient");
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        const auto none = [](const QByteArray& statements) {
            QTest::newRow(statements) << statements << true << 0.0;
        };
        const auto flows = [](const QByteArray& statements, double gradient) {
            QTest::newRow(statements) << statements << false << gradient;
        };
        none("z = stop_gradient(x*x)");
        none("z = sin(stop_gradient(x))*3");
        none("z = where(x > 0, 1, 2)");
        none("z = surrogate(x*x, 3)");
        none("z = grad(3*x, x)");
        none("z = grad(x*stop_gradient(x), x)");
        none("z = grad(grad(x*x, x), x)");
        flows("z = 0*x", 0.0);
        flows("z = x - x", 0.0);
        flows("z = where(x < 0, x*x, 3)", 0.0);
        flows("z = stop_gradient(x)*x", at);
        flows("z = surrogate(3, x*x)", 2.0 * at);
        // Both branches are differentiated: 0 times infinity is no number.
        flows("z = where(x > 0, x, log(x - 0.5))", nan);
        flows("z = grad(x*x, x)", 2.0);
        flows("z = grad(sin(x), x)", -std::sin(at));
        flows("z = grad(where(x > 0, x*x*x, x), x)", 6.0 * at);
        flows("z = grad(x*x*stop_gradient(x), x)", 2.0 * at);
        flows("z = grad(grad(x*x*x, x), x)", 6.0);
    }

    void gradientAndState()
    {
        QFETCH(const QByteArray, statements);
        QFETCH(const bool, disconnected);
        QFETCH(const double, gradient);
        Experiment experiment;
        experiment.text = "x = input(-2, 2)\n" + statements.toStdString() + "\noutput(z)\n";
        for (const Framework framework : frameworks) {
            experiment.semantics = framework;
            const Computation computation(programOf(experiment.text), experiment);
            const VariantValues values = computation.evaluate(std::array{at}).variants.front();
            QCOMPARE(values.disconnected, disconnected);
            const double actual = values.gradient.front();
            const bool isClose = std::abs(actual - gradient) <= 1e-15 * std::max(1.0, std::abs(gradient));
            QVERIFY2(isSame(actual, gradient) || isClose, std::to_string(actual).c_str());
        }
    }

    /// Whether a step passes a gradient of 0 or none is seen by a rule behind it that answers 3 to whatever
    /// comes: in the frameworks, tests/frameworks asks the same.
    void ruleBehindAStep_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("isCalledInTensorFlow");
        QTest::addColumn<bool>("isCalledInPyTorch");
        QTest::addColumn<bool>("isCalledInJax");
        const auto add = [](const QByteArray& step, double value, bool tensorflow, bool pytorch, bool jax) {
            QTest::newRow(step) << step << value << tensorflow << pytorch << jax;
        };
        add("round(w)", 0.0, false, true, false);
        add("floor(w)", 0.0, false, true, false);
        add("ceil(w)", 1.0, false, true, false);
        add("trunc(w)", 0.0, false, true, false);
        add("sign(w)", 1.0, true, true, false);
        add("heaviside(w)", 1.0, false, true, true);
        add("heaviside(x - 9, w)", 0.0, true, true, true);
        add("w**0", 1.0, true, true, false);
        add("(w < 1)", 1.0, false, false, false);
        add("where(w > 0, 2, 1)", 2.0, false, false, false);
        add("stop_gradient(w)", at, false, false, false);
        add("surrogate(w, 7)", at, false, false, false);
        add("where(x < 0, w, 2)", 2.0, true, true, true);
    }
    void ruleBehindAStep()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const double, value);
        QFETCH(const bool, isCalledInTensorFlow);
        QFETCH(const bool, isCalledInPyTorch);
        QFETCH(const bool, isCalledInJax);
        Experiment experiment;
        experiment.text = "x = input(-2, 2)\nw = custom_gradient(x, lambda g: 3)\nz = " + step.toStdString() +
                          "*x\noutput(z)\n";
        const std::array isCalled{isCalledInTensorFlow, isCalledInPyTorch, isCalledInJax};
        for (std::size_t f = 0; f < frameworks.size(); ++f) {
            experiment.semantics = frameworks.at(f);
            const Computation computation(programOf(experiment.text), experiment);
            const VariantValues values = computation.evaluate(std::array{at}).variants.front();
            QCOMPARE(values.gradient.front(), isCalled.at(f) ? value + 3.0 : value);
        }
    }
};

QTEST_APPLESS_MAIN(TestDisconnected)
#include "tst_disconnected.moc"
