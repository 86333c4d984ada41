// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_shares.h"

#include <QImage>
#include <QTest>

#include <limits>

using namespace sluice;

Q_DECLARE_METATYPE(Share)

namespace {

SourceShare shareOf(const std::string& source, double alone, double total)
{
    const auto around = [](double value) { return Share{value, value - 0.02, value + 0.02}; };
    return {.source = source,
            .firstOrder = around(alone),
            .total = around(total),
            .firstOrderAt = {},
            .totalAt = {}};
}

int pixelsOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

} // namespace

/// Bars and numbers of who causes the noise.
class NoiseSharesTest : public QObject
{
    Q_OBJECT

private slots:
    void digitsFollowTheInterval_data()
    {
        QTest::addColumn<Share>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("wide") << Share{0.6234, 0.5934, 0.6534} << "62 ± 3 %";
        QTest::newRow("narrow") << Share{0.0769, 0.0729, 0.0809} << "7.7 ± 0.4 %";
        QTest::newRow("below 0") << Share{-0.004, -0.009, 0.001} << "−0.4 ± 0.5 %";
        QTest::newRow("0 from below") << Share{-0.003, -0.023, 0.017} << "0 ± 2 %";
        QTest::newRow("none") << Share{std::numeric_limits<double>::quiet_NaN(), 0.0, 0.0} << "can't tell";
    }
    void digitsFollowTheInterval()
    {
        QFETCH(Share, share);
        QTEST(shareText(share), "text");
    }

    void barsAreAsLongAsTheShares()
    {
        const auto inkOf = [](double alone) {
            NoiseShares view;
            view.setAttribution({.x = {}, .variance = {}, .sources = {shareOf("u", alone, alone)}});
            view.resize(400, view.sizeHint().height());
            return pixelsOf(view.grab().toImage(), lightTheme().noise);
        };
        const int half = inkOf(0.5);
        QVERIFY(half > 0);
        QVERIFY(std::abs(inkOf(1.0) - 2 * half) <= half / 5);
        QCOMPARE(inkOf(0.0), 0);
    }

    void sharesThatCanNotBeToldAreNot()
    {
        SourceShare share = shareOf("n", 1.9, 1.9);
        share.isTold = false;
        NoiseShares view;
        view.setAttribution({.x = {}, .variance = {}, .sources = {share}});
        QCOMPARE(view.texts(), QStringList{"n: can't tell (heavy tails)"});
        view.resize(400, view.sizeHint().height());
        QCOMPARE(pixelsOf(view.grab().toImage(), lightTheme().noise), 0);
    }

    void manySourcesDoNotGrowWithoutEnd()
    {
        Attribution attribution;
        for (int i = 0; i < 30; ++i) {
            attribution.sources.push_back(shareOf("n#" + std::to_string(i + 1), 0.03, 0.03));
        }
        NoiseShares view;
        view.setAttribution(attribution);
        QCOMPARE(view.texts().size(), 13);
        QCOMPARE(view.texts().front(), QString("n#1: 3 ± 2 % alone, 3 ± 2 % in total"));
        QCOMPARE(view.texts().back(), QString("and 18 more"));
        QVERIFY(view.accessibleDescription().contains("n#1"));
    }
};

QTEST_MAIN(NoiseSharesTest)
#include "tst_noise_shares.moc"
