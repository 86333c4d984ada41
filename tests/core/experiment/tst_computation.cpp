// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "tests/core/experiment/origin_question.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <limits>

using namespace sluice;
using namespace sluice::test;

/// What an experiment asks for beside its sweep: gates, parameters, outputs, and what the text lacks.
class TestComputation : public QObject
{
    Q_OBJECT

private slots:
    void aGateThatChangesNothingSaysWhy_data()
    {
        QTest::addColumn<QString>("gate");
        QTest::addColumn<bool>("changesNothing");
        QTest::addColumn<QString>("reason");
        QTest::newRow("stopped noise") << "u=stop" << true << "`u` does not depend on `x`";
        QTest::newRow("cleaned noise") << "u=clean" << true << "`u` does not depend on `x`";
        QTest::newRow("nothing to clean") << "y=clean" << true << "no noise reaches `y`";
        QTest::newRow("not on the way") << "g=stop" << true << "the output does not depend on `g`";
        QTest::newRow("clean in the middle") << "yu=clean" << false << "";
        QTest::newRow("clean at the end") << "z=clean" << false << "";
    }
    void aGateThatChangesNothingSaysWhy()
    {
        QFETCH(QString, gate);
        QFETCH(bool, changesNothing);
        QFETCH(QString, reason);
        const Variant variant{"one", {gate.toStdString()}};
        const Computation computation(programOf(origin), experimentOn(origin, {variant}));
        const GateEffect effect = computation.effects().front().front();
        QCOMPARE(effect.changesNothing, changesNothing);
        const std::string said = inEnglish(effect.reason);
        QVERIFY2(QString::fromStdString(said).startsWith(reason), said.c_str());
        QVERIFY(!effect.notFound);
    }

    void aGateWithoutItsPlaceIsKeptAndSaid()
    {
        const Computation computation(programOf(origin),
                                      experimentOn(origin, {{"one", {"gone=stop", "z=clean"}}}));
        QVERIFY(computation.effects().front()[0].notFound);
        QVERIFY(!computation.effects().front()[1].notFound);
        QCOMPARE(computation.evaluate(std::array{1.0}).variants.front().gradient, (std::vector<double>{1.0}));
    }

    void aParameterCanBeSweptAndSet()
    {
        Experiment experiment = experimentOn("x = input(0, 4)\na = 3\nz = a*x**2\n");
        experiment.withRespectTo = "a";
        experiment.settings["x"] = 5.0;
        const Computation computation(programOf(experiment.text), experiment);
        // By a parameter the range is its value ± max(1, |value|).
        QCOMPARE(computation.sweepPoints().front(), 0.0);
        QCOMPARE(computation.sweepPoints().back(), 6.0);
        const PointValues values = computation.evaluate(std::array{2.0});
        QCOMPARE(values.input, std::string("a"));
        QCOMPARE(values.variants[0].value.front(), 50.0);
        QCOMPARE(values.variants[0].gradient.front(), 25.0);
    }

    void thePlainNameOfAReassignedParameterIsItsLast()
    {
        Experiment experiment = experimentOn("x = input(0, 4)\na = 3\na = 2\nz = a*x\n");
        experiment.settings["a"] = 7.0;
        const PointValues values =
            Computation(programOf(experiment.text), experiment).evaluate(std::array{2.0});
        QCOMPARE(values.variants[0].value.front(), 14.0);
        experiment.withRespectTo = "a";
        QCOMPARE(Computation(programOf(experiment.text), experiment).input(), std::string("a#2"));
    }

    void anotherOutputCanBeTaken()
    {
        Experiment experiment = experimentOn("x = input(-2, 2)\ny = x**2\nz = sqrt(y)\n");
        experiment.output = "y";
        const PointValues values =
            Computation(programOf(experiment.text), experiment).evaluate(std::array{3.0});
        QCOMPARE(values.output, std::string("y"));
        QCOMPARE(values.variants[0].gradient.front(), 6.0);
    }

    void aReassignedNameIsListedWithAndWithoutItsNumber()
    {
        const char* text = "x = input(-2, 2)\nv = x**2\nv = v + 1\nz = v*2\n";
        const PointValues values = Computation(programOf(text), experimentOn(text)).evaluate(std::array{2.0});
        const std::vector<std::pair<std::string, std::vector<double>>> expected{
            {"v#1", {4.0}}, {"v#2", {5.0}}, {"v", {5.0}}, {"z", {10.0}}};
        QCOMPARE(values.variants[0].nodes, expected);
    }

    void disconnectedIsAStateAndItsValueZero()
    {
        const char* text = "x = input(-2, 2)\nz = stop_gradient(x**2)\n";
        const Computation computation(programOf(text), experimentOn(text));
        const PointValues values = computation.evaluate(std::array{1.5});
        QVERIFY(values.variants[0].disconnected);
        QCOMPARE(values.variants[0].gradient.front(), 0.0);
        QVERIFY(computation.sweep({}).value().variants[0].disconnected);
    }

    void whatTheTextDoesNotHaveIsNamed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("message");
        QTest::newRow("output") << "output"
                                << "no place named `q`";
        QTest::newRow("input") << "wrt"
                               << "no input or parameter named `q`";
        QTest::newRow("setting") << "set"
                                 << "no input or parameter named `q`";
        QTest::newRow("points") << "points"
                                << "at least 1 point";
        QTest::newRow("too many points") << "many points"
                                         << "at most 1000000";
        QTest::newRow("samples") << "samples"
                                 << "1 sample";
        QTest::newRow("wide range") << "wide range"
                                    << "too wide";
        QTest::newRow("range") << "range"
                               << "finite";
    }
    void whatTheTextDoesNotHaveIsNamed()
    {
        QFETCH(QString, what);
        QFETCH(QString, message);
        Experiment experiment = experimentOn(origin);
        if (what == "output")
            experiment.output = "q";
        else if (what == "wrt")
            experiment.withRespectTo = "q";
        else if (what == "set")
            experiment.settings["q"] = 1.0;
        else if (what == "points")
            experiment.points = 0;
        else if (what == "many points")
            experiment.points = 1'000'001;
        else if (what == "samples")
            experiment.samples = 0;
        else if (what == "wide range")
            experiment.to = -(*(experiment.from = std::numeric_limits<double>::lowest()));
        else
            experiment.from = std::numeric_limits<double>::infinity();
        QString said;
        try {
            const Computation computation(programOf(origin), experiment);
        } catch (const ExperimentError& error) {
            said = error.what();
        }
        QVERIFY2(said.contains(message), qPrintable(said));
    }

    void samplesThatWouldRepeatAreRefused()
    {
        Experiment experiment = experimentOn(origin);
        experiment.samples = (std::size_t{1} << 33) + 1;
        const Computation computation(programOf(origin), experiment);
        QVERIFY_THROWS_EXCEPTION(ExperimentError, static_cast<void>(computation.sweep({})));
    }
};

QTEST_APPLESS_MAIN(TestComputation)
#include "tst_computation.moc"
