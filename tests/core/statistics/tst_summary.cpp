// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/summary.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace sluice;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

bool isClose(double actual, double expected)
{
    return std::abs(actual - expected) <= 1e-13 * std::max(1.0, std::abs(expected));
}

} // namespace

/// Statistics of small samples worked out by hand, and the samples that break careless ones.
class TestSummary : public QObject
{
    Q_OBJECT

private slots:
    void ofTheNumbersFromOneToN()
    {
        // Mean (n + 1)/2, variance n(n + 1)/12, quantile p at 1 + p(n - 1).
        for (const int n : {2, 3, 8, 100, 1001}) {
            std::vector<double> samples(static_cast<std::size_t>(n));
            std::iota(samples.begin(), samples.end(), 1.0);
            std::shuffle(samples.begin(), samples.end(), std::mt19937(7));
            const Summary summary = Summariser().summarise(samples);
            QVERIFY(isClose(summary.mean, (n + 1) / 2.0));
            QVERIFY(isClose(summary.stddev, std::sqrt(n * (n + 1) / 12.0)));
            QVERIFY(isClose(summary.meanError, std::sqrt((n + 1) / 12.0)));
            for (std::size_t q = 0; q < quantileRanks.size(); ++q)
                QVERIFY(isClose(summary.quantiles[q], 1.0 + quantileRanks[q] * (n - 1)));
        }
    }

    void equalSamplesHaveNoDeviationAtAll()
    {
        const Summary summary = Summariser().summarise(std::vector<double>(1000, 0.1));
        QCOMPARE(summary.mean, 0.1);
        QCOMPARE(summary.stddev, 0.0);
        QCOMPARE(summary.stddevError, 0.0);
        for (const double quantile : summary.quantiles)
            QCOMPARE(quantile, 0.1);
    }

    void nonFiniteSamplesAreCountedAndLeftOut()
    {
        const Summary summary =
            Summariser().summarise(std::vector{1.0, notANumber, 3.0, inf, -inf, notANumber, notANumber, 2.0});
        QCOMPARE(summary.nanFraction, 3.0 / 8.0);
        QCOMPARE(summary.infFraction, 2.0 / 8.0);
        QCOMPARE(summary.mean, 2.0);
        QCOMPARE(summary.stddev, 1.0);
        QCOMPARE(summary.quantiles[2], 2.0);
    }

    void withoutAFiniteSampleThereIsNothing()
    {
        const Summary summary = Summariser().summarise(std::vector{notANumber, notANumber});
        QCOMPARE(summary.nanFraction, 1.0);
        QVERIFY(std::isnan(summary.mean) && std::isnan(summary.stddev) && std::isnan(summary.quantiles[0]));
    }

    void oneSampleHasAMeanAndNoDeviation()
    {
        const Summary summary = Summariser().summarise(std::vector{4.0});
        QCOMPARE(summary.mean, 4.0);
        QCOMPARE(summary.quantiles[0], 4.0);
        QVERIFY(std::isnan(summary.stddev));
    }

    void standardErrorOfTheDeviationOfANormalSample()
    {
        // σ/√(2n) for large n.
        std::mt19937_64 random(3);
        std::normal_distribution normal(0.0, 2.0);
        std::vector<double> samples(200'000);
        for (double& sample : samples)
            sample = normal(random);
        const Summary summary = Summariser().summarise(samples);
        QVERIFY(std::abs(summary.stddevError * std::sqrt(2.0 * 200'000) / 2.0 - 1.0) < 0.02);
    }

    void hugeAndTinySamplesKeepTheirMean()
    {
        QVERIFY(isClose(Summariser().summarise(std::vector{1.7e308, -1.7e308, 1.7e308, -1.7e308}).mean, 0.0));
        const Summary tiny = Summariser().summarise(std::vector{1e-100, 3e-100});
        QVERIFY(std::abs(tiny.mean / 2e-100 - 1.0) < 1e-14);
        QVERIFY(std::abs(tiny.stddev / (std::sqrt(2.0) * 1e-100) - 1.0) < 1e-14);
    }

    void comparesWithATarget()
    {
        Summariser summariser;
        const Summary summary = summariser.summarise(std::vector{-1.0, 1.0, 3.0, 5.0});
        const Comparison comparison = summariser.compare(summary, 1.0);
        QCOMPARE(comparison.bias, 1.0);
        QVERIFY(isClose(comparison.rmse, std::sqrt((4.0 + 0.0 + 4.0 + 16.0) / 4.0)));
        QVERIFY(isClose(comparison.snr, 2.0 / std::sqrt(20.0 / 3.0)));
        QCOMPARE(comparison.signAgreement, 0.75);
    }

    void certaintyHasAnInfiniteSignalToNoise()
    {
        Summariser summariser;
        QCOMPARE(summariser.compare(summariser.summarise(std::vector{2.0, 2.0}), 2.0).snr, inf);
        QVERIFY(std::isnan(summariser.compare(summariser.summarise(std::vector{0.0, 0.0}), 0.0).snr));
    }

    void differencesAreOverPairsThatAreBothFinite()
    {
        const Estimate estimate = Summariser().difference(std::vector{2.0, notANumber, 6.0, 1.0},
                                                          std::vector{1.0, 1.0, 3.0, inf}, 0.5);
        QCOMPARE(estimate.value, 4.0);
        QVERIFY(isClose(estimate.error, std::sqrt(8.0) / std::sqrt(2.0)));
    }

    void differencesThatOverflowAreSeen()
    {
        const Estimate estimate =
            Summariser().difference(std::vector{1e308, 1.0}, std::vector{-1e308, 1.0}, 0.5);
        QCOMPARE(estimate.value, inf);
        QVERIFY(std::isnan(estimate.error));
    }

    void momentsOfDifferencesMerge()
    {
        const std::vector above{2.0, notANumber, 6.0, 1.0, 5.0};
        const std::vector below{1.0, 1.0, 3.0, inf, 2.5};
        Summariser summariser;
        const Estimate whole = summariser.difference(above, below, 0.5);
        const auto part = [&](std::size_t first, std::size_t count) {
            return summariser.differenceMoments(std::span(above).subspan(first, count),
                                                std::span(below).subspan(first, count), 0.5);
        };
        const Estimate merged = estimateOf(Moments::merged(part(0, 2), part(2, 3)));
        QVERIFY(isClose(merged.value, whole.value));
        QVERIFY(isClose(merged.error, whole.error));
    }

    void singlePrecisionIsReadAsItsDoubles()
    {
        std::mt19937_64 random(5);
        std::normal_distribution<float> normal;
        std::vector<float> samples(1001);
        for (float& sample : samples)
            sample = normal(random);
        samples[7] = std::numeric_limits<float>::infinity();
        samples[9] = std::numeric_limits<float>::quiet_NaN();
        const std::vector<double> widened(samples.begin(), samples.end());
        const Summary summary = Summariser().summarise(samples);
        const Summary expected = Summariser().summarise(widened);
        QCOMPARE(summary.mean, expected.mean);
        QCOMPARE(summary.stddev, expected.stddev);
        QCOMPARE(summary.quantiles, expected.quantiles);
        QCOMPARE(summary.nanFraction, 1.0 / 1001.0);
        QCOMPARE(summary.infFraction, 1.0 / 1001.0);
    }

    void nothingIsLeftOverFromTheRowBefore()
    {
        Summariser summariser;
        (void)summariser.summarise(std::vector{notANumber, 5.0, -7.0});
        (void)summariser.summarise(std::vector<double>(1000, 3.0));
        const Summary summary = summariser.summarise(std::vector{1.0, 2.0, 3.0});
        QCOMPARE(summary.nanFraction, 0.0);
        QCOMPARE(summary.quantiles[2], 2.0);
        QCOMPARE(summariser.compare(summary, 2.0).signAgreement, 1.0);
    }
};

QTEST_APPLESS_MAIN(TestSummary)
#include "tst_summary.moc"
