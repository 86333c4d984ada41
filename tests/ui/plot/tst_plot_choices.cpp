// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_plot.h"
#include "ui/plot/plot_actions.h"
#include "ui/theme.h"

#include <QAction>

using namespace sluice;

namespace {

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

} // namespace

/// What is chosen to be drawn: the layers of every curve, and what the lower plot shows.
class TestPlotChoices : public QObject
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

private:
    std::unique_ptr<PlotView> m_view;
};

QTEST_MAIN(TestPlotChoices)
#include "tst_plot_choices.moc"
