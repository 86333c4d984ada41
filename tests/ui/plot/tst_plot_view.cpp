// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_plot.h"
#include "ui/theme.h"

#include <QSignalSpy>

using namespace sluice;

namespace {

double meanLightness(const QImage& image)
{
    double sum = 0.0;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            sum += image.pixelColor(x, y).lightnessF();
        }
    }
    return sum / ((image.width() / 3.0) * (image.height() / 3.0));
}

} // namespace

/// What the plots show, and how a point of theirs is read and chosen.
class TestPlotView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }

    void init()
    {
        m_view = shownPlots();
        QVERIFY(m_view);
    }
    void cleanup() { m_view.reset(); }

    void showsTheWholeSweep()
    {
        QCOMPARE(shownX(*m_view, 0), QCPRange(-2.0, 2.0));
        QCOMPARE(shownX(*m_view, 1), QCPRange(-2.0, 2.0));
        QVERIFY(!m_view->isZoomed());
    }

    void clickChoosesAPoint()
    {
        QSignalSpy values(m_view.get(), &PlotView::valueClicked);
        QSignalSpy gradients(m_view.get(), &PlotView::gradientClicked);
        QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {}, pixelAt(*m_view, 1, 1.0));
        QTRY_COMPARE(gradients.count(), 1);
        QVERIFY(std::abs(gradients[0][0].toDouble() - 1.0) < 0.05);
        const QCPRange shown = rectangle(*m_view, 1).axis(QCPAxis::atLeft)->range();
        QVERIFY(std::abs(gradients[0][1].toDouble() - shown.center()) < 0.02 * shown.size());
        QCOMPARE(values.count(), 0);
        QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {}, pixelAt(*m_view, 0, -1.0));
        QTRY_COMPARE(values.count(), 1);
        QCOMPARE(gradients.count(), 1);
    }

    void clickOnAMarkChoosesTheSampleThatIsNotFinite_data()
    {
        QTest::addColumn<QPoint>("beside");
        QTest::newRow("in the middle") << QPoint(0, 0);
        QTest::newRow("nearer to the next point") << QPoint(3, 0);
        QTest::newRow("nearer to the point before") << QPoint(-3, -2);
        QTest::newRow("below the frame") << QPoint(0, 3);
    }
    void clickOnAMarkChoosesTheSampleThatIsNotFinite()
    {
        QFETCH(QPoint, beside);
        QSignalSpy gradients(m_view.get(), &PlotView::gradientClicked);
        const QPoint mark(pixelAt(*m_view, 1, 0.0).x(), rectangle(*m_view, 1).bottom());
        QTest::mouseMove(&m_view->canvas(), mark + beside);
        QCOMPARE(m_view->canvas().cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {}, mark + beside);
        QTRY_COMPARE(gradients.count(), 1);
        QCOMPARE(gradients[0][0].toDouble(), 0.0);
        QVERIFY(std::isnan(gradients[0][1].toDouble()));
    }

    void dragAndDoubleClickChooseNoPoint()
    {
        QSignalSpy values(m_view.get(), &PlotView::valueClicked);
        const QPoint from = pixelAt(*m_view, 0, 1.0);
        QTest::mousePress(&m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&m_view->canvas(), from - QPoint(80, 0));
        QTest::mouseRelease(&m_view->canvas(), Qt::LeftButton, {}, from - QPoint(80, 0));
        QTest::mouseDClick(&m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::qWait(QApplication::doubleClickInterval() + 100);
        QCOMPARE(values.count(), 0);
    }

    void enterChoosesTheCrosshair()
    {
        QSignalSpy chosen(m_view.get(), &PlotView::cursorChosen);
        m_view->setCursor(1.0);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(std::abs(chosen[0][0].toDouble() - 1.0) < 0.05);
        // Without a crosshair the one that appears.
        m_view->setCursor(std::nullopt);
        m_view->chooseCursor();
        QCOMPARE(chosen.count(), 2);
        QVERIFY(!m_view->readout().isEmpty());
    }

    void clickOnALegendEntryToggles()
    {
        QSignalSpy toggled(m_view.get(), &PlotView::visibilityChanged);
        const QPoint entry = m_view->legendEntry(1).center().toPoint();
        QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {}, entry);
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled.front(), (QVariantList{1, false}));
        QVERIFY(!m_view->figure().variants[1].visible);
        QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {}, entry);
        QCOMPARE(toggled.back(), (QVariantList{1, true}));
    }

    void crosshairReadsTheNearestPoint()
    {
        QSignalSpy moved(m_view.get(), &PlotView::cursorMoved);
        QSignalSpy left(m_view.get(), &PlotView::cursorLeft);
        QTest::mouseMove(&m_view->canvas(), pixelAt(*m_view, 1, 1.0));
        QCOMPARE(moved.size(), 1);
        QVERIFY(std::abs(moved.front().front().toDouble() - 1.0) < 0.011);
        m_view->setCursor(1.002);
        // Means with the digits that an error of 0.0289/√1000 leaves, ± standard deviation.
        QCOMPARE(m_view->readout(), (QStringList{"0.9996 ± 0.0289", "noise-free 1", "1 0.9996 ± 0.0289",
                                                 "2 1.0013 ± 0.0290", "3 1 ± 0", "noise-free 1"}));
        m_view->setCursor(0.0);
        QCOMPARE(m_view->readout().mid(2), (QStringList{"1 NaN", "2 NaN", "3 NaN", "noise-free NaN"}));
        m_view->setCursor(std::nullopt);
        QCOMPARE(left.size(), 1);
        QVERIFY(m_view->readout().isEmpty());
    }

    void keyboardDoesWhatTheMouseDoes()
    {
        m_view->setCursor(1.0);
        QSignalSpy moved(m_view.get(), &PlotView::cursorMoved);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(std::abs(moved.back().front().toDouble() - 1.01) < 1e-9);
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(std::abs(moved.back().front().toDouble() - 0.91) < 1e-9);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(shownX(*m_view, 0).size() < 4.0);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(shownX(*m_view, 0), QCPRange(-2.0, 2.0));
        QVERIFY(!m_view->accessibleName().isEmpty());
    }

    void dimPalesThePicture()
    {
        const double before = meanLightness(m_view->grab().toImage());
        m_view->setDim(true);
        QApplication::processEvents();
        QVERIFY(meanLightness(m_view->grab().toImage()) > before + 0.005);
        m_view->setDim(false);
        QApplication::processEvents();
        QVERIFY(std::abs(meanLightness(m_view->grab().toImage()) - before) < 1e-6);
    }

    void followsTheTheme()
    {
        m_view->setTheme(darkTheme());
        QApplication::processEvents();
        QCOMPARE(m_view->grab().toImage().pixelColor(2, 2), darkTheme().panel);
    }

    void emptyFigureIsNoTrouble()
    {
        m_view->showFigure({});
        m_view->setCursor(1.0);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::mouseMove(&m_view->canvas(), QPoint(300, 300));
        QVERIFY(!m_view->grab().isNull());
        QVERIFY(m_view->readout().isEmpty());
    }

private:
    std::unique_ptr<PlotView> m_view;
};

QTEST_MAIN(TestPlotView)
#include "tst_plot_view.moc"
