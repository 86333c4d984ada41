// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_curves.h"
#include "ui/plot/gradient_reading.h"

#include <QTest>

#include <cmath>

using namespace sluice;

namespace {

constexpr double reach = 1.959963984540054;

/// One variant over one point, with a second one without gates beside it.
FigureContent contentOf(double mean, double meanError, double stddev = 0.5, double stddevError = 0.01)
{
    auto curves = synthetic::plain(
        {1.0}, [](double) { return 1.0; }, [](double) { return 2.0; });
    VariantCurves& variant = curves->variants.front();
    variant.gradient.mean = {mean};
    variant.gradient.meanError = {meanError};
    variant.gradient.stddev = {stddev};
    variant.gradient.stddevError = {stddevError};
    variant.comparison.noiseFree = {2.0};
    variant.comparison.gradientOfMean = {2.5};
    variant.comparison.gradientOfMeanError = {0.1};
    VariantCurves ungated = variant;
    ungated.gradient.mean = {3.0};
    ungated.gradient.meanError = {0.2};
    curves->variants.push_back(ungated);
    FigureContent content = synthetic::figureOf(curves);
    for (FigureVariant& each : content.variants) {
        each.ungated = 1;
    }
    return content;
}

} // namespace

/// Means, targets and their errors are given: what is read is their difference and 1.96 errors to both sides.
class GradientReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void bias_data();
    void bias();
    void biasNeedsItsTarget();
    void deviation();
    void curvesShowWhatIsTold_data();
    void curvesShowWhatIsTold();
    void texts_data();
    void texts();
};

void GradientReadingTest::bias_data()
{
    QTest::addColumn<GradientTarget>("target");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("half");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("noise-free") << GradientTarget::noiseFree << 2.5 << 0.5 << 0.1 * reach << true;
    QTest::newRow("within the error") << GradientTarget::noiseFree << 2.1 << 0.1 << 0.1 * reach << false;
    QTest::newRow("below") << GradientTarget::noiseFree << 1.5 << -0.5 << 0.1 * reach << true;
    QTest::newRow("mean value") << GradientTarget::gradientOfMean << 3.5 << 1.0 << 0.2 * reach << true;
    QTest::newRow("without gates") << GradientTarget::pathwise << 3.5 << 0.5 << 0.3 * reach << false;
}

void GradientReadingTest::bias()
{
    QFETCH(GradientTarget, target);
    QFETCH(double, mean);
    QFETCH(double, value);
    QFETCH(double, half);
    FigureContent content = contentOf(mean, 0.1);
    content.view.reading = GradientReading::bias;
    content.view.target = target;
    const Reading95 reading = readingAt(content, 0, 0);
    QVERIFY(std::abs(reading.value - value) < 1e-12);
    QVERIFY(std::abs(reading.low - (value - half)) < 1e-12);
    QVERIFY(std::abs(reading.high - (value + half)) < 1e-12);
    QTEST(reading.isTold, "isTold");
}

void GradientReadingTest::biasNeedsItsTarget()
{
    FigureContent content = contentOf(2.0, 0.1);
    content.view = {.reading = GradientReading::bias, .target = GradientTarget::pathwise};
    content.variants[0].ungated.reset();
    QVERIFY(std::isnan(readingAt(content, 0, 0).value));
    // Not computed yet.
    auto curves = std::make_shared<Curves>(*content.curves);
    curves->variants[0].comparison.gradientOfMean.clear();
    content.curves = curves;
    content.view.target = GradientTarget::gradientOfMean;
    QVERIFY(std::isnan(readingAt(content, 0, 0).value));
}

void GradientReadingTest::deviation()
{
    FigureContent content = contentOf(2.0, 0.1, 0.5, 0.01);
    content.view.reading = GradientReading::deviation;
    const Reading95 reading = readingAt(content, 0, 0);
    QCOMPARE(reading.value, 0.5);
    QVERIFY(std::abs(reading.low - (0.5 - 0.01 * reach)) < 1e-12);
    QVERIFY(std::abs(reading.high - (0.5 + 0.01 * reach)) < 1e-12);
    // Less than nothing doesn't deviate.
    QCOMPARE(readingAt(
                 [&] {
                     FigureContent wide = contentOf(2.0, 0.1, 0.5, 1.0);
                     wide.view = content.view;
                     return wide;
                 }(),
                 0, 0)
                 .low,
             0.0);
}

void GradientReadingTest::curvesShowWhatIsTold_data()
{
    QTest::addColumn<GradientReading>("kind");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("error");
    QTest::addColumn<double>("line");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    constexpr double none = synthetic::notANumber;
    const double half = 0.1 * reach;
    QTest::newRow("told") << GradientReading::bias << 1.0 << 0.1 << -1.0 << -1.0 - half << -1.0 + half;
    QTest::newRow("not told: no line") << GradientReading::bias << 2.0 << 0.1 << none << -half << half;
    QTest::newRow("exactly 0 is told") << GradientReading::bias << 2.0 << 0.0 << 0.0 << 0.0 << 0.0;
    QTest::newRow("size") << GradientReading::logBias << 1.0 << 0.1 << 1.0 << 1.0 - half << 1.0 + half;
    QTest::newRow("size that is not told: from 0")
        << GradientReading::logBias << 2.1 << 0.1 << none << 0.0 << 0.1 + half;
}

void GradientReadingTest::curvesShowWhatIsTold()
{
    QFETCH(GradientReading, kind);
    QFETCH(double, mean);
    QFETCH(double, error);
    QFETCH(double, line);
    QFETCH(double, low);
    QFETCH(double, high);
    FigureContent content = contentOf(mean, error);
    content.view.reading = kind;
    const Statistics curves = readingOf(content, 0);
    QCOMPARE(std::isnan(curves.mean.front()), std::isnan(line));
    QVERIFY(std::isnan(line) || std::abs(curves.mean.front() - line) < 1e-12);
    QVERIFY(std::abs(curves.q05.front() - low) < 1e-12);
    QVERIFY(std::abs(curves.q95.front() - high) < 1e-12);
}

void GradientReadingTest::texts_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("error");
    QTest::addColumn<GradientReading>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("told") << 0.5 << 0.02 << GradientReading::bias << "0.50 (0.46 … 0.54)";
    QTest::newRow("not told") << 0.01 << 0.02 << GradientReading::bias << "can’t tell (−0.03 … 0.05)";
    QTest::newRow("deviation") << 0.5 << 0.02 << GradientReading::deviation << "0.50 (0.46 … 0.54)";
    QTest::newRow("without error") << 0.25 << 0.0 << GradientReading::bias << "0.25";
    QTest::newRow("no number") << synthetic::notANumber << 0.0 << GradientReading::bias << "NaN";
}

void GradientReadingTest::texts()
{
    QFETCH(GradientReading, kind);
    QFETCH(double, value);
    QFETCH(double, error);
    const double low = value - reach * error;
    const double high = value + reach * error;
    QTEST(readingText({.value = value, .low = low, .high = high, .isTold = low > 0.0 || high < 0.0}, kind),
          "text");
}

QTEST_APPLESS_MAIN(GradientReadingTest)
#include "tst_gradient_reading.moc"
