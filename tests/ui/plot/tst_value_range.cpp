// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/value_range.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace sluice;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

ValueRange rangeOf(const std::vector<double>& curve)
{
    const std::vector<std::span<const double>> curves{curve};
    return readableRange(curves);
}

std::vector<double> sampled(double (*f)(double))
{
    std::vector<double> values;
    for (int i = 0; i < 401; ++i) {
        values.push_back(f(-2.0 + i * 0.01));
    }
    return values;
}

} // namespace

class TestValueRange : public QObject
{
    Q_OBJECT

private slots:
    void neverEmpty_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("inside");
        QTest::newRow("nothing") << QList<double>{} << 0.0;
        QTest::newRow("one value") << QList<double>{3.0} << 3.0;
        QTest::newRow("constant") << QList<double>{1.0, 1.0, 1.0} << 1.0;
        QTest::newRow("zero") << QList<double>{0.0, 0.0} << 0.0;
        QTest::newRow("rounding only") << QList<double>{1.0, std::nextafter(1.0, 2.0)} << 1.0;
        QTest::newRow("NaN only") << QList<double>{notANumber, notANumber} << 0.0;
        QTest::newRow("infinities") << QList<double>{infinity, 2.0, -infinity} << 2.0;
        QTest::newRow("huge") << QList<double>{-1.7e308, 1.7e308} << 0.0;
        QTest::newRow("denormal") << QList<double>{5e-324, 1e-320} << 0.0;
        QTest::newRow("negative constant") << QList<double>{-40.0, -40.0} << -40.0;
    }
    void neverEmpty()
    {
        QFETCH(QList<double>, values);
        QFETCH(double, inside);
        const ValueRange range = rangeOf({values.begin(), values.end()});
        QVERIFY(std::isfinite(range.low) && std::isfinite(range.high));
        QVERIFY(range.high - range.low > 1e-12 * std::abs(range.high));
        QVERIFY(range.low < inside && inside < range.high);
    }

    void decades_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("nothing positive") << QList<double>{} << 1e-3 << 1.0;
        QTest::newRow("one decade") << QList<double>{0.02, 0.05} << 0.01 << 0.1;
        QTest::newRow("a power of ten") << QList<double>{0.01, 0.01} << 1e-3 << 0.01;
        QTest::newRow("several") << QList<double>{0.002, 7.0} << 1e-3 << 10.0;
        QTest::newRow("room for 0") << QList<double>{0.02, 0.0} << 1e-3 << 0.1;
        QTest::newRow("not numbers") << QList<double>{0.02, notANumber, infinity} << 0.01 << 0.1;
        QTest::newRow("rounding far below") << QList<double>{1e-40, 1.0} << 1e-12 << 1.0;
    }
    void decades()
    {
        QFETCH(QList<double>, values);
        QFETCH(double, low);
        QFETCH(double, high);
        const std::vector<double> curve(values.begin(), values.end());
        const std::vector<std::span<const double>> curves{curve};
        const ValueRange range = readableDecades(curves);
        QVERIFY(std::abs(range.low / low - 1.0) < 1e-9);
        QVERIFY(std::abs(range.high / high - 1.0) < 1e-9);
    }

    void smoothCurvesAreShownWhole_data()
    {
        QTest::addColumn<QList<double>>("values");
        const auto add = [](const char* name, double (*f)(double)) {
            const std::vector<double> values = sampled(f);
            QTest::newRow(name) << QList<double>(values.begin(), values.end());
        };
        add("parabola", [](double x) { return x * x; });
        add("exponential", [](double x) { return std::exp(3.0 * x); });
        add("step", [](double x) { return x < 0.0 ? -1.0 : 1.0; });
        add("narrow peak", [](double x) { return 40.0 * std::exp(-x * x / (2 * 0.025 * 0.025)); });
    }
    void smoothCurvesAreShownWhole()
    {
        QFETCH(QList<double>, values);
        const ValueRange range = rangeOf({values.begin(), values.end()});
        const auto [least, largest] = std::ranges::minmax(values);
        QVERIFY(range.low < least && largest < range.high);
        // Nor is the space wasted.
        QVERIFY(range.high - range.low < 1.2 * (largest - least));
    }

    void polesLeaveTheFrame_data()
    {
        QTest::addColumn<double>("exponent");
        QTest::addColumn<double>("atMost");
        QTest::newRow("1/x") << 1.0 << 30.0;
        QTest::newRow("1/x^2") << 2.0 << 600.0;
    }
    void polesLeaveTheFrame()
    {
        QFETCH(double, exponent);
        QFETCH(double, atMost);
        std::vector<double> values;
        for (int i = 0; i < 401; ++i) {
            const double x = (i - 200) * 0.01;
            values.push_back(i == 200 ? infinity : 1.0 / std::pow(x, exponent));
        }
        const ValueRange range = rangeOf(values);
        QVERIFY(range.high < atMost);
        QVERIFY(range.high > 1.0);
    }

    void pointsInEitherDirection()
    {
        const std::vector<double> backwards{2.0, 0.0, -2.0};
        QCOMPARE(rangeOfPoints(backwards), (ValueRange{-2.0, 2.0}));
        const std::vector<double> single{5.0};
        QVERIFY(rangeOfPoints(single).low < 5.0 && rangeOfPoints(single).high > 5.0);
    }
};

QTEST_APPLESS_MAIN(TestValueRange)
#include "tst_value_range.moc"
