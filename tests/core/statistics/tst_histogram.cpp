// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/histogram.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace sluice;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

using Sets = std::vector<std::vector<double>>;

/// The middles of equally wide stretches: equally many samples in every bin that divides them.
std::vector<double> evenly(double low, double high, int count)
{
    std::vector<double> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(low + (high - low) * (i + 0.5) / count);
    return samples;
}

double sumOf(const std::vector<double>& shares)
{
    return std::accumulate(shares.begin(), shares.end(), 0.0);
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT

private slots:
    void evenSamplesFillEvenly()
    {
        const std::vector<Histogram> histograms = histogramsOf(Sets{evenly(0.0, 1.0, 8000)});
        const Histogram& histogram = histograms.at(0);
        QVERIFY(!histogram.constant);
        // Freedman and Diaconis: 1 / (2 · 0.5 / 8000^(1/3)) = 20.
        QVERIFY(std::abs(static_cast<double>(histogram.shares.size()) - 20.0) <= 1.0);
        QVERIFY(std::abs(sumOf(histogram.shares) - 1.0) < 1e-12);
        for (const double share : histogram.shares)
            QVERIFY(std::abs(share - 1.0 / static_cast<double>(histogram.shares.size())) < 1e-3);
    }

    void setsShareTheirBins()
    {
        const std::vector<Histogram> histograms =
            histogramsOf(Sets{evenly(0.0, 1.0, 1000), evenly(3.0, 4.0, 1000)});
        QCOMPARE(histograms[0].low, histograms[1].low);
        QCOMPARE(histograms[0].high, histograms[1].high);
        QCOMPARE(histograms[0].shares.size(), histograms[1].shares.size());
        QVERIFY(histograms[0].low < 0.001 && histograms[0].high > 3.999);
        QCOMPARE(histograms[0].shares.back(), 0.0);
        QCOMPARE(histograms[1].shares.front(), 0.0);
    }

    void constants_data()
    {
        QTest::addColumn<std::vector<double>>("samples");
        QTest::addColumn<double>("constant");
        QTest::newRow("one") << std::vector<double>(100, 1.0) << 1.0;
        QTest::newRow("zero") << std::vector<double>(3, 0.0) << 0.0;
        QTest::newRow("alike to rounding") << std::vector<double>{1.0, 1.0, std::nextafter(1.0, 2.0)} << 1.0;
        QTest::newRow("beside NaN") << std::vector<double>{notANumber, -2.0, infinity, -2.0} << -2.0;
        QTest::newRow("the largest") << std::vector<double>{1.7e308} << 1.7e308;
    }
    void constants()
    {
        QFETCH(std::vector<double>, samples);
        const Histogram histogram = histogramsOf(Sets{samples}).at(0);
        QVERIFY(histogram.constant.has_value());
        QTEST(*histogram.constant, "constant");
        QVERIFY(histogram.shares.empty());
        QVERIFY(histogram.low < *histogram.constant && *histogram.constant < histogram.high);
    }

    void whatIsNoNumberIsInNoBin()
    {
        std::vector<double> samples = evenly(-1.0, 1.0, 600);
        samples.insert(samples.end(), 300, notANumber);
        samples.insert(samples.end(), 100, infinity);
        QVERIFY(std::abs(sumOf(histogramsOf(Sets{samples}).at(0).shares) - 0.6) < 1e-12);
    }

    void nothingFiniteIsEmpty()
    {
        const Histogram histogram = histogramsOf(Sets{{notANumber, infinity}}).at(0);
        QVERIFY(histogram.shares.empty() && !histogram.constant);
        QVERIFY(histogramsOf(Sets{}).empty());
        QVERIFY(histogramsOf(Sets{{}}).at(0).shares.empty());
    }

    void farSamplesDontSqueezeTheOthers()
    {
        std::vector<double> samples = evenly(0.0, 1.0, 2000);
        samples.push_back(1e9);
        samples.push_back(-1e9);
        const Histogram histogram = histogramsOf(Sets{samples}).at(0);
        QVERIFY(histogram.low > -0.1 && histogram.high < 1.1);
        QVERIFY(sumOf(histogram.shares) > 0.98);
    }

    void theLargestNumbersStayFinite()
    {
        const Histogram histogram = histogramsOf(Sets{{-1.5e308, 0.0, 1.5e308, 1.0e308}}).at(0);
        QVERIFY(std::abs(sumOf(histogram.shares) - 1.0) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
