// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_plot.h"
#include "ui/plot/plot_actions.h"
#include "ui/theme.h"

#include <QWheelEvent>

using namespace sluice;

namespace {

void turnWheel(const PlotView& view, const QPoint& position, int steps)
{
    QWheelEvent event(QPointF(position), view.canvas().mapToGlobal(QPointF(position)), {},
                      QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&view.canvas(), &event);
}

/// A pixel on the tick labels of an axis.
QPoint onAxis(const PlotView& view, int index, QCPAxis::AxisType side)
{
    const QRect rect = rectangle(view, index).rect();
    return side == QCPAxis::atLeft ? QPoint(rect.left() - 12, rect.center().y())
                                   : QPoint(rect.center().x(), rect.bottom() + 12);
}

QCPRange shownY(const PlotView& view, int index)
{
    return rectangle(view, index).axis(QCPAxis::atLeft)->range();
}

} // namespace

/// Which part of the curves is in view: zoom, pan, fit, and the way back.
class TestPlotRanges : public QObject
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

    void wheelOverAnAxisZoomsItAlone_data()
    {
        QTest::addColumn<int>("plot");
        QTest::addColumn<bool>("isX");
        QTest::newRow("x") << 1 << true;
        QTest::newRow("value") << 0 << false;
        QTest::newRow("gradient") << 1 << false;
    }

    void wheelOverAnAxisZoomsItAlone()
    {
        QFETCH(int, plot);
        QFETCH(bool, isX);
        const QCPRange x = shownX(*m_view, 0);
        const std::array<QCPRange, 2> y{shownY(*m_view, 0), shownY(*m_view, 1)};
        turnWheel(*m_view, onAxis(*m_view, plot, isX ? QCPAxis::atBottom : QCPAxis::atLeft), 1);
        QCOMPARE(shownX(*m_view, 0).size() < x.size(), isX);
        QCOMPARE(shownX(*m_view, 0), shownX(*m_view, 1));
        for (const int index : {0, 1}) {
            QCOMPARE(shownY(*m_view, index) != y.at(static_cast<std::size_t>(index)), !isX && index == plot);
        }
    }

    void dragOnAnAxisPansItAlone()
    {
        const QCPRange x = shownX(*m_view, 0);
        const QCPRange value = shownY(*m_view, 0);
        const QCPRange gradient = shownY(*m_view, 1);
        const QPoint from = onAxis(*m_view, 1, QCPAxis::atLeft);
        QTest::mousePress(&m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&m_view->canvas(), from + QPoint(30, 20));
        QTest::mouseMove(&m_view->canvas(), from + QPoint(60, 40));
        QTest::mouseRelease(&m_view->canvas(), Qt::LeftButton, {}, from + QPoint(60, 40));
        QCOMPARE(shownX(*m_view, 0), x);
        QCOMPARE(shownY(*m_view, 0), value);
        QVERIFY(shownY(*m_view, 1) != gradient);
        QVERIFY(std::abs(shownY(*m_view, 1).size() - gradient.size()) < 1e-9);
    }

    void goesBackAndForward()
    {
        PlotActions actions(*m_view);
        QVERIFY(!actions.back()->isEnabled());
        const QCPRange all = shownX(*m_view, 0);
        // Many steps in a short time are one view.
        turnWheel(*m_view, pixelAt(*m_view, 0, 1.0), 1);
        turnWheel(*m_view, pixelAt(*m_view, 0, 1.0), 1);
        const QCPRange near = shownX(*m_view, 0);
        QVERIFY(actions.back()->isEnabled());
        m_view->fit();
        actions.back()->trigger();
        QCOMPARE(shownX(*m_view, 0), near);
        QVERIFY(m_view->isZoomed());
        actions.back()->trigger();
        QCOMPARE(shownX(*m_view, 0), all);
        QVERIFY(!m_view->isZoomed());
        QVERIFY(!actions.back()->isEnabled());
        actions.forward()->trigger();
        QCOMPARE(shownX(*m_view, 1), near);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(shownX(*m_view, 0), all);
    }

    void anotherSweepHasNoHistory()
    {
        PlotActions actions(*m_view);
        turnWheel(*m_view, pixelAt(*m_view, 0, 1.0), 1);
        const auto wider = synthetic::origin();
        for (double& x : wider->x) {
            x *= 2.0;
        }
        m_view->showFigure(synthetic::figureOf(wider));
        QVERIFY(!actions.back()->isEnabled());
    }

    void doubleClickFits()
    {
        turnWheel(*m_view, pixelAt(*m_view, 0, 1.0), 3);
        QVERIFY(m_view->isZoomed());
        QTest::mouseDClick(&m_view->canvas(), Qt::LeftButton, {}, pixelAt(*m_view, 0, 0.5));
        QVERIFY(!m_view->isZoomed());
        QCOMPARE(shownX(*m_view, 1), QCPRange(-2.0, 2.0));
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

private:
    std::unique_ptr<PlotView> m_view;
};

QTEST_MAIN(TestPlotRanges)
#include "tst_plot_ranges.moc"
