// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/graph/graph_view.h"
#include "ui/panels/adaptive_column.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/points_panel.h"
#include "ui/panels/range_slider.h"
#include "ui/panels/status_line.h"
#include "ui/plot/plot_view.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

#include <limits>

using namespace sluice;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init();
    void cleanup() { m_open.reset(); }
    void startsComputed();
    void errorKeepsTheLastPicture();
    void failureKeepsTheLastPicture();
    void closesWithChanges();
    void undoneAndRedone();
    void newDrawsChangeTheSeed();
    void samplingIsTyped();
    void hidesVariants();
    void fitsSmallScreens();

private:
    /// The text of the expression, not of the code that is written of it.
    CodeEdit& expressionEdit() { return *m_open->widget<ExpressionEditor>().findChild<CodeEdit*>(); }
    std::unique_ptr<OpenWindow> m_open;
};

void MainWindowTest::init()
{
    m_open = std::make_unique<OpenWindow>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_open->window()));
    QTRY_VERIFY(m_open->isAnswered());
}

void MainWindowTest::startsComputed()
{
    QCOMPARE(m_open->window().windowTitle(), QString("origin[*] — Sluice"));
    QVERIFY(!m_open->window().isWindowModified());
    QCOMPARE(m_open->widget<PlotView>().figure().variants.size(), std::size_t(3));
    QVERIFY(!m_open->widget<PlotView>().isDim());
    QVERIFY(m_open->widget<StatusLine>().counts().startsWith("101 points × 200 samples × 3 variants"));
    QVERIFY(m_open->widget<StatusLine>().sentence().contains("noisy"));
    // At x = -2, -1, 1 as the text asks.
    const QAbstractItemModel& points = *m_open->widget<PointsPanel>().findChild<QTableView*>()->model();
    QCOMPARE(points.rowCount(), 3);
    QCOMPARE(points.index(0, 0).data().toString(), QString("−2"));
    QCOMPARE(points.index(0, 1).data().toString(), QString("4"));
    // The last variant is z=clean: exactly sign(x).
    QCOMPARE(points.index(0, points.columnCount() - 1).data().toString(), QString("−1"));
}

void MainWindowTest::errorKeepsTheLastPicture()
{
    auto& editor = expressionEdit();
    const auto curves = m_open->widget<PlotView>().figure().curves;
    const QString title = m_open->widget<PlotView>().figure().title;
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(static_cast<int>(editor.toPlainText().indexOf("sqrt(yu)")) + 3);
    editor.setTextCursor(cursor);
    QTest::keyClick(&editor, Qt::Key_Delete);

    QTRY_VERIFY(m_open->workspace().hasErrors());
    QTRY_VERIFY(!m_open->workspace().isBusy());
    QVERIFY(m_open->widget<PlotView>().isDim());
    QCOMPARE(m_open->widget<PlotView>().figure().curves, curves);
    QCOMPARE(m_open->widget<PlotView>().figure().title, title);
    QVERIFY(m_open->widget<GraphView>().positionOf("z").has_value());
    QVERIFY(m_open->widget<StatusLine>().sentence().contains("errors"));
    QTest::keyClicks(&editor, "t");
    QVERIFY(!m_open->workspace().hasErrors());
    QVERIFY(!m_open->widget<PlotView>().isDim());
}

void MainWindowTest::failureKeepsTheLastPicture()
{
    Experiment next = m_open->workspace().experiment();
    next.points = 0;
    m_open->workspace().change("points", next);
    QTRY_VERIFY(m_open->isAnswered());
    QVERIFY(m_open->widget<PlotView>().isDim());
    QVERIFY2(m_open->widget<StatusLine>().sentence().contains("point"),
             qPrintable(m_open->widget<StatusLine>().sentence()));
    m_open->workspace().undoStack().undo();
    QTRY_VERIFY(m_open->isAnswered());
    QVERIFY(!m_open->widget<PlotView>().isDim());
}

void MainWindowTest::closesWithChanges()
{
    QTest::keyClicks(&expressionEdit(), "# ");
    QVERIFY(!m_open->workspace().undoStack().isClean());
    // What the undo stack says as it goes must not reach a window that is half gone.
    const QSignalSpy clean(&m_open->workspace().undoStack(), &QUndoStack::cleanChanged);
    m_open->close();
    QCOMPARE(clean.count(), 0);
}

void MainWindowTest::undoneAndRedone()
{
    QTest::keyClicks(&expressionEdit(), "# ");
    QVERIFY(m_open->text().startsWith("# "));
    QTest::keyClick(&expressionEdit(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_open->text().startsWith("import"));
    QTest::keyClick(&expressionEdit(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_open->text().startsWith("# "));
}

void MainWindowTest::newDrawsChangeTheSeed()
{
    const double before = m_open->curvesOf(0).value.mean.front();
    m_open->action("New draws")->trigger();
    QCOMPARE(m_open->workspace().experiment().seed, std::uint64_t(2));
    QTRY_VERIFY(m_open->isAnswered());
    QVERIFY(m_open->curvesOf(0).value.mean.front() != before);
}

void MainWindowTest::samplingIsTyped()
{
    const auto edits = m_open->window().findChildren<QLineEdit*>();
    const auto named = [&](const QString& name) {
        return *std::ranges::find_if(edits,
                                     [&](const QLineEdit* each) { return each->accessibleName() == name; });
    };
    QTest::keyClicks(named("sweep from"), "-1.5");
    QTest::keyClick(named("sweep from"), Qt::Key_Return);
    QTRY_VERIFY(m_open->isAnswered());
    QCOMPARE(m_open->workspace().shownOutcome()->curves->x.front(), -1.5);
    named("sweep from")->clear();
    QTest::keyClick(named("sweep from"), Qt::Key_Return);
    QTRY_VERIFY(m_open->isAnswered());
    QCOMPARE(m_open->workspace().shownOutcome()->curves->x.front(), -2.0);
    named("seed")->selectAll();
    QTest::keyClicks(named("seed"), "18446744073709551615");
    QTest::keyClick(named("seed"), Qt::Key_Return);
    QCOMPARE(m_open->workspace().experiment().seed, std::numeric_limits<std::uint64_t>::max());
}

void MainWindowTest::hidesVariants()
{
    m_open->workspace().setHidden(1, true);
    QVERIFY(!m_open->widget<PlotView>().figure().variants[1].visible);
    QVERIFY(m_open->widget<PlotView>().figure().variants[2].visible);
}

void MainWindowTest::fitsSmallScreens()
{
    auto& column = m_open->widget<AdaptiveColumn>();
    QVERIFY(!column.isFolded());
    m_open->window().resize(1024, 640);
    QTRY_VERIFY(column.isFolded());
    QCOMPARE(m_open->window().size(), QSize(1024, 640));
    // All tabs are seen, the last one too.
    const QTabBar& tabs = *m_open->widget<AnalysisTabs>().tabBar();
    QVERIFY2(tabs.tabRect(tabs.count() - 1).right() <= tabs.width(),
             qPrintable(QString::number(tabs.tabRect(tabs.count() - 1).right() - tabs.width())));
    m_open->window().resize(1280, 800);
    QTRY_VERIFY(!column.isFolded());
    QVERIFY(m_open->widget<GraphView>().isVisible());
    QVERIFY(m_open->widget<RangeSlider>("slider:u").isVisible());
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
