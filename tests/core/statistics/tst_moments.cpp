// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/moments.h"
#include "core/statistics/power_sums.h"
#include "tests/core/statistics/rows.h"

#include <QTest>

#include <bit>
#include <limits>
#include <numeric>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// In long double and in two passes, relative to the first sample, which is ample for every row.
struct Reference
{
    explicit Reference(const Row& row)
    {
        const auto n = static_cast<long double>(row.size());
        const long double first = row.front();
        long double offset = 0.0L;
        for (const double v : row)
            offset += (v - first) / n;
        mean = first + offset;
        long double second = 0.0L;
        for (const double v : row)
            second += (v - first - offset) * (v - first - offset);
        stddev = std::sqrt(second / (n - 1.0L));
        long double fourth = 0.0L;
        for (const double v : row)
            fourth += stddev == 0.0L ? 0.0L : std::pow((v - first - offset) / stddev, 4.0L) / n;
        stddevError = stddev * std::sqrt(std::max(0.0L, fourth - (n - 3.0L) / (n - 1.0L)) / n) / 2.0L;
    }

    [[nodiscard]] long double rootMeanSquareAbout(const Row& row, double target) const
    {
        long double sum = 0.0L;
        for (const double v : row)
            sum += (static_cast<long double>(v) - target) * (static_cast<long double>(v) - target);
        return std::sqrt(sum / static_cast<long double>(row.size()));
    }

    long double mean = 0.0L;
    long double stddev = 0.0L;
    long double stddevError = 0.0L;
};

bool isWithin(double actual, long double expected, long double tolerance)
{
    if (expected > std::numeric_limits<double>::max())
        return actual == inf;
    return std::abs(actual - expected) <= tolerance;
}

bool sameBits(const PowerSums& a, const PowerSums& b)
{
    return std::bit_cast<std::array<std::uint64_t, 6>>(a) == std::bit_cast<std::array<std::uint64_t, 6>>(b);
}

} // namespace

/// Moments against long double, also where powers overflow, vanish or cancel.
class TestMoments : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithLongDouble_data()
    {
        QTest::addColumn<std::size_t>("row");
        QTest::addColumn<std::size_t>("size");
        const std::vector<RowCase> cases = rowCases();
        for (std::size_t row = 0; row < cases.size(); ++row)
            for (const std::size_t size : {2U, 3U, 7U, 8U, 9U, 17U, 1000U, 20'001U})
                QTest::addRow("%s, %zu", cases[row].name.c_str(), size) << row << size;
    }

    void agreeWithLongDouble()
    {
        QFETCH(const std::size_t, row);
        QFETCH(const std::size_t, size);
        const Row samples = rowOf(rowCases()[row], size);
        const Reference expected(samples);
        const Moments moments = Moments::of(samples).value();
        // The smallest number is an ulp of the subnormal ones.
        const long double tiny = 5e-324L;
        QVERIFY(isWithin(moments.mean(), expected.mean,
                         1e-15L * std::abs(expected.mean) + 1e-13L * expected.stddev + tiny));
        QVERIFY(isWithin(moments.stddev(), expected.stddev, 1e-13L * expected.stddev + tiny));
        QVERIFY(isWithin(moments.meanError() * std::sqrt(static_cast<double>(size)), expected.stddev,
                         1e-13L * expected.stddev + tiny * static_cast<long double>(size)));
        QVERIFY(isWithin(moments.stddevError(), expected.stddevError, 1e-12L * expected.stddev + tiny));
        for (const double target : {0.0, samples.front(), moments.mean()}) {
            const long double rms = expected.rootMeanSquareAbout(samples, target);
            QVERIFY(isWithin(moments.rootMeanSquareAbout(target), rms, 1e-13L * rms + tiny));
        }
    }

    void mergeIntoThoseOfTheWhole_data() { agreeWithLongDouble_data(); }

    void mergeIntoThoseOfTheWhole()
    {
        QFETCH(const std::size_t, row);
        QFETCH(const std::size_t, size);
        const Row samples = rowOf(rowCases()[row], size);
        const auto all = std::span<const double>(samples);
        const Reference expected(samples);
        for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, size / 3, size - 1, size}) {
            const Moments moments =
                Moments::merged(Moments::of(all.first(cut)).value(), Moments::of(all.subspan(cut)).value());
            const Moments whole = Moments::of(all).value();
            const long double tiny = 5e-324L;
            QCOMPARE(moments.count(), size);
            QCOMPARE(moments.lowest(), whole.lowest());
            QCOMPARE(moments.highest(), whole.highest());
            QVERIFY(isWithin(moments.mean(), expected.mean,
                             1e-15L * std::abs(expected.mean) + 1e-13L * expected.stddev + tiny));
            QVERIFY(isWithin(moments.stddev(), expected.stddev, 1e-13L * expected.stddev + tiny));
            QVERIFY(isWithin(moments.stddevError(), expected.stddevError, 1e-12L * expected.stddev + tiny));
            for (const double target : {-1.0, 0.0, 1.0, notANumber})
                QCOMPARE(moments.signAgreement(target), whole.signAgreement(target));
        }
    }

    void thirdMomentsMergeToo()
    {
        // Three parts: the fourth moment of the whole needs the third of the first two.
        const Row samples = rowOf(rowCases()[3], 999);
        const auto all = std::span<const double>(samples);
        Moments moments;
        for (std::size_t part = 0; part < 3; ++part)
            moments = Moments::merged(moments, Moments::of(all.subspan(333 * part, 333)).value());
        const Reference expected(samples);
        QVERIFY(isWithin(moments.stddevError(), expected.stddevError, 1e-13L * expected.stddevError));
    }

    void equalSamplesHaveExactlyNoDeviation()
    {
        for (const double value : {0.1, -1e-320, 1.7e308, 0.0})
            for (const std::size_t size : {2U, 1000U}) {
                const Row samples(size, value);
                const Moments moments = Moments::of(samples).value();
                const Moments merged = Moments::merged(moments, moments);
                for (const Moments& of : {moments, merged}) {
                    QCOMPARE(of.mean(), value);
                    QCOMPARE(of.stddev(), 0.0);
                    QCOMPARE(of.stddevError(), 0.0);
                    QCOMPARE(of.rootMeanSquareAbout(value), 0.0);
                }
            }
    }

    void targetNextToTheSamples()
    {
        // Half of the samples are the target, half its neighbour: the mean can't be told from either.
        Row samples(1000, 1.0);
        std::fill_n(samples.begin(), 500, std::nextafter(1.0, 2.0));
        QVERIFY(isWithin(Moments::of(samples)->rootMeanSquareAbout(1.0), 0x1p-52L * std::sqrt(0.5L), 1e-30L));
    }

    void signs()
    {
        const Row samples{-1.0, 0.0, -0.0, 2.0, 3.0, 4.0, -5.0, 6.0};
        const Moments moments = Moments::of(samples).value();
        QCOMPARE(moments.signAgreement(0.5), 0.5);
        QCOMPARE(moments.signAgreement(-7.0), 0.25);
        QCOMPARE(moments.signAgreement(-0.0), 0.25);
        QVERIFY(std::isnan(moments.signAgreement(notANumber)));
        QCOMPARE(Moments::of(Row{1.0, 2.0})->signAgreement(3.0), 1.0);
        QCOMPARE(Moments::of(Row{-1.0, -2.0})->signAgreement(3.0), 0.0);
    }

    void ofWhatIsNotFiniteThereAreNone()
    {
        for (const double bad : {inf, -inf, notANumber})
            for (const std::size_t size : {1U, 8U, 9U, 1000U})
                for (const std::size_t place : {std::size_t{0}, size / 2, size - 1}) {
                    Row samples(size, 1.0);
                    samples[place] = bad;
                    QVERIFY(!Moments::of(samples));
                }
    }

    void ofNoSample()
    {
        const Moments none = Moments::of(Row{}).value();
        QVERIFY(std::isnan(none.mean()) && std::isnan(none.stddev()) && std::isnan(none.stddevError()) &&
                std::isnan(none.rootMeanSquareAbout(0.0)) && std::isnan(none.signAgreement(0.0)));
        const Moments one = Moments::merged(none, Moments::of(Row{3.0}).value());
        QCOMPARE(one.mean(), 3.0);
        QVERIFY(std::isnan(one.stddev()));
    }

    void sameBitsOnEveryInstructionSet_data()
    {
        QTest::addColumn<InstructionSet>("set");
        for (const InstructionSet set : allInstructionSets)
            if (isSupported(set))
                QTest::addRow("%s", std::string(nameOf(set)).c_str()) << set;
    }

    void sameBitsOnEveryInstructionSet()
    {
        QFETCH(const InstructionSet, set);
        for (const RowCase& rowCase : rowCases())
            for (const std::size_t size : {1U, 7U, 8U, 13U, 1000U, 1001U}) {
                const Row samples = rowOf(rowCase, size);
                QVERIFY(sameBits(powerSums(samples, samples.front(), 0x1p-3, set),
                                 powerSums(samples, samples.front(), 0x1p-3, InstructionSet::baseline)));
            }
    }

    void powersOfSmallNumbers()
    {
        // 1, 2, …, 9 about 2, in halves: sums of d, d², d³, d⁴ for d from -1 to 7 are 27, 141, 783, 4677.
        Row samples(9);
        std::iota(samples.begin(), samples.end(), 1.0);
        const PowerSums sums = powerSums(samples, 2.0, 0.5);
        QCOMPARE(sums.first, 27.0 / 2.0);
        QCOMPARE(sums.second, 141.0 / 4.0);
        QCOMPARE(sums.third, 783.0 / 8.0);
        QCOMPARE(sums.fourth, 4677.0 / 16.0);
        QCOMPARE(sums.lowest, 1.0);
        QCOMPARE(sums.highest, 9.0);
    }
};

QTEST_APPLESS_MAIN(TestMoments)
#include "tst_moments.moc"
