// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"
#include "core/analysis/point_reading.h"
#include "core/code/code.h"
#include "core/experiment/computation.h"
#include "core/experiment/curves_file.h"
#include "core/experiment/examples.h"
#include "core/experiment/sample_paths.h"
#include "core/experiment/variant_texts.h"
#include "tests/core/experiment/origin_question.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <array>

using namespace sluice;
using namespace sluice::test;

namespace {

Computation computationOf(const Experiment& experiment)
{
    return {programOf(experiment.text), experiment};
}

Curves curvesOf(const Experiment& experiment)
{
    return computationOf(experiment).sweep({}).value();
}

/// One variant's curves, as they are written with every digit, under a name of their own.
std::string written(Curves curves, std::size_t variant)
{
    curves.variants = {curves.variants.at(variant)};
    curves.variants.front().name = "one";
    return curvesAsCsv(curves);
}

Variant withText(const char* name, const std::string& text)
{
    return {name, {}, text};
}

} // namespace

/// Variants that have a text of their own, beside those that have gates on the experiment's.
class TestVariantTexts : public QObject
{
    Q_OBJECT

private slots:
    void threeTextsHaveTheCurvesOfThreeExperiments_data()
    {
        QTest::addColumn<NoiseAlongSweep>("noise");
        QTest::addColumn<Precision>("precision");
        QTest::addColumn<Framework>("semantics");
        using enum NoiseAlongSweep;
        QTest::newRow("independent") << independent << Precision::float64 << Framework::tensorflow;
        QTest::newRow("shared") << shared << Precision::float64 << Framework::jax;
        QTest::newRow("single precision") << independent << Precision::float32 << Framework::pytorch;
    }
    void threeTextsHaveTheCurvesOfThreeExperiments()
    {
        QFETCH(NoiseAlongSweep, noise);
        QFETCH(Precision, precision);
        QFETCH(Framework, semantics);
        const auto with = [&](const char* name) {
            Experiment experiment = example(name).value();
            experiment.noise = noise;
            experiment.precision = precision;
            experiment.semantics = semantics;
            experiment.points = 21;
            experiment.seed = 7;
            return experiment;
        };
        const Curves together = curvesOf(with("three-texts"));
        const std::array alone{"origin", "ioffe-in-the-middle", "ioffe-at-the-end"};
        for (std::size_t v = 0; v < alone.size(); ++v)
            QCOMPARE(written(together, v), written(curvesOf(with(alone[v])), 0));
    }

    void gatesWrittenAsTextAreTheGates_data()
    {
        QTest::addColumn<QString>("gate");
        QTest::addColumn<QString>("text");
        const QString head = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\n";
        QTest::newRow("clean in the middle") << "yu=clean" << head + "yu = surrogate(y*u, y)\nz = sqrt(yu)\n";
        QTest::newRow("clean at the end")
            << "z=clean" << head + "yu = y*u\nz = surrogate(sqrt(yu), sqrt(y))\n";
        QTest::newRow("stopped") << "y=stop" << head + "yu = stop_gradient(y)*u\nz = sqrt(yu)\n";
    }
    void gatesWrittenAsTextAreTheGates()
    {
        QFETCH(QString, gate);
        QFETCH(QString, text);
        Experiment experiment =
            experimentOn("x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nyu = y*u\nz = sqrt(yu)\n",
                         {{"gate", {gate.toStdString()}}, withText("text", text.toStdString())});
        experiment.points = 21;
        const Curves curves = curvesOf(experiment);
        for (const auto statistics : {&VariantCurves::value, &VariantCurves::gradient})
            for (const auto curve : {&Statistics::mean, &Statistics::stddev, &Statistics::q05}) {
                const std::vector<double>& expected = curves.variants[0].*statistics.*curve;
                const std::vector<double>& found = curves.variants[1].*statistics.*curve;
                for (std::size_t point = 0; point < expected.size(); ++point)
                    // x = 0 is in the middle: 0/0.
                    QVERIFY(found[point] == expected[point] ||
                            (std::isnan(found[point]) && std::isnan(expected[point])));
            }
    }

    void gatesAreSetOnTheVariantsOwnText()
    {
        const Experiment experiment =
            experimentOn("x = input(0, 4)\nz = x\n",
                         {{"own", {"w=stop", "gone=stop"}, "x = input(0, 4)\nw = 3*x\nz = w + x**2\n"},
                          {"no", {"w=stop"}}});
        const Computation computation = computationOf(experiment);
        const PointValues values = computation.evaluate(std::array{2.0});
        QCOMPARE(values.variants[0].value.front(), 10.0);
        QCOMPARE(values.variants[0].gradient.front(), 4.0);
        QCOMPARE(values.variants[1].gradient.front(), 1.0);
        QVERIFY(!computation.effects()[0][0].notFound);
        QVERIFY(computation.effects()[0][1].notFound);
        QVERIFY(computation.effects()[1][0].notFound);
    }

    void aNameMayHaveAnotherNumberInAnotherText_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("gradient");
        // The experiment's is a*x**2 + h at a = 3 and h held at 5; at x = 2.
        QTest::newRow("same numbers")
            << std::string("x = input(0, 4)\nh = input(4, 6)\na = 3\nz = a*x + h\n") << 11.0 << 3.0;
        QTest::newRow("another parameter")
            << std::string("x = input(0, 4)\nh = input(4, 6)\na = 7\nz = a*x + h\n") << 19.0 << 7.0;
        QTest::newRow("another held input")
            << std::string("x = input(0, 4)\nh = input(0, 2)\na = 3\nz = a*x + h\n") << 7.0 << 3.0;
        QTest::newRow("another kind")
            << std::string("x = input(0, 4)\nh = 0.5\na = input(8, 10)\nz = a*x + h\n") << 18.5 << 9.0;
        QTest::newRow("another number of reassignments")
            << std::string("x = input(0, 4)\na = 3\na = 2\nz = a*x\n") << 4.0 << 2.0;
        QTest::newRow("reassigned where it is swept")
            << std::string("x = 9\nx = input(0, 4)\nz = x**3\n") << 8.0 << 12.0;
    }
    void aNameMayHaveAnotherNumberInAnotherText()
    {
        QFETCH(std::string, text);
        QFETCH(double, value);
        QFETCH(double, gradient);
        const Experiment experiment =
            experimentOn("x = input(0, 4)\nh = input(4, 6)\na = 3\nz = a*x**2 + h\n",
                         {{"own", {}}, withText("other", text), withText("again", text)});
        const PointValues values = computationOf(experiment).evaluate(std::array{2.0});
        QCOMPARE(values.variants[0].value.front(), 17.0);
        QCOMPARE(values.variants[0].gradient.front(), 12.0);
        for (const std::size_t v : {1, 2}) {
            QCOMPARE(values.variants[v].value.front(), value);
            QCOMPARE(values.variants[v].gradient.front(), gradient);
        }
    }

    void settingsHoldWhereTheNameIs()
    {
        Experiment experiment =
            experimentOn("x = input(0, 4)\na = 3\nz = a*x\n",
                         {{"own", {}},
                          withText("both", "x = input(0, 4)\na = 5\nb = 1\nz = a*x + b\n"),
                          withText("neither", "x = input(0, 4)\nz = x\n")});
        experiment.settings = {{"a", 10.0}, {"b", 100.0}};
        const PointValues values = computationOf(experiment).evaluate(std::array{2.0});
        QCOMPARE(values.variants[0].value.front(), 20.0);
        QCOMPARE(values.variants[1].value.front(), 120.0);
        QCOMPARE(values.variants[2].value.front(), 2.0);
    }

    void theRangeIsThatOfTheExperimentsText()
    {
        const Curves curves = curvesOf(
            experimentOn("x = input(0, 4)\nz = x\n", {withText("other", "x = input(-9, 9)\nz = 2*x\n")}));
        QCOMPARE(curves.x.front(), 0.0);
        QCOMPARE(curves.x.back(), 4.0);
        QCOMPARE(curves.variants.front().value.mean.back(), 8.0);
    }

    void biasIsAgainstTheOwnTextsNoiseFreeGradient()
    {
        const Curves curves = curvesOf(experimentOn(
            "x = input(0, 4)\nz = x\n", {{"own", {}}, withText("steep", "x = input(0, 4)\nz = 3*x\n")}));
        QCOMPARE(curves.noiseFreeValue.back(), 4.0);
        QCOMPARE(curves.variants[0].comparison.noiseFree.back(), 1.0);
        QCOMPARE(curves.variants[1].comparison.noiseFree.back(), 3.0);
        QCOMPARE(curves.variants[1].comparison.bias.back(), 0.0);
    }

    void aSourceThatKeepsItsNameKeepsItsDraws()
    {
        // The difference of both texts' values is 2 wherever u is the same.
        Experiment experiment = experimentOn("x = input(0, 4)\nu = normal(0, 1)\nz = x + u\n",
                                             {{"own", {}},
                                              withText("other", "w = 1\nx = input(0, 4)\nv = normal(0, 1)\n"
                                                                "u = normal(0, 1)\nz = x + u + 2 + 0*v\n")});
        const PointValues values = computationOf(experiment).evaluate(std::array{1.0, 2.0, 3.0});
        for (std::size_t point = 0; point < 3; ++point)
            QCOMPARE(values.variants[1].value[point], values.variants[0].value[point] + 2.0);
        experiment.noise = NoiseAlongSweep::shared;
        const auto paths = computationOf(experiment).samplePaths(3).value();
        for (std::size_t path = 0; path < 3; ++path)
            QCOMPARE(paths.variants[1].value[path].back(), paths.variants[0].value[path].back() + 2.0);
    }

    void eachVariantListsTheNamesOfItsText()
    {
        const PointValues values =
            computationOf(experimentOn("x = input(0, 4)\nz = x\n",
                                       {{"own", {}}, withText("other", "x = input(0, 4)\nw = 2*x\nq = w\n")}))
                .evaluate(std::array{1.0});
        using Nodes = std::vector<std::pair<std::string, std::vector<double>>>;
        QCOMPARE(values.variants[0].nodes.front().first, std::string("z"));
        QCOMPARE(values.variants[1].nodes.front(), (Nodes::value_type{"w", {2.0}}));
    }

    void whatATextLacksNamesTheVariant_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("swept variable")
            << std::string("t = input(0, 1)\ny = t\n")
            << "the text of the variant `other` has no input or parameter named `x`";
        QTest::newRow("output") << std::string("x = input(0, 1)\nz = x\n")
                                << "the text of the variant `other` has no place named `y`";
        QTest::newRow("error") << std::string("x = input(0, 1)\ny = x +\n")
                               << "the text of the variant `other` has errors: line 2, column";
        QTest::newRow("empty") << std::string() << "the text of the variant `other` has errors: line 1";
    }
    void whatATextLacksNamesTheVariant()
    {
        QFETCH(std::string, text);
        QFETCH(QString, message);
        Experiment experiment =
            experimentOn("x = input(0, 1)\ny = x**2\nz = y\n", {{"own", {}}, withText("other", text)});
        experiment.output = "y";
        try {
            static_cast<void>(computationOf(experiment));
            QFAIL("nothing was refused");
        } catch (const ExperimentError& error) {
            QVERIFY2(QString::fromStdString(error.what()).startsWith(message), error.what());
        }
    }

    void aLoneVariantIsWhatItIsAmongTheOthers()
    {
        Experiment experiment = experimentOn(
            "x = input(0, 4)\na = 3\nu = uniform(1, 2)\nz = a*x*u\n",
            {{"own", {}},
             {"other", {"w=clean"}, "x = input(-9, 9)\nb = 2\nu = uniform(1, 2)\nw = b*x*u\nz = w\n"}});
        experiment.settings = {{"a", 10.0}, {"b", 5.0}};
        experiment.points = 5;
        const Curves together = curvesOf(experiment);
        for (const std::size_t v : {0, 1}) {
            const LoneVariant lone = loneVariant(programOf(experiment.text), experiment, v);
            QVERIFY(!lone.experiment.variants.front().text);
            QCOMPARE(written(Computation(*lone.program, lone.experiment).sweep({}).value(), 0),
                     written(together, v));
        }
    }

    void whatLooksAtOneVariantLooksAtItsText()
    {
        const Experiment experiment = experimentOn(
            "x = input(0, 4)\nz = x\n",
            {{"own", {}}, withText("other", "x = input(0, 4)\nc = 5\nu = uniform(1, 3)\nz = c*x*u\n")});
        const Program program = programOf(experiment.text);
        const Explainer explainer(program, experiment);
        QCOMPARE(explainer.explain(0)->verdict.noiseFree, Certainty::proved);
        const Explanation explanation = explainer.explain(1).value();
        QCOMPARE(explanation.name, std::string("other"));
        QCOMPARE(explanation.verdict.noiseFree, Certainty::no);
        QCOMPARE(explanation.verdict.sources, (std::vector<std::string>{"u"}));

        CodeRequest request;
        request.variant = 1;
        const std::string code = codeOf(program, experiment, request);
        QVERIFY2(code.find("c * x") != std::string::npos, code.c_str());
        request.variant = 0;
        QVERIFY(codeOf(program, experiment, request).find("c * x") == std::string::npos);

        const PointReading reading = readPoint(program, experiment, 2.0, 0, 1).value();
        QCOMPARE(reading.variants.size(), std::size_t{2});
        QCOMPARE(reading.variables.size(), std::size_t{2});
        QCOMPARE(reading.variables[1].name, std::string("c"));
        // z = 5*2*u by c is 2u.
        QVERIFY(reading.variables[1].gradient.mean > 2.0 && reading.variables[1].gradient.mean < 6.0);
        QCOMPARE(reading.variants[0].gradient.mean, 1.0);
    }
};

QTEST_APPLESS_MAIN(TestVariantTexts)
#include "tst_variant_texts.moc"
