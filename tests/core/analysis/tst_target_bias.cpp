// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/target_bias.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace sluice;

/// Biases with their confidence intervals.
class TestTargetBias : public QObject
{
    Q_OBJECT

private slots:
    void atOnePoint_data();
    void atOnePoint();
    void intervalsHoldTheTruth_data();
    void intervalsHoldTheTruth();
    void oneSampleTellsNothing();
    void targetsOfCurves();
};

void TestTargetBias::atOnePoint_data()
{
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("error");
    QTest::addColumn<double>("allowance");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("beyond two errors") << 0.3 << 0.15 << 0.0 << true;
    QTest::newRow("within two errors") << -0.3 << 0.16 << 0.0 << false;
    QTest::newRow("negative") << -0.3 << 0.1 << 0.0 << true;
    QTest::newRow("within what the target is off by") << 0.3 << 0.1 << 0.2 << false;
    QTest::newRow("exact") << 1e-9 << 0.0 << 0.0 << true;
    QTest::newRow("none") << 0.0 << 0.0 << 0.0 << false;
}

void TestTargetBias::atOnePoint()
{
    QFETCH(const double, difference);
    QFETCH(const double, error);
    QFETCH(const double, allowance);
    QFETCH(const bool, isTold);
    QCOMPARE(biasOf({difference, error, allowance}).isTold(), isTold);
    QCOMPARE(biasOf({difference, error, allowance}).value, difference);
}

void TestTargetBias::intervalsHoldTheTruth_data()
{
    QTest::addColumn<double>("bias");
    for (const double bias : {0.0, 0.05, 0.3, 2.0})
        QTest::addRow("%g standard errors", bias) << bias;
}

/// 2,000 sweeps of 100 points with normal errors of 1: about 95 % of the intervals must hold the bias.
void TestTargetBias::intervalsHoldTheTruth()
{
    QFETCH(const double, bias);
    std::mt19937_64 words(1);
    std::normal_distribution<double> error(0.0, 1.0);
    int held = 0;
    for (int sweep = 0; sweep < 2000; ++sweep) {
        RmsBias sum(RmsBias::Errors::independent);
        for (int point = 0; point < 100; ++point)
            sum.add({.difference = bias + error(words), .standardError = 1.0, .allowance = 0.0});
        const Bias result = sum.result();
        QCOMPARE(result.points, std::size_t{100});
        held += result.low <= bias && bias <= result.high ? 1 : 0;
    }
    QVERIFY2(held >= 1860, qPrintable(QString::number(held)));
    QVERIFY2(held < 1999, qPrintable(QString::number(held)));
}

void TestTargetBias::oneSampleTellsNothing()
{
    RmsBias sum(RmsBias::Errors::independent);
    sum.add({.difference = 5.0, .standardError = std::numeric_limits<double>::quiet_NaN(), .allowance = 0.0});
    QVERIFY(!sum.result().isTold());
    QCOMPARE(sum.result().high, std::numeric_limits<double>::infinity());
    QVERIFY(std::isnan(RmsBias(RmsBias::Errors::independent).result().value));
}

void TestTargetBias::targetsOfCurves()
{
    VariantCurves ungated;
    ungated.gradient.mean = {2.0};
    ungated.gradient.meanError = {0.1};
    VariantCurves variant;
    variant.gradient.mean = {3.0};
    variant.gradient.meanError = {0.2};
    variant.comparison.noiseFree = {2.9};
    variant.comparison.gradientOfMean = {1.5};
    variant.comparison.gradientOfMeanError = {0.3};
    const auto against = [&](GradientTarget target) { return biasOf(variant, ungated, target, 0); };
    QVERIFY(!against(GradientTarget::noiseFree).isTold());
    QVERIFY(std::abs(against(GradientTarget::noiseFree).value - 0.1) < 1e-15);
    QCOMPARE(against(GradientTarget::gradientOfMean).value, 1.5);
    QVERIFY(against(GradientTarget::gradientOfMean).isTold());
    QCOMPARE(against(GradientTarget::pathwise).value, 1.0);
    QVERIFY(against(GradientTarget::pathwise).isTold());
    QCOMPARE(biasOf(variant, variant, GradientTarget::pathwise, 0).value, 0.0);
}

QTEST_APPLESS_MAIN(TestTargetBias)
#include "tst_target_bias.moc"
