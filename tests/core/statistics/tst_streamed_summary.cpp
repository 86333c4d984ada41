// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/streamed_summary.h"
#include "core/statistics/weighted_order.h"
#include "tests/core/statistics/rows.h"

#include <QTest>

#include <bit>
#include <limits>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

Row sorted(Row row)
{
    std::ranges::sort(row);
    return row;
}

QuantileSketch sketchOf(const Row& row, std::size_t bufferSize, std::size_t blockSize)
{
    QuantileSketch sketch(bufferSize);
    for (std::size_t first = 0; first < row.size(); first += blockSize) {
        const auto block = std::span(row).subspan(first, std::min(blockSize, row.size() - first));
        sketch.append(sorted(Row(block.begin(), block.end())));
    }
    return sketch;
}

StreamedSummary streamOf(const Row& row)
{
    StreamedSummary stream(row.size());
    for (std::size_t first = 0; first < row.size(); first += StreamedSummary::largestBlockSize)
        stream.append(SampleBlock(
            std::span(row).subspan(first, std::min(StreamedSummary::largestBlockSize, row.size() - first))));
    return stream;
}

/// How far a number is from a rank among samples, as a share of them: 0 within the places that it takes.
double rankDistance(const Row& ascending, double number, double rank)
{
    const auto n = static_cast<double>(ascending.size());
    const double low =
        static_cast<double>(std::ranges::lower_bound(ascending, number) - ascending.begin()) / n;
    const double high =
        static_cast<double>(std::ranges::upper_bound(ascending, number) - ascending.begin()) / n;
    return std::max({0.0, low - rank, rank - high});
}

} // namespace

/// Streams against all samples at once.
class TestStreamedSummary : public QObject
{
    Q_OBJECT

private slots:
    void weightedOrder_data()
    {
        QTest::addColumn<double>("place");
        QTest::addColumn<double>("expected");
        // 10 stands for places 0 to 3, 20 for 4, 30 for 5 to 8: in their middles 1.5, 4 and 6.5.
        QTest::addRow("before the first middle") << 0.0 << 10.0;
        QTest::addRow("first middle") << 1.5 << 10.0;
        QTest::addRow("between") << 2.75 << 15.0;
        QTest::addRow("the single one") << 4.0 << 20.0;
        QTest::addRow("between again") << 5.25 << 25.0;
        QTest::addRow("last middle") << 6.5 << 30.0;
        QTest::addRow("behind it") << 8.0 << 30.0;
    }

    void weightedOrder()
    {
        QFETCH(const double, place);
        const Row heavy{10.0, 30.0};
        const Row light{20.0};
        WeightedOrder order;
        order.add(heavy, 4.0);
        order.add(light, 1.0);
        QTEST(order.at(place), "expected");
    }

    void tiesOfDifferentWeightsAreOneStep()
    {
        const Row heavy{1.0, 2.0};
        const Row light{2.0, 2.0, 3.0};
        WeightedOrder order;
        order.add(heavy, 2.0);
        order.add(light, 1.0);
        // 1 at 0.5; 2 from 2.5, the middle of the heavy one, to 5; 3 at 6.
        QCOMPARE(order.at(1.5), 1.5);
        QCOMPARE(order.at(3.7), 2.0);
        QCOMPARE(order.at(5.0), 2.0);
        QCOMPARE(order.at(5.25), 2.25);
    }

    void fewSamplesAreExact_data()
    {
        QTest::addColumn<std::size_t>("row");
        QTest::addColumn<std::size_t>("size");
        const std::vector<RowCase> cases = rowCases();
        for (std::size_t row = 0; row < cases.size(); ++row)
            for (const std::size_t size : {1U, 2U, 255U, 256U, 257U, 511U})
                QTest::addRow("%s, %zu", cases[row].name.c_str(), size) << row << size;
    }

    void fewSamplesAreExact()
    {
        QFETCH(const std::size_t, row);
        QFETCH(const std::size_t, size);
        const Row samples = rowOf(rowCases()[row], size);
        const QuantileSketch sketch = sketchOf(samples, 256, 256);
        QCOMPARE(sketch.quantiles(), quantilesOfSorted(sorted(samples)));
        QCOMPARE(sketch.rankError(), 0.0);
    }

    void moreSamplesTakeNoMoreMemory_data()
    {
        QTest::addColumn<std::size_t>("samples");
        QTest::addColumn<std::size_t>("bufferSize");
        QTest::addRow("as many as one buffer") << std::size_t{65'536} << std::size_t{65'536};
        QTest::addRow("ten million") << std::size_t{10'000'000} << std::size_t{65'536};
        QTest::addRow("a hundred million") << std::size_t{100'000'000} << std::size_t{32'768};
        QTest::addRow("a billion") << std::size_t{1'000'000'000} << std::size_t{32'768};
        QTest::addRow("as many as can be asked for") << (std::size_t{1} << 33U) << std::size_t{16'384};
    }

    void moreSamplesTakeNoMoreMemory()
    {
        QFETCH(const std::size_t, samples);
        const std::size_t size = QuantileSketch::bufferSizeFor(samples);
        QTEST(size, "bufferSize");
        // As many buffers as the binary counter of full ones has places.
        const auto places = static_cast<std::size_t>(std::bit_width(samples / size));
        QVERIFY(places * size <= 9 * QuantileSketch::defaultBufferSize);
    }

    void errorOfTheRankIsAsStated_data()
    {
        QTest::addColumn<std::size_t>("row");
        QTest::addColumn<std::size_t>("blockSize");
        const std::vector<RowCase> cases = rowCases();
        for (std::size_t row = 0; row < cases.size(); ++row)
            for (const std::size_t blockSize : {256U, 512U, 700U})
                QTest::addRow("%s, blocks of %zu", cases[row].name.c_str(), blockSize) << row << blockSize;
    }

    void errorOfTheRankIsAsStated()
    {
        QFETCH(const std::size_t, row);
        QFETCH(const std::size_t, blockSize);
        constexpr std::size_t bufferSize = 256;
        constexpr std::size_t size = 100 * bufferSize + 17;
        double squares = 0.0;
        double count = 0.0;
        double stated = 0.0;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Row samples = rowOf(rowCases()[row], size, seed);
            const QuantileSketch sketch = sketchOf(samples, bufferSize, blockSize);
            const Quantiles quantiles = sketch.quantiles();
            const Row ascending = sorted(samples);
            stated = sketch.rankError();
            for (std::size_t q = 0; q < quantiles.size(); ++q, ++count) {
                const double distance = rankDistance(ascending, quantiles[q], quantileRanks[q]);
                QVERIFY(distance < 4.0 * stated);
                squares += distance * distance;
            }
        }
        QVERIFY(std::sqrt(squares / count) < stated);
        // 1/√2k for the deviation, 1/2k for the largest weight.
        QVERIFY(stated < (std::sqrt(0.5) + 0.5) / bufferSize);
    }

    void theErrorHasNoDirection()
    {
        // Were always the same of two samples dropped, ranks would drift by about log2(n/k)/4k = 2.5/k.
        constexpr std::size_t bufferSize = 64;
        double sum = 0.0;
        double count = 0.0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Row samples = rowOf(rowCases().front(), 1024 * bufferSize, seed);
            const Quantiles quantiles = sketchOf(samples, bufferSize, bufferSize).quantiles();
            const Row ascending = sorted(samples);
            for (std::size_t q = 0; q < quantiles.size(); ++q, ++count) {
                const auto below = std::ranges::lower_bound(ascending, quantiles[q]) - ascending.begin();
                sum += static_cast<double>(below) / static_cast<double>(samples.size()) - quantileRanks[q];
            }
        }
        QVERIFY(std::abs(sum / count) < 0.5 / bufferSize);
    }

    void momentsAndSignsAreThoseOfAllSamples()
    {
        const Row samples = rowOf(rowCases().front(), 5 * StreamedSummary::largestBlockSize + 1234);
        const StreamedSummary stream = streamOf(samples);
        Summariser summariser;
        const Summary expected = summariser.summarise(samples);
        const Summary actual = stream.summary();
        QVERIFY(std::abs(actual.mean - expected.mean) < 1e-15);
        QVERIFY(std::abs(actual.stddev / expected.stddev - 1.0) < 1e-13);
        QVERIFY(std::abs(actual.meanError / expected.meanError - 1.0) < 1e-13);
        QVERIFY(std::abs(actual.stddevError / expected.stddevError - 1.0) < 1e-12);
        const Comparison comparison = stream.compare(0.25);
        const Comparison whole = summariser.compare(expected, 0.25);
        QVERIFY(std::abs(comparison.bias - whole.bias) < 1e-15);
        QVERIFY(std::abs(comparison.rmse / whole.rmse - 1.0) < 1e-13);
        QVERIFY(std::abs(comparison.snr - whole.snr) < 1e-13);
        QCOMPARE(comparison.signAgreement, whole.signAgreement);
        const Row ascending = sorted(samples);
        for (std::size_t q = 0; q < quantileRanks.size(); ++q)
            QVERIFY(rankDistance(ascending, actual.quantiles[q], quantileRanks[q]) <
                    4.0 * stream.rankError());
    }

    void samplesThatAreNotFiniteAreCountedAndLeftOut()
    {
        Row samples = rowOf(rowCases().front(), 4 * StreamedSummary::largestBlockSize);
        Row finite;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i] = i % 8 == 1 ? notANumber : i % 8 == 2 ? inf : samples[i];
            if (std::isfinite(samples[i]))
                finite.push_back(samples[i]);
        }
        const StreamedSummary stream = streamOf(samples);
        const Summary summary = stream.summary();
        QCOMPARE(summary.nanFraction, 0.125);
        QCOMPARE(summary.infFraction, 0.125);
        QVERIFY(std::abs(summary.mean - Summariser().summarise(finite).mean) < 1e-15);
        const Row ascending = sorted(finite);
        for (std::size_t q = 0; q < quantileRanks.size(); ++q)
            QVERIFY(rankDistance(ascending, summary.quantiles[q], quantileRanks[q]) <
                    4.0 * stream.rankError());
    }

    void withoutAFiniteSampleThereIsNothing()
    {
        const Summary summary = streamOf(Row(10, notANumber)).summary();
        QCOMPARE(summary.nanFraction, 1.0);
        QVERIFY(std::isnan(summary.mean) && std::isnan(summary.quantiles[0]));
    }

    void equalSamplesHaveExactlyNoDeviation()
    {
        const StreamedSummary stream = streamOf(Row(3 * StreamedSummary::largestBlockSize, 0.1));
        QCOMPARE(stream.summary().mean, 0.1);
        QCOMPARE(stream.summary().stddev, 0.0);
        QCOMPARE(stream.summary().quantiles, (Quantiles{0.1, 0.1, 0.1, 0.1, 0.1}));
    }
};

QTEST_APPLESS_MAIN(TestStreamedSummary)
#include "tst_streamed_summary.moc"
