// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/readout.h"
#include "ui/plot/wrapped_text.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QTest>

#include <limits>

using namespace sluice;

class TestReadout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }

    void digitsFollowTheError_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("error");
        QTest::addColumn<QString>("text");
        constexpr double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("exact") << 1.0 << 0.0 << "1";
        QTest::newRow("exact, of many digits") << 0.123456789 << 0.0 << "0.123457";
        QTest::newRow("error of a thousandth") << 0.999582549 << 0.00091 << "0.9996";
        QTest::newRow("trailing zeros are digits") << 1.0 << 0.001 << "1.000";
        QTest::newRow("large error") << 123.456 << 20.0 << "120";
        QTest::newRow("error of one") << 123.456 << 1.0 << "123";
        QTest::newRow("negative") << -2.5 << 0.1 << "−2.5";
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 0.0 << "NaN";
        QTest::newRow("infinite") << -infinity << 0.0 << "−∞";
    }
    void digitsFollowTheError()
    {
        QFETCH(double, value);
        QFETCH(double, error);
        QTEST(significantText(value, error), "text");
    }

    void positionsAreToldFromOneAnother_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("spacing");
        QTest::addColumn<QString>("text");
        QTest::newRow("wide sweep") << -1.99 << 0.01 << "−1.99";
        QTest::newRow("a third") << 1.0 / 3.0 << 0.01 << "0.333333";
        QTest::newRow("narrow sweep") << 1.00000025 << 2.5e-7 << "1.00000025";
        QTest::newRow("one point") << 2.0 / 3.0 << 0.0 << "0.666667";
        QTest::newRow("zero") << 0.0 << 0.01 << "0";
    }
    void positionsAreToldFromOneAnother()
    {
        QFETCH(double, value);
        QFETCH(double, spacing);
        QTEST(positionText(value, spacing), "text");
    }

    void linesFit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("most");
        QTest::newRow("one line") << "u ~ uniform(0.9, 1.1) · seed 1" << 1000.0 << 4;
        QTest::newRow("several lines")
            << "u ~ uniform(0.9, 1.1) · 1000 samples · seed 1 · semantics TensorFlow" << 150.0 << 9;
        QTest::newRow("cut short") << "u ~ uniform(0.9, 1.1) · 1000 samples · seed 1 · semantics TensorFlow"
                                   << 150.0 << 2;
        QTest::newRow("a word wider than the line") << QString(500, QLatin1Char('w')) << 120.0 << 3;
        QTest::newRow("empty") << "" << 100.0 << 3;
    }
    void linesFit()
    {
        QFETCH(QString, text);
        QFETCH(double, width);
        QFETCH(int, most);
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(12);
        const QStringList lines = wrapped(text, font, width, most);
        QVERIFY(lines.size() <= most);
        for (const QString& line : lines) {
            QVERIFY(QFontMetricsF(font).horizontalAdvance(line) <= width + 1e-6);
        }
        const QString whole = lines.join(QStringLiteral(" · ")).replace(QChar::Nbsp, QLatin1Char(' '));
        const bool isShortened = whole.endsWith(QStringLiteral("…"));
        QCOMPARE(isShortened, lines.size() == most && most < 4 && !text.isEmpty());
        if (!isShortened) {
            QCOMPARE(whole, text);
        }
    }

    void endIsKept_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<bool>("isShortened");
        QTest::newRow("all fits") << 5 << false;
        QTest::newRow("a part is left out") << 3 << true;
        QTest::newRow("all but the end is left out") << 2 << true;
        QTest::newRow("there is room for the end alone") << 1 << false;
    }
    void endIsKept()
    {
        QFETCH(int, most);
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(12);
        const QString end = QStringLiteral("1000 samples · seed 1");
        const QString text =
            QStringLiteral("a ~ normal(0, 1) · b ~ normal(0, 1) · c ~ normal(0, 1) · ") + end;
        const double width = QFontMetricsF(font).horizontalAdvance(end) + 4.0;
        const QStringList lines = wrappedWithEnd(text, 2, font, width, most);
        QVERIFY(lines.size() <= most);
        QCOMPARE(lines.last(), end);
        QTEST(lines.join(QString()).contains(QStringLiteral("…")), "isShortened");
    }
};

QTEST_MAIN(TestReadout)
#include "tst_readout.moc"
