// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"
#include "tests/core/analysis/advised.h"
#include "tests/core/gradient/random_program.h"

#include <chrono>

using namespace sluice;
using namespace sluice::test;

/// How sure the advisor is of a placement: no surer than the explanation, and no less.
class TestAdvisedVerdicts : public QObject
{
    Q_OBJECT

private slots:
    void algebraProvesWhatIsMeasured_data();
    void algebraProvesWhatIsMeasured();
    void withoutAlgebraItIsMeasured();
    void provedComesBeforeMeasured();
    void verdictsAreThoseOfTheExplanation_data();
    void verdictsAreThoseOfTheExplanation();
    void fewSamplesMeasureNothing();
};

namespace {

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

} // namespace

/// No draw cancels on the graph alone here.
void TestAdvisedVerdicts::algebraProvesWhatIsMeasured_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<std::string>>("exceptWhereZero");
    using Names = std::vector<std::string>;
    // d/dx log(u·x²) = 2·x·u / (u·x²)
    QTest::newRow("logarithm of a product") << std::string(productInLogarithm) << Names{"u*x**2"};
    QTest::newRow("quotient") << std::string("x = input(0.5, 2)\nu = uniform(0.9, 1.1)\nz = (x**3*u)/(x*u)\n")
                              << Names{};
}

void TestAdvisedVerdicts::algebraProvesWhatIsMeasured()
{
    QFETCH(const std::string, text);
    QFETCH(const std::vector<std::string>, exceptWhereZero);
    const Advice advice = adviceFor(text, provable);
    const Placement& ungated = advice.placements[advice.ungated];
    QCOMPARE(ungated.noiseFree, Certainty::proved);
    QCOMPARE(ungated.matchesNoiseFreeGradient, Certainty::proved);
    QCOMPARE(ungated.exceptWhereZero, exceptWhereZero);
}

void TestAdvisedVerdicts::withoutAlgebraItIsMeasured()
{
    const Advice advice = adviceFor(productInLogarithm, unprovable);
    const Placement& ungated = advice.placements[advice.ungated];
    QCOMPARE(ungated.noiseFree, Certainty::measured);
    QCOMPARE(ungated.matchesNoiseFreeGradient, Certainty::measured);
    QVERIFY(ungated.exceptWhereZero.empty());
}

/// A gate costs nodes, so no gates come first where both are proved, and after the gates where only those
/// are.
void TestAdvisedVerdicts::provedComesBeforeMeasured()
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

void TestAdvisedVerdicts::verdictsAreThoseOfTheExplanation_data()
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

void TestAdvisedVerdicts::verdictsAreThoseOfTheExplanation()
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
void TestAdvisedVerdicts::fewSamplesMeasureNothing()
{
    Experiment experiment = experimentOf(origin);
    experiment.samples = 1;
    experiment.points = 1;
    const Advice advice = advise(programOf(origin), experiment, unprovable).value();
    QCOMPARE(find(advice, {}).noiseFree, Certainty::no);
    QCOMPARE(find(advice, {"yu=clean"}).noiseFree, Certainty::no);
    QCOMPARE(find(advice, {"z=clean"}).noiseFree, Certainty::proved);
}

QTEST_APPLESS_MAIN(TestAdvisedVerdicts)
#include "tst_advised_verdicts.moc"
