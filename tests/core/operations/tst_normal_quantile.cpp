// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/normal_quantile.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace sluice;

/// The normal quantile against the error function, whose inverse it is, out to the last variate there is.
class TestNormalQuantile : public QObject
{
    Q_OBJECT

private slots:
    void invertsTheDistribution_data()
    {
        QTest::addColumn<double>("p");
        for (const double p :
             {0.5, 0.4999, 0.3, 0.1, 0.075, 0.0749, 0.05, 1e-3, 1e-6, 1e-9, 1.4e-11, 1.3e-11, 1e-14, 1e-16})
            QTest::addRow("%g", p) << p;
    }
    void invertsTheDistribution()
    {
        QFETCH(double, p);
        const double z = normalQuantile(p);
        const double back = 0.5 * std::erfc(-z / std::numbers::sqrt2);
        // A relative error of the quantile appears z² times as large in the probability.
        QVERIFY2(std::abs(back / p - 1.0) < 1e-15 * (4.0 + 2.0 * z * z),
                 qPrintable(QString::number(back, 'g', 17)));
    }

    void variatesAreSymmetricAndFinite()
    {
        const std::uint64_t top = std::uint64_t{1} << 63;
        for (std::uint64_t word :
             {std::uint64_t{0}, ~std::uint64_t{0} >> 1, std::uint64_t{0x0123456789abcdef}}) {
            QVERIFY(std::isfinite(normalVariate(word)));
            QCOMPARE(normalVariate(word | top), -normalVariate(word));
        }
        QVERIFY(normalVariate(0) < -8.0);
        QVERIFY(normalVariate(top) > 8.0);
    }
};

QTEST_APPLESS_MAIN(TestNormalQuantile)
#include "tst_normal_quantile.moc"
