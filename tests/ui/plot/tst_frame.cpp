// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/frame.h"

#include <QTest>

#include <limits>

using namespace sluice;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// A frame of 100 × 100 pixels at (10, 20) that shows 0 … 10 by 0 … 10.
Frame frame()
{
    return {QRectF(10, 20, 100, 100), {0.0, 10.0}, {0.0, 10.0}};
}

double area(const QPolygonF& polygon)
{
    double twice = 0.0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& a = polygon[i];
        const QPointF& b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private slots:
    void mapsCorners()
    {
        QCOMPARE(frame().toPixel(0, 0), QPointF(10, 120));
        QCOMPARE(frame().toPixel(10, 10), QPointF(110, 20));
    }

    void cutsLines_data()
    {
        QTest::addColumn<QList<double>>("y");
        QTest::addColumn<QList<QPolygonF>>("pieces");
        using Values = QList<double>;
        using Pieces = QList<QPolygonF>;
        // Points stand at x = 0, 5, 10, which is 10, 60, 110 in pixels.
        QTest::newRow("inside") << Values{0, 5, 10} << Pieces{{{10, 120}, {60, 70}, {110, 20}}};
        QTest::newRow("gap at NaN") << Values{1, notANumber, 1} << Pieces{{{10, 110}}, {{110, 110}}};
        QTest::newRow("gap at infinity") << Values{1, infinity, 1} << Pieces{{{10, 110}}, {{110, 110}}};
        QTest::newRow("leaves above and returns")
            << Values{0, 20, 0} << Pieces{{{10, 120}, {35, 20}}, {{85, 20}, {110, 120}}};
        QTest::newRow("all above") << Values{20, 30, 20} << Pieces{};
        QTest::newRow("through the frame")
            << Values{-10, 20, 20} << Pieces{{{60 - 50 * 2.0 / 3, 120}, {60 - 50 / 3.0, 20}}};
        QTest::newRow("enormous") << Values{5, 1e308, 5}
                                  << Pieces{{{10, 70}, {10, 20}}, {{110, 20}, {110, 70}}};
        QTest::newRow("nothing") << Values{notANumber, notANumber, notANumber} << Pieces{};
    }
    void cutsLines()
    {
        QFETCH(QList<double>, y);
        QFETCH(QList<QPolygonF>, pieces);
        const std::vector<double> x{0.0, 5.0, 10.0};
        const std::vector<QPolygonF> cut = frame().line(x, std::vector<double>(y.begin(), y.end()));
        QCOMPARE(static_cast<qsizetype>(cut.size()), pieces.size());
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const QPolygonF& piece = cut[static_cast<std::size_t>(i)];
            QCOMPARE(piece.size(), pieces[i].size());
            for (qsizetype k = 0; k < piece.size(); ++k) {
                // A far point is only so far for the slope: a thousandth of a pixel is allowed.
                QVERIFY(QLineF(piece[k], pieces[i][k]).length() < 1e-3);
            }
        }
    }

    void cutsBands_data()
    {
        QTest::addColumn<QList<double>>("low");
        QTest::addColumn<QList<double>>("high");
        QTest::addColumn<QList<double>>("areas");
        using Values = QList<double>;
        QTest::newRow("inside") << Values{1, 1, 1} << Values{2, 2, 2} << Values{1000};
        QTest::newRow("reaches out above") << Values{5, 5, 5} << Values{20, 20, 20} << Values{5000};
        QTest::newRow("covers all") << Values{-5, -5, -5} << Values{20, 20, 20} << Values{10000};
        QTest::newRow("outside") << Values{12, 12, 12} << Values{20, 20, 20} << Values{};
        // Crosses the upper side in the middle between two points: a triangle of 25 by 50 pixels at each end.
        QTest::newRow("crosses") << Values{5, 15, 5} << Values{25, 25, 25} << Values{2 * 625.0};
        QTest::newRow("gap at NaN") << Values{1, notANumber, 1} << Values{2, notANumber, 2} << Values{15, 15};
    }
    void cutsBands()
    {
        QFETCH(QList<double>, low);
        QFETCH(QList<double>, high);
        QFETCH(QList<double>, areas);
        const std::vector<double> x{0.0, 5.0, 10.0};
        const std::vector<QPolygonF> cut = frame().band(x, std::vector<double>(low.begin(), low.end()),
                                                        std::vector<double>(high.begin(), high.end()));
        QCOMPARE(static_cast<qsizetype>(cut.size()), areas.size());
        for (std::size_t i = 0; i < cut.size(); ++i) {
            QVERIFY(frame().rectangle().contains(cut[i].boundingRect()));
            QCOMPARE(area(cut[i]), areas[static_cast<qsizetype>(i)]);
        }
    }
};

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
