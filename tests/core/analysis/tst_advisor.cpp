// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/advisor.h"
#include "core/analysis/explanation.h"
#include "core/experiment/computation.h"
#include "tests/core/gradient/random_program.h"
#include "tests/core/graph_values.h"

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
    void algebraProvesWhatIsMeasured_data();
    void algebraProvesWhatIsMeasured();
    void withoutAlgebraItIsMeasured();
    void provedComesBeforeMeasured();
    void depthOfAChain();
    void biasIsToldAgainstEachTarget();
    void extraNodesAreCounted();
    void verdictsAreThoseOfTheExplanation_data();
    void verdictsAreThoseOfTheExplanation();
    void fewSamplesMeasureNothing();
    void gatesThatChangeTheValueAreLeftOut();
    void curesOfNoUse_data();
    void curesOfNoUse();
    void isStopped();
    void progressEnds();
};

namespace {

const std::string origin = "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n";

const std::string productInLogarithm = "x = input(0.5, 2)\nu = uniform(0.9, 1.1)\nz = log(x**2 * u)\n";

/// Time enough for the algebra system on a machine with much to do.
const AdviceOptions provable = {.kept = {},
                                .withGatesOnOutput = true,
                                .progress = {},
                                .algebra = AlgebraSystem(SLUICE_ALGEBRA),
                                .timeForAlgebra = std::chrono::minutes(3)};
const AdviceOptions unprovable = {.kept = {},
                                  .withGatesOnOutput = true,
                                  .progress = {},
                                  .algebra = AlgebraSystem("no such program"),
                                  .timeForAlgebra = std::chrono::minutes(3)};

Experiment experimentOf(const std::string& text)
{
    Experiment experiment;
    experiment.text = text;
    experiment.points = 40;
    experiment.samples = 500;
    return experiment;
}

Advice adviceFor(const std::string& text, const AdviceOptions& options = {})
{
    return advise(programOf(text), experimentOf(text), options).value();
}

const Placement& find(const Advice& advice, const Gates& gates)
{
    for (const Placement& placement : advice.placements)
        if (placement.gates == gates || std::ranges::count(placement.equivalents, gates) != 0)
            return placement;
    QTest::qFail("no such placement", __FILE__, __LINE__);
    return advice.placements.front();
}

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

/// No draw cancels on the graph alone here.
void TestAdvisor::algebraProvesWhatIsMeasured_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<std::string>>("exceptWhereZero");
    using Names = std::vector<std::string>;
    // d/dx log(u·x²) = 2·x·u / (u·x²)
    QTest::newRow("logarithm of a product") << std::string(productInLogarithm) << Names{"u*x**2"};
    QTest::newRow("quotient") << std::string("x = input(0.5, 2)\nu = uniform(0.9, 1.1)\nz = (x**3*u)/(x*u)\n")
                              << Names{};
}

void TestAdvisor::algebraProvesWhatIsMeasured()
{
    QFETCH(const std::string, text);
    QFETCH(const std::vector<std::string>, exceptWhereZero);
    const Advice advice = adviceFor(text, provable);
    const Placement& ungated = advice.placements[advice.ungated];
    QCOMPARE(ungated.noiseFree, Certainty::proved);
    QCOMPARE(ungated.matchesNoiseFreeGradient, Certainty::proved);
    QCOMPARE(ungated.exceptWhereZero, exceptWhereZero);
}

void TestAdvisor::withoutAlgebraItIsMeasured()
{
    const Advice advice = adviceFor(productInLogarithm, unprovable);
    const Placement& ungated = advice.placements[advice.ungated];
    QCOMPARE(ungated.noiseFree, Certainty::measured);
    QCOMPARE(ungated.matchesNoiseFreeGradient, Certainty::measured);
    QVERIFY(ungated.exceptWhereZero.empty());
}

/// A gate costs nodes, so no gates come first where both are proved, and after the gates where only those
/// are.
void TestAdvisor::provedComesBeforeMeasured()
{
    const Advice proved = adviceFor(productInLogarithm, provable);
    QCOMPARE(proved.ungated, std::size_t{0});
    const Advice measured = adviceFor(productInLogarithm, unprovable);
    QCOMPARE(measured.placements.front().gates, Gates{"z=clean"});
    QVERIFY(measured.ungated > 0);
    const auto isProved = [](const Placement& placement) {
        return placement.noiseFree == Certainty::proved &&
               placement.matchesNoiseFreeGradient == Certainty::proved;
    };
    QVERIFY(std::ranges::is_partitioned(measured.placements, isProved));
}

void TestAdvisor::verdictsAreThoseOfTheExplanation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasAlgebra");
    QTest::newRow("origin") << QString::fromStdString(origin) << true;
    QTest::newRow("a logarithm") << QString::fromStdString(productInLogarithm) << true;
    QTest::newRow("far more noise than gradient") << "x = input(0.5, 2)\nn = exponential(1)\nz = n*x/x\n"
                                                  << true;
    QTest::newRow("large terms that cancel")
        << "x = input(-2, 2)\nn = normal(0, 1)\nz = (x + 1000*n)**2 - 2000*x*n\n"
        << true;
    QTest::newRow("noise that rounding hides")
        << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u + (1e14*x - 1e14*x)\n"
        << true;
    QTest::newRow("nothing finite") << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = sqrt(-1 - u*x**2)\n"
                                    << true;
    QTest::newRow("measured") << "x = input(-2, 2)\nn = normal(0, 1)\nz = where(n > 0, x, x)\n" << true;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        QTest::addRow("random program %d", static_cast<int>(seed))
            << QString::fromStdString(RandomProgram(seed, 1 + seed % 2).text()) << false;
}

void TestAdvisor::verdictsAreThoseOfTheExplanation()
{
    QFETCH(const QString, text);
    QFETCH(const bool, hasAlgebra);
    const AdviceOptions& options = hasAlgebra ? provable : unprovable;
    const Program program = programOf(text.toStdString());
    const Experiment experiment = experimentOf(text.toStdString());
    const Advice advice = advise(program, experiment, options).value();
    for (const Placement& placement : advice.placements) {
        Experiment explained = experiment;
        explained.variants = {Variant{"one", placement.gates}};
        const Verdict verdict = Explainer(program, explained, options.algebra)
                                    .explain(0, {.algebra = std::chrono::seconds(30), .measuresBias = false})
                                    .value()
                                    .verdict;
        const auto what = text + QString::fromStdString(nameOfGates(placement.gates));
        QCOMPARE(placement.isDisconnected, verdict.isDisconnected);
        QVERIFY2(placement.noiseFree == verdict.noiseFree, qPrintable(what));
        QVERIFY2(placement.matchesNoiseFreeGradient == verdict.equalsNoiseFree, qPrintable(what));
    }
}

/// One sample never deviates from itself.
void TestAdvisor::fewSamplesMeasureNothing()
{
    Experiment experiment = experimentOf(origin);
    experiment.samples = 1;
    experiment.points = 1;
    const Advice advice = advise(programOf(origin), experiment, unprovable).value();
    QCOMPARE(find(advice, {}).noiseFree, Certainty::no);
    QCOMPARE(find(advice, {"yu=clean"}).noiseFree, Certainty::no);
    QCOMPARE(find(advice, {"z=clean"}).noiseFree, Certainty::proved);
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
