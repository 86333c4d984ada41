// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "tests/core/analysis/explained.h"

using namespace sluice;
using namespace sluice::test;

Q_DECLARE_METATYPE(Strings)

namespace {

const WalkedNode& nodeNamed(const PointWalk& walk, std::string_view name)
{
    for (const WalkedNode& node : walk.nodes)
        if (node.name == name)
            return node;
    throw std::logic_error("no node");
}

} // namespace

/// One sample at one point, node by node.
class TestPointWalk : public QObject
{
    Q_OBJECT

private slots:
    void valuesAndGradientsOfTheOriginQuestion()
    {
        const PointWalk walk = explainerOf(origin).walk(0, -2.0, 0, 0);
        const double u = nodeNamed(walk, "u").value;
        QVERIFY(u >= 0.9 && u < 1.1);
        QCOMPARE(nodeNamed(walk, "y").value, 4.0);
        QCOMPARE(nodeNamed(walk, "yu").value, 4.0 * u);
        QCOMPARE(nodeNamed(walk, "z").value, std::sqrt(4.0 * u));
        QCOMPARE(walk.value, std::sqrt(4.0 * u));
        QCOMPARE(nodeNamed(walk, "z").upstream, std::optional(1.0));
        QCOMPARE(nodeNamed(walk, "yu").upstream, std::optional(0.5 / std::sqrt(4.0 * u)));
        QCOMPARE(nodeNamed(walk, "x").upstream, std::optional(walk.gradient));
        QVERIFY(!nodeNamed(walk, "u").upstream);
        QVERIFY(!walk.trouble);
        QCOMPARE(walk.factors.size(), std::size_t{3});
        QCOMPARE(walk.factors[2].local, -4.0);
        QCOMPARE(walk.factors[2].flow, std::optional(walk.gradient));
    }

    void onlyWhatCanChangeIsListed()
    {
        constexpr auto text = "x = input(1, 2)\nw = 3\nn = normal(0, 1)\nhalf = 1/2 + 0\nv = x\n"
                              "for k in range(2):\n    v = w*v + k*half\nz = v + n\n";
        const PointWalk walk = explainerOf(text).walk(0, 1.5, 0, 0);
        Strings names;
        std::ranges::transform(walk.nodes, std::back_inserter(names), &WalkedNode::name);
        for (const char* shown : {"x", "w", "n", "z"})
            QVERIFY2(std::ranges::find(names, shown) != names.end(), shown);
        for (const std::string& name : names)
            QVERIFY2(!name.starts_with("half") && !name.starts_with("k"), name.c_str());
    }

    void itIsTheSampleOfTheComputation()
    {
        // Sample 0 at the numbers of the points, as evaluate computes it.
        const std::vector<double> at{-2.0, -1.0, 1.0};
        for (const Precision precision : {Precision::float64, Precision::float32}) {
            Experiment experiment = experimentOf(origin, {});
            experiment.precision = precision;
            const Explainer explainer(programOf(origin), experiment, AlgebraSystem(SLUICE_ALGEBRA));
            const PointValues values = Computation(programOf(origin), experiment).evaluate(at);
            for (std::size_t i = 0; i < at.size(); ++i) {
                const PointWalk walk = explainer.walk(0, at[i], i, 0);
                QCOMPARE(walk.value, values.variants[0].value[i]);
                QCOMPARE(walk.gradient, values.variants[0].gradient[i]);
            }
        }
        const Explainer explainer = explainerOf(origin);
        QVERIFY(explainer.walk(0, 1.0, 3, 0).value != explainer.walk(0, 1.0, 3, 1).value);
        QVERIFY(explainer.walk(0, 1.0, 3, 0).value != explainer.walk(0, 1.0, 4, 0).value);
    }

    void whereItWentWrong_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<double>("x");
        QTest::addColumn<Strings>("said");
        const auto add = [](const char* name, std::string_view text, double x, const Strings& said) {
            QTest::newRow(name) << std::string(text) << x << said;
        };
        add("0 times infinity at the root", origin, 0.0,
            {"At x = 0 the gradient is NaN, from 0 times infinity: the local derivative 1/(2*sqrt(yu)) of z "
             "is "
             "infinite there, and 2*x is 0."});
        add("an infinite derivative", "x = input(-2, 2)\nz = sqrt(x)\n", 0.0,
            {"At x = 0 the gradient is infinite: the local derivative 1/(2*sqrt(x)) of z is infinite "
             "there."});
        add("a forward value", "x = input(-2, 2)\nr = sqrt(x)\nz = r**2\n", -1.0,
            {"At x = -1 the gradient is NaN: the forward value of r is NaN there."});
        add("an overflow", "x = input(-2, 2)\ne = exp(1000*x)\nz = e*x\n", 1.0,
            {"At x = 1 the gradient is infinite: the forward value of e is infinite there."});
        add("a branch that is not taken", "x = input(-2, 2)\nr = sqrt(x)\nz = where(x > 0, r, 0)\n", 0.0,
            {"At x = 0 the gradient is NaN, from 0 times infinity at r: its local derivative 1/(2*sqrt(x)) "
             "is "
             "infinite there, and the upstream gradient is 0.",
             "At x = 0 that is in the branch that z did not take: its gradient is 0 there, and 0 times what "
             "is not "
             "finite is NaN. Wrap the input of r in a second where."});
        add("a branch that has no value", "x = input(-2, 2)\nr = sqrt(x)\nz = where(x > 0, r, 0)\n", -1.0,
            {"At x = -1 the gradient is NaN: the local derivative 1/(2*sqrt(x)) of r is NaN there.",
             "At x = -1 that is in the branch that z did not take: its gradient is 0 there, and 0 times what "
             "is "
             "not finite is NaN. Wrap the input of r in a second where."});
        add("a branch that is not taken, beside a path of its own",
            "x = input(-2, 2)\ny = x**2\ns = sqrt(y)\nz = where(x > 0, s*3, s*2) + s\n", 0.0,
            {"At x = 0 the gradient is NaN, from 0 times infinity: the local derivative 1/(2*sqrt(y)) of s "
             "is "
             "infinite there, and 2*x is 0."});
        add("a forward value that the gradient does not read",
            "x = input(-2, 2)\nc = 0.0\ny = x**2\ns = sqrt(y)\nz = 1/c + s\n", 0.0,
            {"At x = 0 the gradient is NaN, from 0 times infinity: the local derivative 1/(2*sqrt(y)) of s "
             "is "
             "infinite there, and 2*x is 0."});
        add("the forward value of a surrogate",
            "x = input(-2, 2)\ny = x**2\ns = sqrt(y)\nz = surrogate(log(-1 - y), s)\n", 0.0,
            {"At x = 0 the gradient is NaN, from 0 times infinity: the local derivative 1/(2*sqrt(y)) of s "
             "is "
             "infinite there, and 2*x is 0."});
        add("a value that is infinite where its derivative is", "x = input(-2, 2)\ny = x**2\nz = log(y)\n",
            0.0,
            {"At x = 0 the gradient is NaN, from 0 times infinity: the local derivative 1/y of z is infinite "
             "there, and 2*x is 0."});
        add("a formula that was not computed so", "x = input(-2, 2)\nz = x**0\n", 0.0,
            {"At x = 0 the gradient is NaN: the local derivative 0*x**(-1) of z is NaN there."});
        add("the double where", "x = input(-2, 2)\nr = sqrt(where(x > 0, x, 1))\nz = where(x > 0, r, 0)\n",
            0.0, {});
        add("the branch that is taken", "x = input(-2, 2)\nr = sqrt(x)\nz = where(x > -1, r, 0)\n", 0.0,
            {"At x = 0 the gradient is infinite: the local derivative 1/(2*sqrt(x)) of r is infinite "
             "there."});
    }
    void whereItWentWrong()
    {
        QFETCH(const std::string, text);
        QFETCH(const double, x);
        QFETCH(const Strings, said);
        QCOMPARE(joined(englishOf(explainerOf(text).walk(0, x, 0, 0).sentences)), joined(said));
    }

    void aCleanedPlaceShowsItsOwnValueAndTheGradientOfItsCounterpart()
    {
        const PointWalk walk = explainerOf(origin, {"z=clean"}).walk(0, -2.0, 0, 0);
        QVERIFY(walk.value != 2.0);
        QCOMPARE(nodeNamed(walk, "yu").upstream, std::optional(0.25));
        QCOMPARE(walk.gradient, -1.0);
    }
};

QTEST_APPLESS_MAIN(TestPointWalk)
#include "tst_point_walk.moc"
