// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "tests/core/analysis/advised.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace sluice;
using namespace sluice::test;

/// Where the advisor would put a gate, and what it says of it.
class TestAdvisor : public QObject
{
    Q_OBJECT

private slots:
    void bestPlacement_data();
    void bestPlacement();
    void figuresOfTheOrigin_data();
    void figuresOfTheOrigin();
    void figuresAreThoseOfTheSweep();
    void whatChangesNothingStandsWithNoGates();
    void onlyTheEndWorksIsRefuted();
    void disconnectedComesLast();
    void aPairCuresWhereNoSingleGateDoes();
    void keptGatesStay();
    void depthOfAChain();
    void biasIsToldAgainstEachTarget();
    void extraNodesAreCounted();
    void gatesThatChangeTheValueAreLeftOut();
    void curesOfNoUse_data();
    void curesOfNoUse();
    void isStopped();
    void progressEnds();
};

namespace {

bool isClose(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

void TestAdvisor::bestPlacement_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("gate");
    QTest::newRow("origin") << QString::fromStdString(origin) << "z=clean";
    QTest::newRow("origin with a loss") << QString::fromStdString(origin) + "loss = (z - 0.5)**2\n"
                                        << "loss=clean";
    QTest::newRow("a gated z with a loss")
        << "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nz = surrogate(sqrt(y*u), sqrt(y))\n"
           "loss = (z - 0.5)**2\n"
        << "loss=clean";
    QTest::newRow("additive noise needs none") << "x = input(-2, 2)\nz = 3*x + normal(0, 1)\n"
                                               << "";
    QTest::newRow("no noise needs none") << "x = input(-2, 2)\nz = sin(x)\n"
                                         << "";
}

void TestAdvisor::bestPlacement()
{
    QFETCH(const QString, text);
    QFETCH(const QString, gate);
    const Placement best = adviceFor(text.toStdString()).placements.front();
    QCOMPARE(best.gates, gate.isEmpty() ? Gates{} : Gates{gate.toStdString()});
    QCOMPARE(best.noiseFree, Certainty::proved);
    QCOMPARE(best.matchesNoiseFreeGradient, Certainty::proved);
    QVERIFY(best.isCure());
}

/// With s = √u, u ~ U(1 - a, 1 + a): |gradient| is s without gates and 1/s with yu=clean, in place of 1.
void TestAdvisor::figuresOfTheOrigin_data()
{
    QTest::addColumn<Gates>("gates");
    QTest::addColumn<double>("bias");
    QTest::addColumn<double>("stddev");
    QTest::newRow("no gates") << Gates{} << 1 - 0.999583 << 0.02889;
    QTest::newRow("u=stop") << Gates{"u=stop"} << 1 - 0.999583 << 0.02889;
    QTest::newRow("yu=clean") << Gates{"yu=clean"} << 0.001256 << 0.02900;
    QTest::newRow("z=clean") << Gates{"z=clean"} << 0.0 << 0.0;
}

void TestAdvisor::figuresOfTheOrigin()
{
    QFETCH(const Gates, gates);
    QFETCH(const double, bias);
    QFETCH(const double, stddev);
    static const Advice advice = [] {
        Experiment experiment = experimentOf(origin);
        experiment.samples = 20000;
        return advise(programOf(origin), experiment).value();
    }();
    const Placement& placement = find(advice, gates);
    QCOMPARE(placement.points, std::size_t{40});
    // The root mean square of a bias carries what sampling adds to it: stddev / √M a point.
    QVERIFY(isClose(placement.bias, std::hypot(bias, stddev / std::sqrt(20000)), 1e-4));
    QVERIFY(isClose(placement.stddev, stddev, 1e-4));
    QVERIFY(isClose(placement.rmse, std::hypot(bias, stddev), 1e-4));
    const Bias& free = placement.biasAgainst(GradientTarget::noiseFree);
    QVERIFY(free.low <= bias && bias <= free.high);
}

void TestAdvisor::figuresAreThoseOfTheSweep()
{
    const std::string text = "x = input(-2, 2)\nn = normal(0, 0.3)\nh = tanh(x + n)\nz = h*exp(n)\n";
    Experiment experiment = experimentOf(text);
    const Advice advice = advise(programOf(text), experiment).value();
    experiment.variants = {Variant{"gated", {"h=clean"}}};
    const Curves curves = Computation(programOf(text), experiment).sweep({}).value();
    const VariantCurves& variant = curves.variants.front();
    const auto rootMeanSquare = [](const std::vector<double>& values) {
        double sum = 0.0;
        for (const double value : values)
            sum += value * value;
        return std::sqrt(sum / static_cast<double>(values.size()));
    };
    const Placement& placement = find(advice, {"h=clean"});
    QVERIFY(isClose(placement.bias, rootMeanSquare(variant.comparison.bias), 1e-12));
    QVERIFY(isClose(placement.stddev, rootMeanSquare(variant.gradient.stddev), 1e-12));
    QVERIFY(isClose(placement.rmse, rootMeanSquare(variant.comparison.rmse), 1e-12));
    QVERIFY(placement.points == experiment.points);
}

void TestAdvisor::whatChangesNothingStandsWithNoGates()
{
    const Advice advice = adviceFor(origin);
    const Placement& ungated = advice.placements[advice.ungated];
    QVERIFY(ungated.gates.empty());
    QCOMPARE(ungated.extraNodes, std::ptrdiff_t{0});
    QCOMPARE(ungated.noiseFree, Certainty::no);
    for (const char* gate : {"u=stop", "u=clean", "y=clean", "x=clean", "u->yu=stop"})
        QVERIFY2(std::ranges::count(ungated.equivalents, Gates{gate}) == 1, gate);
    QCOMPARE(&find(advice, {"yu->z=clean"}), &find(advice, {"yu=clean"}));
}

void TestAdvisor::onlyTheEndWorksIsRefuted()
{
    const Advice advice = adviceFor("x = input(-2, 2)\nyu = x**2*uniform(0.9, 1.1)\nz = 3*sqrt(yu) + 1\n");
    for (const char* gate : {"z.sqrt=clean", "z.mul=clean", "z=clean"}) {
        const Placement& placement = find(advice, {gate});
        QCOMPARE(&placement, &advice.placements.front());
        QVERIFY(placement.isCure());
        QCOMPARE(placement.noiseFree, Certainty::proved);
    }
    QVERIFY(!find(advice, {"yu=clean"}).isCure());
}

void TestAdvisor::disconnectedComesLast()
{
    const Advice advice = adviceFor(origin);
    const Placement& last = advice.placements.back();
    QCOMPARE(&find(advice, {"y=stop"}), &last);
    QVERIFY(last.isDisconnected && !last.isCure());
    QCOMPARE(last.noiseFree, Certainty::proved);
    QCOMPARE(last.matchesNoiseFreeGradient, Certainty::no);
    QCOMPARE(last.stddev, 0.0);
    QVERIFY(isClose(last.rmse, 1.0, 1e-15));
    QVERIFY(std::is_sorted(advice.placements.begin() + 1, advice.placements.end() - 1,
                           [](const Placement& a, const Placement& b) { return a.rmse < b.rmse; }));
}

void TestAdvisor::aPairCuresWhereNoSingleGateDoes()
{
    const Advice advice = adviceFor("x = input(0.5, 2)\nu = uniform(0.9, 1.1)\na = sqrt(x*u)\n"
                                    "b = exp(x*u)\nz = a + b\n",
                                    {.kept = {}, .withGatesOnOutput = false, .progress = {}});
    QCOMPARE(advice.placements.front().gates, (Gates{"a=clean", "b=clean"}));
    QVERIFY(advice.placements.front().isCure());
    const auto isSingle = [](const Placement& placement) { return placement.gates.size() < 2; };
    QVERIFY(std::ranges::none_of(advice.placements, [&](const Placement& placement) {
        return isSingle(placement) && placement.isCure();
    }));
}

void TestAdvisor::keptGatesStay()
{
    const Advice advice = adviceFor(origin + "loss = (z - 0.5)**2\n",
                                    {.kept = {"z=clean"}, .withGatesOnOutput = true, .progress = {}});
    QCOMPARE(advice.placements.front().gates, (Gates{"z=clean", "loss=clean"}));
    QCOMPARE(advice.placements[advice.ungated].gates, Gates{"z=clean"});
    QCOMPARE(advice.placements[advice.ungated].noiseFree, Certainty::no);
}

void TestAdvisor::gatesThatChangeTheValueAreLeftOut()
{
    // A gate on y changes the gradient that is a part of the value.
    const Advice advice =
        adviceFor("x = input(0.5, 2)\nu = uniform(0.9, 1.1)\ny = x*u\nz = grad(y**2, y)*y\n");
    for (const Placement& placement : advice.placements) {
        QVERIFY(placement.gates != Gates{"y=clean"});
        QVERIFY(std::ranges::count(placement.equivalents, Gates{"y=clean"}) == 0);
    }
    QCOMPARE(find(advice, {"z=clean"}).noiseFree, Certainty::proved);
}

void TestAdvisor::curesOfNoUse_data()
{
    QTest::addColumn<QString>("z");
    QTest::addColumn<bool>("isUseful");
    QTest::newRow("finite nowhere") << "x/n" << false;
    QTest::newRow("0 everywhere") << "x*n" << false;
    QTest::newRow("of use") << "x*n + x" << true;
}

void TestAdvisor::curesOfNoUse()
{
    QFETCH(const QString, z);
    QFETCH(const bool, isUseful);
    const Advice advice = adviceFor("x = input(0.5, 2)\nn = normal(0, 1)\nz = " + z.toStdString() + '\n');
    const Placement& cure = find(advice, {"z=clean"});
    QVERIFY(cure.isCure());
    QCOMPARE(cure.isUsefulCure(), isUseful);
}

void TestAdvisor::depthOfAChain()
{
    const std::string text = "x = input(-1, 1)\nv = x\nfor i in range(6):\n"
                             "    v = tanh(0.9*v + 0.1)*normal(1, 0.1)\nz = v\n";
    const Advice advice = adviceFor(text);
    std::vector<std::string> layers;
    std::size_t depth = 0;
    double last = std::numeric_limits<double>::infinity();
    for (const DepthPoint& point : advice.depths) {
        const Placement& placement = advice.placements[point.placement];
        QCOMPARE(point.depth, ++depth);
        if (point.place.starts_with("v#") && point.place.find('.') == std::string::npos) {
            layers.push_back(point.place);
            // The later the gate, the less noise is left.
            QVERIFY(placement.stddev < last);
            last = placement.stddev;
        }
    }
    QCOMPARE(layers, (std::vector<std::string>{"v#2", "v#3", "v#4", "v#5", "v#6", "v#7"}));
    QCOMPARE(last, 0.0);
}

/// The noise-free gradient of the origin is ±1, that of its mean ±m with m = E√u: no gates are right for the
/// mean, z=clean is right for the noise-free graph.
void TestAdvisor::biasIsToldAgainstEachTarget()
{
    const std::string text = "x = input(-2, 2)\nz = sqrt(x**2*uniform(0.5, 1.5))\n";
    const double m = (std::pow(1.5, 1.5) - std::pow(0.5, 1.5)) / 1.5;
    Experiment experiment = experimentOf(text);
    experiment.points = 200;
    experiment.samples = 2000;
    const Advice advice = advise(programOf(text), experiment).value();
    const Placement& none = find(advice, {});
    const Placement& cured = find(advice, {"z=clean"});
    const auto holds = [](const Bias& bias, double expected) {
        return bias.low <= expected && expected <= bias.high;
    };
    QVERIFY(none.biasAgainst(GradientTarget::noiseFree).isTold());
    QVERIFY(holds(none.biasAgainst(GradientTarget::noiseFree), 1 - m));
    QVERIFY(!none.biasAgainst(GradientTarget::gradientOfMean).isTold());
    QVERIFY(!none.biasAgainst(GradientTarget::pathwise).isTold());
    QVERIFY(!cured.biasAgainst(GradientTarget::noiseFree).isTold());
    QVERIFY(cured.biasAgainst(GradientTarget::gradientOfMean).isTold());
    QVERIFY(holds(cured.biasAgainst(GradientTarget::gradientOfMean), 1 - m));
    QVERIFY(holds(cured.biasAgainst(GradientTarget::pathwise), 1 - m));
    // Differences across the kink at 0 resolve nothing; those of the other points do.
    const std::size_t resolved = cured.biasAgainst(GradientTarget::gradientOfMean).points;
    QVERIFY(resolved >= 190 && resolved < 200);
}

void TestAdvisor::extraNodesAreCounted()
{
    const Advice advice = adviceFor("x = input(-2, 2)\ny = x + normal(0, 1)\nz = exp(y)\n");
    // exp(y)·1 is shared with the value; with the gate, exp(x + 0) is computed besides.
    QCOMPARE(find(advice, {}).extraNodes, std::ptrdiff_t{0});
    QVERIFY(find(advice, {"z=clean"}).extraNodes > 0);
}

void TestAdvisor::isStopped()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(!advise(programOf(origin), experimentOf(origin), {}, source.get_token()));
}

void TestAdvisor::progressEnds()
{
    std::atomic<double> most = 0.0;
    std::atomic<bool> isWithin = true;
    const auto note = [&](double share) {
        isWithin = isWithin && share >= 0.0 && share <= 1.0;
        most = std::max(most.load(), share);
    };
    static_cast<void>(adviceFor(origin, {.kept = {}, .withGatesOnOutput = true, .progress = note}));
    QVERIFY(isWithin);
    QVERIFY(most > 0.8);
}

QTEST_APPLESS_MAIN(TestAdvisor)
#include "tst_advisor.moc"
