// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_curves.h"
#include "ui/plot/plot_actions.h"
#include "ui/plot/plot_view.h"
#include "ui/theme.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <qcustomplot.h>

#include <array>

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

/// How many pixels of the plots differ from the panel's colour.
int inkOf(PlotView& view)
{
    QApplication::processEvents();
    const QImage image = view.canvas().grab().toImage();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ink += image.pixelColor(x, y) != lightTheme().panel ? 1 : 0;
        }
    }
    return ink;
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

    void layersAreSwitched_data()
    {
        QTest::addColumn<FigureLayer>("layer");
        QTest::newRow("bands") << FigureLayer::bands;
        QTest::newRow("mean") << FigureLayer::mean;
        QTest::newRow("noise-free") << FigureLayer::noiseFree;
    }
    void layersAreSwitched()
    {
        QFETCH(FigureLayer, layer);
        const QImage before = m_view->grab().toImage();
        FigureView view = m_view->view();
        view.layers.setFlag(layer, false);
        m_view->setView(view);
        QApplication::processEvents();
        QVERIFY(m_view->grab().toImage() != before);
        view.layers.setFlag(layer, true);
        m_view->setView(view);
        QApplication::processEvents();
        QCOMPARE(m_view->grab().toImage(), before);
    }

    void keysSwitchLayers()
    {
        PlotActions actions(*m_view);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_B);
        QVERIFY(!m_view->view().layers.testFlag(FigureLayer::bands));
        QTest::keyClick(m_view.get(), Qt::Key_B);
        QVERIFY(m_view->view().layers.testFlag(FigureLayer::bands));
    }

    void pathsNeedSharedDraws()
    {
        PlotActions actions(*m_view);
        QAction* paths = actions.layerActions().at(1);
        QVERIFY(!paths->isEnabled());
        QVERIFY(paths->text().contains(QStringLiteral("shared draws")));
        QVERIFY(paths->toolTip().contains(QStringLiteral("neighbouring")));

        FigureContent content = synthetic::figureOf(synthetic::origin());
        content.hasSharedDraws = true;
        SamplePaths made;
        const SamplePaths::Paths flat{std::vector<double>(401, 0.5), std::vector<double>(401, 1.5)};
        made.variants.assign(3, {.value = flat, .gradient = flat});
        content.paths = std::make_shared<const SamplePaths>(made);
        m_view->showFigure(content);
        QVERIFY(paths->isEnabled());
        const int before = inkOf(*m_view);
        paths->trigger();
        QVERIFY(inkOf(*m_view) > before);
    }

    void lowerPlotShowsTheDeviation()
    {
        PlotActions actions(*m_view);
        const QCPRange x = shownX(*m_view, 0);
        actions.readingActions().at(1)->trigger();
        QCOMPARE(m_view->view().reading, GradientReading::deviation);
        QCPAxis* axis = rectangle(*m_view, 1).axis(QCPAxis::atLeft);
        QCOMPARE(axis->scaleType(), QCPAxis::stLogarithmic);
        // 0.029 of two variants, and the third's 0 in a decade of its own.
        QVERIFY(std::abs(axis->range().lower / 1e-3 - 1.0) < 1e-9);
        QVERIFY(std::abs(axis->range().upper / 1e-1 - 1.0) < 1e-9);
        QCOMPARE(axis->label(), QStringLiteral("sd of dz/dx"));
        QCOMPARE(shownX(*m_view, 0), x);
        m_view->setCursor(1.0);
        const QStringList readout = m_view->readout();
        QCOMPARE(readout.mid(2, 1), (QStringList{"1 0.0289 (0.0276 … 0.0302)"}));
        QCOMPARE(readout.mid(4), (QStringList{"3 0"}));
        // The gradient comes back as it was.
        actions.readingActions().at(0)->trigger();
        QCOMPARE(axis->scaleType(), QCPAxis::stLinear);
        QVERIFY(!m_view->isZoomed());
    }

    void lowerPlotShowsTheBias()
    {
        PlotActions actions(*m_view);
        actions.readingActions().at(2)->trigger();
        m_view->setCursor(1.0);
        // 0.99958 and 1.00126 against 1, with an error of 0.00091; the third has none.
        const QStringList readout = m_view->readout().mid(2);
        QCOMPARE(readout,
                 (QStringList{"1 can’t tell (−0.0022 … 0.0014)", "2 can’t tell (−0.0005 … 0.0031)", "3 0"}));
        QCOMPARE(rectangle(*m_view, 1).axis(QCPAxis::atLeft)->label(), QStringLiteral("bias of dz/dx"));
        // Without a variant without gates there is no such target.
        QVERIFY(!actions.targetActions().at(2)->isEnabled());
    }

    void menusHoldAllThatCanBeChosen()
    {
        PlotActions actions(*m_view);
        for (QAction* action : actions.layerActions() + actions.readingActions() + actions.targetActions()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
        }
        QCOMPARE(actions.menuActions().size(), 4);
        QCOMPARE(actions.layerMenu()->actions(), actions.layerActions());
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
