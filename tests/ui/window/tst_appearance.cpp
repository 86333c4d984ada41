// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/panel.h"
#include "ui/plot/plot_view.h"
#include "ui/window/appearance.h"

#include <QCloseEvent>
#include <QImage>
#include <QTabWidget>
#include <qcustomplot.h>

using namespace sluice;

/// Light and dark, the size of the plots' text, and which panels are seen.
class AppearanceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init();
    void followsTheDesktopOrAChoice_data();
    void followsTheDesktopOrAChoice();
    void isRemembered();
    void windowFollowsTheActions();
    void enlargesTheText();
    void hidesAndShowsPanels_data();
    void hidesAndShowsPanels();
    void panelsComeBackAsTheyWere();
    void tabsLeaveWithTheirPanels();
    void tabActionShowsItsPanel();
};

void AppearanceTest::init()
{
    QSettings().clear();
}

void AppearanceTest::followsTheDesktopOrAChoice_data()
{
    QTest::addColumn<Appearance::ThemeChoice>("choice");
    QTest::addColumn<uint>("portal");
    QTest::addColumn<bool>("isDark");
    using Choice = Appearance::ThemeChoice;
    QTest::newRow("desktop, dark") << Choice::desktop << 1U << true;
    QTest::newRow("desktop, light") << Choice::desktop << 2U << false;
    // The palette that tests begin with is light.
    QTest::newRow("desktop, no preference") << Choice::desktop << 0U << false;
    QTest::newRow("light, whatever the desktop") << Choice::light << 1U << false;
    QTest::newRow("dark, whatever the desktop") << Choice::dark << 2U << true;
}

void AppearanceTest::followsTheDesktopOrAChoice()
{
    QFETCH(Appearance::ThemeChoice, choice);
    QFETCH(uint, portal);
    QApplication::setPalette(QPalette());
    Appearance appearance;
    appearance.setThemeChoice(choice);
    appearance.desktop().setPortalScheme(portal);
    QTEST(appearance.theme().isDark, "isDark");
}

void AppearanceTest::isRemembered()
{
    Appearance first;
    first.setThemeChoice(Appearance::ThemeChoice::dark);
    first.setTextEnlargement(4);
    first.save();
    Appearance second;
    second.restore();
    QVERIFY(second.theme().isDark);
    QCOMPARE(second.textEnlargement(), 4);
    QVERIFY(second.themeActions().at(2)->isChecked());
    second.setTextEnlargement(1000);
    QCOMPARE(second.textEnlargement(), Appearance::largestText);
    QVERIFY(!second.textActions().constFirst()->isEnabled());
}

void AppearanceTest::windowFollowsTheActions()
{
    const OpenWindow open;
    const auto cornerColor = [&] { return open.window().grab().toImage().pixelColor(2, 2); };
    open.action("Dark")->trigger();
    QCOMPARE(cornerColor(), darkTheme().window);
    QVERIFY(open.action("Dark")->isChecked());
    open.action("Light")->trigger();
    QCOMPARE(cornerColor(), lightTheme().window);
    QVERIFY(!open.action("Dark")->isChecked());
}

void AppearanceTest::enlargesTheText()
{
    const OpenWindow open;
    QTRY_VERIFY(open.isAnswered());
    QCustomPlot& canvas = open.widget<PlotView>().canvas();
    const auto pixels = [&] { return canvas.axisRect()->axis(QCPAxis::atLeft)->labelFont().pixelSize(); };
    const int before = pixels();
    open.action("Larger text")->trigger();
    open.action("Larger text")->trigger();
    QCOMPARE(pixels(), before + 2);
    open.action("Smaller text")->trigger();
    QCOMPARE(pixels(), before + 1);
    open.action("Usual text")->trigger();
    QCOMPARE(pixels(), before);
    QVERIFY(!open.action("Usual text")->isEnabled());
}

void AppearanceTest::hidesAndShowsPanels_data()
{
    QTest::addColumn<QString>("title");
    for (const char* each : {"Expression", "Graph", "Noise and parameters", "Points", "Variants"}) {
        QTest::newRow(each) << each;
    }
}

void AppearanceTest::hidesAndShowsPanels()
{
    QFETCH(QString, title);
    const OpenWindow open;
    const auto panels = open.window().findChildren<Panel*>();
    const auto panel =
        std::ranges::find_if(panels, [&](const Panel* each) { return each->title() == title; });
    QVERIFY(panel != panels.end());
    const QSize plot = open.widget<PlotView>().size();
    open.action(title)->trigger();
    QVERIFY(!(*panel)->isVisible());
    open.action("All, as at first")->trigger();
    QVERIFY((*panel)->isVisible());
    QTRY_COMPARE(open.widget<PlotView>().size(), plot);
}

void AppearanceTest::panelsComeBackAsTheyWere()
{
    {
        const OpenWindow open;
        for (const char* title : {"Expression", "Graph", "Noise and parameters"}) {
            open.action(title)->trigger();
        }
        QVERIFY(open.window().close());
    }
    const OpenWindow open;
    open.window().restoreSettings();
    QVERIFY(!open.widget<ExpressionEditor>().isVisible());
    QVERIFY(!open.action("Graph")->isChecked());
    QVERIFY(open.action("Variants")->isChecked());
    // The whole column has gone, and the plots have its room.
    QTRY_COMPARE(open.widget<PlotView>().mapTo(&open.window(), QPoint()).x(), 0);
}

void AppearanceTest::tabsLeaveWithTheirPanels()
{
    const OpenWindow open;
    open.window().resize(1024, 640);
    QTRY_COMPARE(open.window().size(), QSize(1024, 640));
    const auto panels = open.window().findChildren<Panel*>();
    const auto graph =
        *std::ranges::find_if(panels, [](const Panel* each) { return each->title() == "Graph"; });
    auto* tabs = qobject_cast<QTabWidget*>(graph->parentWidget()->parentWidget());
    QVERIFY(tabs != nullptr);
    open.action("Graph")->trigger();
    QVERIFY(!tabs->isTabVisible(tabs->indexOf(graph)));
    QVERIFY(tabs->isVisible());
    open.action("Noise and parameters")->trigger();
    QVERIFY(!tabs->isVisible());
    open.window().resize(1280, 800);
    QTRY_COMPARE(open.window().size(), QSize(1280, 800));
    QVERIFY(!graph->isVisible());
    open.action("Graph")->trigger();
    QVERIFY(graph->isVisible());
}

void AppearanceTest::tabActionShowsItsPanel()
{
    const OpenWindow open;
    open.action("On the selected variant")->trigger();
    QVERIFY(!open.action("On the selected variant")->isChecked());
    open.action("Advice")->trigger();
    QVERIFY(open.action("On the selected variant")->isChecked());
}

QTEST_MAIN(AppearanceTest)
#include "tst_appearance.moc"
