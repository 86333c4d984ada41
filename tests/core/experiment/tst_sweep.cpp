// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/experiment/sweep_cache.h"
#include "tests/core/experiment/origin_question.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace sluice;
using namespace sluice::test;

namespace {

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

/// The curves along a sweep: their statistics, and which draws they come from.
class TestSweep : public QObject
{
    Q_OBJECT

private slots:
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

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
