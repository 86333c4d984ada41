// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/bucket_index.h"
#include "core/statistics/quantiles.h"
#include "core/statistics/sorting.h"
#include "tests/core/statistics/rows.h"

#include <QTest>

#include <bit>
#include <limits>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr double largest = std::numeric_limits<double>::max();

/// The definition: linear between the numbers around rank·(n - 1) in ascending order.
Quantiles bySorting(Row row)
{
    std::sort(row.begin(), row.end());
    Quantiles quantiles{};
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
        const double place = quantileRanks[q] * static_cast<double>(row.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        quantiles[q] =
            between(row[below], row[std::min(below + 1, row.size() - 1)], place - static_cast<double>(below));
    }
    return quantiles;
}

std::array<std::uint64_t, quantileRanks.size()> bitsOf(const Quantiles& quantiles)
{
    return std::bit_cast<std::array<std::uint64_t, quantileRanks.size()>>(quantiles);
}

} // namespace

/// Quantiles against sorting the row, to the bit, on rows that are hard to divide.
class TestQuantiles : public QObject
{
    Q_OBJECT

private slots:
    void interpolation_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("expected");
        QTest::addRow("on the lower") << 1.0 << 3.0 << 0.0 << 1.0;
        QTest::addRow("a quarter") << 1.0 << 3.0 << 0.25 << 1.5;
        QTest::addRow("three quarters") << 1.0 << 3.0 << 0.75 << 2.5;
        QTest::addRow("equal") << 0.1 << 0.1 << 0.3 << 0.1;
        QTest::addRow("a distance that overflows") << -1.5e308 << 1.5e308 << 0.5 << 0.0;
        QTest::addRow("on the lower of these") << -1.5e308 << 1.5e308 << 0.0 << -1.5e308;
    }

    void interpolation()
    {
        QFETCH(const double, low);
        QFETCH(const double, high);
        QFETCH(const double, share);
        QTEST(between(low, high, share), "expected");
    }

    void aZeroHasNoSign()
    {
        QVERIFY(!std::signbit(between(-0.0, -0.0, 0.7)));
        QVERIFY(!std::signbit(quantilesOfSorted(Row(3, -0.0))[2]));
    }

    void ofTheNumbersFromZero()
    {
        // NumPy 1.24: quantile(arange(11.), [.05, .25, .5, .75, .95]).
        const Row row{7, 3, 0, 10, 9, 1, 2, 8, 6, 5, 4};
        QCOMPARE(QuantileSelector().select(row, 0.0, 10.0), (Quantiles{0.5, 2.5, 5.0, 7.5, 9.5}));
    }

    void equalThoseOfTheSortedRow_data()
    {
        QTest::addColumn<std::size_t>("row");
        QTest::addColumn<std::size_t>("size");
        const std::vector<RowCase> cases = rowCases();
        for (std::size_t row = 0; row < cases.size(); ++row)
            for (const std::size_t size : {1U, 2U, 3U, 9U, 20U, 33U, 63U, 64U, 65U, 100U, 999U, 1000U, 1024U,
                                           5000U, 65'535U, 65'536U, 100'000U})
                QTest::addRow("%s, %zu", cases[row].name.c_str(), size) << row << size;
    }

    void equalThoseOfTheSortedRow()
    {
        QFETCH(const std::size_t, row);
        QFETCH(const std::size_t, size);
        // One selector for rows of many kinds: nothing may be left over from the row before.
        static QuantileSelector selector;
        const RowCase rowCase = rowCases()[row];
        for (std::uint64_t seed = 1; seed <= (size > 5000 ? 1U : 20U); ++seed) {
            const Row samples = rowOf(rowCase, size, seed);
            const auto [lowest, highest] = std::ranges::minmax(samples);
            QCOMPARE(bitsOf(selector.select(samples, lowest, highest)), bitsOf(bySorting(samples)));
        }
    }

    void bucketsNeverFallWhereNumbersRise_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addRow("a part of them") << -1.0 << 0.7;
        QTest::addRow("one point") << 0.5 << 0.5;
        QTest::addRow("less than a subnormal apart") << 0.0 << 5e-324;
        QTest::addRow("all numbers") << -1.7e308 << 1.7e308;
        QTest::addRow("none of them") << 1e3 << 1e4;
    }

    void bucketsNeverFallWhereNumbersRise()
    {
        QFETCH(const double, low);
        QFETCH(const double, high);
        Row row = rowOf(rowCases().front(), 1000);
        row.insert(row.end(), {-1.7e308, -1e-310, -0.0, 0.0, 5e-324, 0.5, 1e-200, 1.7e308});
        std::ranges::sort(row);
        std::vector<std::uint16_t> buckets(row.size());
        findBuckets(row, low, high, 512, buckets);
        QVERIFY(std::ranges::is_sorted(buckets));
        QVERIFY(buckets.back() < 512);
    }

    void sortsRowsOfEverySize()
    {
        for (std::size_t size = 0; size <= 100; ++size) {
            Row row = rowOf(rowCases()[size % 2 == 0 ? 0 : 8], size, size);
            if (size > 3)
                row[size / 2] = size % 3 == 0 ? largest : -largest;
            Row expected = row;
            std::ranges::sort(expected);
            sortAscending(row);
            QCOMPARE(row, expected);
        }
    }

    void countsWhatIsEqual()
    {
        const Row row{1.0, 0.0, -0.0, 2.0, 1.0, 3.0, 1.0};
        QCOMPARE(countEqual(row, 1.0), 3U);
        QCOMPARE(countEqual(row, 0.0), 2U);
        QCOMPARE(countEqual(row, 5.0), 0U);
    }
};

QTEST_APPLESS_MAIN(TestQuantiles)
#include "tst_quantiles.moc"
