// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_curves.h"
#include "ui/plot/plot_view.h"
#include "ui/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <qcustomplot.h>

using namespace sluice;

namespace {

QCPAxisRect& rectangle(const PlotView& view, int index)
{
    return *view.canvas().axisRects().at(index);
}

QPoint pixelAt(const PlotView& view, int index, double x)
{
    const QCPAxisRect& rect = rectangle(view, index);
    return {qRound(rect.axis(QCPAxis::atBottom)->coordToPixel(x)), rect.rect().center().y()};
}

void turnWheel(const PlotView& view, const QPoint& position, int steps)
{
    QWheelEvent event(QPointF(position), view.canvas().mapToGlobal(QPointF(position)), {},
                      QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&view.canvas(), &event);
}

QCPRange shownX(const PlotView& view, int index)
{
    return rectangle(view, index).axis(QCPAxis::atBottom)->range();
}

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

class TestPlotView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }

    void init()
    {
        m_view = std::make_unique<PlotView>();
        m_view->resize(800, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->showFigure(synthetic::figureOf(synthetic::origin()));
        QApplication::processEvents();
    }
    void cleanup() { m_view.reset(); }

    void showsTheWholeSweep()
    {
        QCOMPARE(shownX(*m_view, 0), QCPRange(-2.0, 2.0));
        QCOMPARE(shownX(*m_view, 1), QCPRange(-2.0, 2.0));
        QVERIFY(!m_view->isZoomed());
    }

    void wheelZoomsAtTheCursorInBothPlots()
    {
        for (const int index : {0, 1}) {
            m_view->fit();
            const QPoint position = pixelAt(*m_view, index, 1.0);
            const double before =
                rectangle(*m_view, index).axis(QCPAxis::atBottom)->pixelToCoord(position.x());
            turnWheel(*m_view, position, 1);
            QVERIFY(m_view->isZoomed());
            QVERIFY(shownX(*m_view, index).size() < 3.9);
            QCOMPARE(shownX(*m_view, 0), shownX(*m_view, 1));
            const double after =
                rectangle(*m_view, index).axis(QCPAxis::atBottom)->pixelToCoord(position.x());
            QVERIFY(std::abs(after - before) < 1e-9);
        }
    }

    void dragPansBothPlots()
    {
        const QPoint from = pixelAt(*m_view, 1, 1.0);
        QTest::mousePress(&m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&m_view->canvas(), from - QPoint(40, 0));
        QTest::mouseMove(&m_view->canvas(), from - QPoint(80, 0));
        QTest::mouseRelease(&m_view->canvas(), Qt::LeftButton, {}, from - QPoint(80, 0));
        QVERIFY(shownX(*m_view, 1).lower > -1.9);
        QVERIFY(std::abs(shownX(*m_view, 1).size() - 4.0) < 1e-9);
        QCOMPARE(shownX(*m_view, 0), shownX(*m_view, 1));
    }

    void doubleClickFits()
    {
        turnWheel(*m_view, pixelAt(*m_view, 0, 1.0), 3);
        QVERIFY(m_view->isZoomed());
        QTest::mouseDClick(&m_view->canvas(), Qt::LeftButton, {}, pixelAt(*m_view, 0, 0.5));
        QVERIFY(!m_view->isZoomed());
        QCOMPARE(shownX(*m_view, 1), QCPRange(-2.0, 2.0));
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

    void zoomOutlivesNewCurvesOfTheSameSweep()
    {
        turnWheel(*m_view, pixelAt(*m_view, 0, 1.0), 2);
        const QCPRange zoomed = shownX(*m_view, 0);
        m_view->showFigure(synthetic::figureOf(synthetic::origin()));
        QCOMPARE(shownX(*m_view, 0), zoomed);
        const auto wider = synthetic::origin();
        for (double& x : wider->x) {
            x *= 2.0;
        }
        m_view->showFigure(synthetic::figureOf(wider));
        QCOMPARE(shownX(*m_view, 0), QCPRange(-4.0, 4.0));
        QVERIFY(!m_view->isZoomed());
    }

    void rangesOnlyGrowWhileDragging()
    {
        m_view->setQuick(true);
        QCPAxis* axis = rectangle(*m_view, 1).axis(QCPAxis::atLeft);
        const QCPRange before = axis->range();
        const auto calmer = synthetic::origin();
        for (VariantCurves& variant : calmer->variants) {
            for (auto* curve : {&variant.gradient.q05, &variant.gradient.q95}) {
                for (double& value : *curve) {
                    value *= 0.98;
                }
            }
        }
        m_view->showFigure(synthetic::figureOf(calmer));
        QCOMPARE(axis->range(), before);
        m_view->setQuick(false);
        QVERIFY(axis->range().size() < before.size());
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
