// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/variant_summary.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace sluice;

Q_DECLARE_METATYPE(std::vector<double>)

class VariantSummaryTest : public QObject
{
    Q_OBJECT

private slots:
    void summarizes_data();
    void summarizes();
    void remarks();
};

void VariantSummaryTest::summarizes_data()
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<std::vector<double>>("stddev");
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<bool>("disconnected");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("sentence");
    // The mean is 1 everywhere. The root mean square of 3 and 4 is √12.5 ≈ 3.54.
    QTest::newRow("noisy") << std::vector{3.0, 4.0} << Precision::float64 << false << "±3.5"
                           << "is noisy";
    QTest::newRow("much") << std::vector{123.0, 123.0} << Precision::float64 << false << "±120"
                          << "is noisy";
    QTest::newRow("a point without") << std::vector{3.0, nan, 4.0} << Precision::float64 << false << "±3.5"
                                     << "is noisy";
    QTest::newRow("no noise") << std::vector{0.0, 0.0} << Precision::float64 << false << "0"
                              << "No sample shows noise";
    QTest::newRow("rounding") << std::vector{0.0, 4e-16} << Precision::float64 << false << "0"
                              << "more than rounding";
    QTest::newRow("rounding in single") << std::vector{0.0, 2e-7} << Precision::float32 << false << "0"
                                        << "more than rounding";
    QTest::newRow("little, but noise") << std::vector{2e-7, 2e-7} << Precision::float64 << false << "±2·10⁻⁷"
                                       << "is noisy";
    QTest::newRow("nothing finite") << std::vector{nan, nan} << Precision::float64 << false << "NaN"
                                    << "no finite value";
    QTest::newRow("disconnected") << std::vector{0.0, 0.0} << Precision::float64 << true << "disconnected"
                                  << "disconnected";
}

void VariantSummaryTest::summarizes()
{
    QFETCH(std::vector<double>, stddev);
    QFETCH(Precision, precision);
    QFETCH(bool, disconnected);
    QFETCH(QString, summary);
    QFETCH(QString, sentence);
    VariantCurves curves;
    curves.gradient.stddev = stddev;
    curves.gradient.mean.assign(stddev.size(), 1.0);
    curves.disconnected = disconnected;
    QCOMPARE(shortSummary(curves, precision), summary);
    const QString said = summarySentence(curves, precision);
    QVERIFY2(said.contains(sentence), qPrintable(said));
}

void VariantSummaryTest::remarks()
{
    const std::vector<GateEffect> effects{
        {"z=clean", false, false, {}},
        {"w=stop", true, false, Phrase::verbatim("there is no w")},
        {"u=stop", false, true, Phrase::verbatim("no path leads through it")},
    };
    QCOMPARE(remarksOn(effects), (QStringList{"w=stop is not found: there is no w",
                                              "u=stop changes nothing: no path leads through it"}));
}

QTEST_APPLESS_MAIN(VariantSummaryTest)
#include "tst_variant_summary.moc"
