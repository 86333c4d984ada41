// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/experiment/sweep_cache.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace sluice;
using namespace sluice::test;

namespace {

/// The origin question's text, as it was asked.
constexpr auto origin = R"(import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
z = tf.sqrt(yu)
g = tf.gradients(z, x)[0]

with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,z,g], {x: [-2, -1, 1]})

print(yv)
print(yuv)
print(zv)
print(gv)
)";

/// Its two attempted cures.
constexpr auto curedInTheMiddle = R"(import tensorflow as tf
x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
yu_fixed = tf.stop_gradient(yu - y) + y; z = tf.sqrt(yu_fixed)
g = tf.gradients(z, x)[0]
with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,z,g], {x: [-2, -1, 1]})
)";

constexpr auto curedAtTheEnd = R"(import tensorflow as tf
x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
z = tf.sqrt(yu)
z_fixed = tf.stop_gradient(z - tf.sqrt(y)) + tf.sqrt(y); g = tf.gradients(z_fixed, x)[0]
with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,z_fixed,g], {x: [-2, -1, 1]})
)";

/// ε = (u - 0.9)/0.2 of the question's printed run.
const std::vector<double> printedDraws{0.70331675, 0.185382, 0.9030055};

Experiment experimentOn(std::string_view text, std::vector<Variant> variants = {Variant{"no gates", {}}})
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = std::move(variants);
    return experiment;
}

const std::vector<Variant> threeGates{{"no gates", {}}, {"yu=clean", {"yu=clean"}}, {"z=clean", {"z=clean"}}};

std::vector<double> gradientsOf(std::string_view text, const std::vector<double>& draws)
{
    const Computation computation(programOf(text), experimentOn(text));
    return computation.evaluate(computation.pointsOfInterest(), {{"u", draws}}).variants.front().gradient;
}

bool agreesToSixDigits(const std::vector<double>& actual, const std::vector<double>& printed)
{
    return std::ranges::equal(actual, printed,
                              [](double a, double p) { return std::abs(a - p) <= 1e-6 * std::abs(p); });
}

Curves sweptAt(double x, std::size_t samples, const std::vector<Variant>& variants)
{
    Experiment experiment = experimentOn(origin, variants);
    experiment.from = experiment.to = x;
    experiment.points = 1;
    experiment.samples = samples;
    return Computation(programOf(origin), experiment).sweep({}).value();
}

/// All numbers of a sweep in one row, so that two sweeps can be compared bit for bit.
std::vector<double> allNumbers(const Curves& curves)
{
    std::vector<double> all = curves.x;
    const auto add = [&](const std::vector<double>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    for (const VariantCurves& variant : curves.variants) {
        for (const Statistics* statistics : {&variant.value, &variant.gradient})
            for (const auto curve :
                 {&Statistics::mean, &Statistics::stddev, &Statistics::q05, &Statistics::q25,
                  &Statistics::q50, &Statistics::q75, &Statistics::q95, &Statistics::stddevError})
                add(statistics->*curve);
        for (const auto curve : {&GradientComparison::bias, &GradientComparison::rmse,
                                 &GradientComparison::snr, &GradientComparison::gradientOfMean})
            add(variant.comparison.*curve);
    }
    return all;
}

} // namespace

/// The program's main job, from text to numbers.
class TestComputation : public QObject
{
    Q_OBJECT

private slots:
    void thePrintedRun()
    {
        const Computation computation(programOf(origin), experimentOn(origin));
        const PointValues values =
            computation.evaluate(computation.pointsOfInterest(), {{"u", printedDraws}});
        QCOMPARE(values.at, (std::vector<double>{-2, -1, 1}));
        QCOMPARE(values.input, std::string("x"));
        QCOMPARE(values.output, std::string("z"));
        const VariantValues& variant = values.variants.front();
        QVERIFY(agreesToSixDigits(variant.value, {2.0402582, 0.96802706, 1.0395197}));
        QVERIFY(agreesToSixDigits(variant.gradient, {-1.0201291, -0.96802706, 1.0395197}));
        QCOMPARE(variant.nodes.size(), 5U);
        QCOMPARE(variant.nodes[0].first, std::string("y"));
        QCOMPARE(variant.nodes[0].second, (std::vector<double>{4, 1, 1}));
        QCOMPARE(variant.nodes[2].first, std::string("yu"));
        QVERIFY(agreesToSixDigits(variant.nodes[2].second, {4.1626534, 0.9370764, 1.0806011}));
        QCOMPARE(variant.nodes[4].first, std::string("g"));
        QCOMPARE(variant.nodes[4].second, variant.gradient);
    }

    void theCureInTheMiddleIsStillNoisy()
    {
        std::vector<double> expected;
        for (std::size_t i = 0; i < 3; ++i)
            expected.push_back((i < 2 ? -1.0 : 1.0) / std::sqrt(0.9 + 0.2 * printedDraws[i]));
        QVERIFY(agreesToSixDigits(gradientsOf(curedInTheMiddle, printedDraws), expected));
    }

    void theCureAtTheEndIsExactWhateverTheDraws()
    {
        for (const std::vector<double>& draws : {printedDraws, {0.0, 0.999, 0.5}, {0.1, 0.2, 0.3}})
            QCOMPARE(gradientsOf(curedAtTheEnd, draws), (std::vector<double>{-1, -1, 1}));
    }

    void gatesDoWhatThePastedCuresDo()
    {
        const Computation computation(programOf(origin), experimentOn(origin, threeGates));
        const PointValues values =
            computation.evaluate(computation.pointsOfInterest(), {{"u", printedDraws}});
        const std::array texts{origin, curedInTheMiddle, curedAtTheEnd};
        for (std::size_t v = 0; v < texts.size(); ++v)
            QVERIFY(agreesToSixDigits(values.variants[v].gradient, gradientsOf(texts[v], printedDraws)));
        QCOMPARE(values.variants[2].gradient, (std::vector<double>{-1, -1, 1}));
    }

    void statisticsAgreeWithTheirClosedForms_data()
    {
        QTest::addColumn<double>("x");
        QTest::newRow("-2") << -2.0;
        QTest::newRow("0.3") << 0.3;
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.7") << 1.7;
    }
    void statisticsAgreeWithTheirClosedForms()
    {
        QFETCH(double, x);
        constexpr std::size_t samples = 1'000'000;
        const Curves curves = sweptAt(x, samples, threeGates);
        // With a = 0.1: E √u = ((1+a)^1.5 - (1-a)^1.5)/3a, E 1/√u = (√(1+a) - √(1-a))/a, E 1/u =
        // ln((1+a)/(1-a))/2a.
        const double root = (std::pow(1.1, 1.5) - std::pow(0.9, 1.5)) / 0.3;
        const double inverse = (std::sqrt(1.1) - std::sqrt(0.9)) / 0.1;
        const std::array means{root, inverse};
        const std::array deviations{std::sqrt(1 - root * root),
                                    std::sqrt(std::log(1.1 / 0.9) / 0.2 - inverse * inverse)};
        for (std::size_t v = 0; v < 2; ++v) {
            const Statistics& gradient = curves.variants[v].gradient;
            QVERIFY(std::abs(gradient.mean[0] - std::copysign(means[v], x)) < 4 * gradient.meanError[0]);
            QVERIFY(std::abs(gradient.stddev[0] - deviations[v]) < 4 * gradient.stddevError[0]);
            QVERIFY(std::abs(gradient.meanError[0] / (deviations[v] / 1000) - 1) < 0.01);
        }
        const Statistics& exact = curves.variants[2].gradient;
        QVERIFY(std::abs(std::abs(exact.mean[0]) - 1.0) <= std::numeric_limits<double>::epsilon());
        QCOMPARE(exact.stddev[0], 0.0);
        if (std::abs(x) == 1.0 || std::abs(x) == 2.0)
            QCOMPARE(exact.mean[0], std::copysign(1.0, x));
        // d/dx E[z] = sign(x) · E √u, the same for all gates; linear in x, so that the difference is exact.
        for (const VariantCurves& variant : curves.variants) {
            const GradientComparison& comparison = variant.comparison;
            QVERIFY(std::abs(comparison.gradientOfMean[0] - std::copysign(root, x)) <
                    4 * comparison.gradientOfMeanError[0]);
            QCOMPARE(comparison.noiseFree[0], exact.mean[0]);
        }
    }

    void atZeroEverythingIsNaNAndCounted()
    {
        const Curves curves = sweptAt(0.0, 100, threeGates);
        for (const VariantCurves& variant : curves.variants) {
            QCOMPARE(variant.gradient.nanFraction[0], 1.0);
            QVERIFY(std::isnan(variant.gradient.mean[0]));
            QVERIFY(std::isnan(variant.comparison.noiseFree[0]));
            QCOMPARE(variant.value.mean[0], 0.0);
        }
    }

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
        QVERIFY2(QString::fromStdString(effect.reason).startsWith(reason), effect.reason.c_str());
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

    void theSameBitsOnEveryRunAndNumberOfThreads()
    {
        Experiment experiment = experimentOn(origin, threeGates);
        experiment.points = 41;
        experiment.samples = 700;
        const Program program = programOf(origin);
        const auto numbersOn = [&](std::size_t threads) {
            Computation::SweepOptions options;
            options.threads = threads;
            return allNumbers(Computation(program, experiment).sweep(options).value());
        };
        const std::vector<double> one = numbersOn(1);
        for (const std::size_t threads : {1U, 2U, 7U}) {
            const std::vector<double> other = numbersOn(threads);
            QCOMPARE(other.size(), one.size());
            for (std::size_t i = 0; i < one.size(); ++i)
                QVERIFY(isSame(one[i], other[i]));
        }
    }

    void aCoarseAnswerSeesTheDrawsOfTheFineOne()
    {
        // The coarse pass is the fine one's first samples: shown by a sweep that asks for no more.
        Experiment experiment = experimentOn(origin);
        experiment.points = 3;
        experiment.samples = 1000;
        Computation::SweepOptions coarse;
        coarse.samples = 50;
        const Curves first = Computation(programOf(origin), experiment).sweep(coarse).value();
        experiment.samples = 50;
        const Curves all = Computation(programOf(origin), experiment).sweep({}).value();
        QCOMPARE(first.variants[0].gradient.mean[0], all.variants[0].gradient.mean[0]);
        QCOMPARE(first.samples, 50U);
    }

    void sharedNoiseIsTheSameAtEveryPoint()
    {
        Experiment experiment = experimentOn("x = input(-2, 2)\nn = normal(0, 1)\nz = x + n\n");
        experiment.samples = 20;
        experiment.points = 5;
        experiment.noise = NoiseAlongSweep::shared;
        const Curves curves = Computation(programOf(experiment.text), experiment).sweep({}).value();
        for (std::size_t i = 1; i < 5; ++i)
            QVERIFY(std::abs(curves.variants[0].value.mean[i] - curves.x[i] -
                             (curves.variants[0].value.mean[0] - curves.x[0])) < 1e-14);
    }

    void aSweepCanBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(!Computation(programOf(origin), experimentOn(origin)).sweep({}, source.get_token()));
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

    /// As many samples as are read in blocks, not kept: the mean of sqrt(u), with u uniform on [1/2, 3/2), is
    /// ((3/2)^(3/2) - (1/2)^(3/2)) / (3/2), and the rank of its quantile of p is that of u: 1/2 + p.
    void streamsMoreSamplesThanItKeeps()
    {
        Experiment experiment = experimentOn("x = input(1, 2)\nu = uniform(0.5, 1.5)\nz = sqrt(x**2*u)\n");
        experiment.points = 1;
        experiment.samples = (std::size_t{1} << 20) + 77;
        const Computation computation(programOf(experiment.text), experiment);
        const Curves curves = computation.sweep({.threads = 2}).value();
        const Statistics& value = curves.variants[0].value;
        const double mean = (std::pow(1.5, 1.5) - std::pow(0.5, 1.5)) / 1.5;
        QVERIFY(std::abs(value.mean[0] - mean) < 5.0 * value.meanError[0]);
        QVERIFY(curves.rankError > 0.0 && curves.rankError < 2e-5);
        for (const auto& [quantile, p] : {std::pair{value.q05[0], 0.05}, std::pair{value.q50[0], 0.5}}) {
            const double rankOfSamples = std::sqrt(p * (1.0 - p) / static_cast<double>(curves.samples));
            QVERIFY(std::abs(quantile * quantile - (0.5 + p)) < 5.0 * (rankOfSamples + curves.rankError));
        }
        for (const std::size_t threads : {1U, 7U})
            QCOMPARE(allNumbers(computation.sweep({.threads = threads}).value()), allNumbers(curves));
    }

    void cachedDrawsAreTheDraws()
    {
        Experiment experiment = experimentOn(origin);
        experiment.points = 20;
        SweepCache cache;
        const std::vector<double> expected =
            allNumbers(Computation(programOf(origin), experiment).sweep({}).value());
        const Computation computation(programOf(origin), experiment);
        // A coarse answer first, which reads some of what the others read, too.
        static_cast<void>(computation.sweep({.samples = 100, .cache = &cache}));
        QCOMPARE(allNumbers(computation.sweep({.cache = &cache}).value()), expected);
        QCOMPARE(allNumbers(computation.sweep({.cache = &cache}).value()), expected);
        experiment.seed = 2;
        QVERIFY(allNumbers(Computation(programOf(origin), experiment).sweep({.cache = &cache}).value()) !=
                expected);
    }

    void singlePrecisionOverflowsWhereItShould()
    {
        // The textbook trap: the naive gradient of log(1 + exp(x)) is NaN at 100 in single precision alone.
        Experiment experiment = experimentOn("x = input(-2, 2)\nz = log(1 + exp(x))\n");
        const auto gradientAt100 = [&] {
            return Computation(programOf(experiment.text), experiment)
                .evaluate(std::array{100.0})
                .variants[0]
                .gradient[0];
        };
        QCOMPARE(gradientAt100(), 1.0);
        experiment.precision = Precision::float32;
        QVERIFY(std::isnan(gradientAt100()));
    }
};

QTEST_APPLESS_MAIN(TestComputation)
#include "tst_computation.moc"
