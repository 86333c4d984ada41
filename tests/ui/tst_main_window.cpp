// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/examples.h"
#include "ui/export/export_dialog.h"
#include "ui/graph/graph_view.h"
#include "ui/main_window.h"
#include "ui/panels/adaptive_column.h"
#include "ui/panels/advice_panel.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/loss_dialog.h"
#include "ui/panels/points_panel.h"
#include "ui/panels/range_slider.h"
#include "ui/panels/status_line.h"
#include "ui/panels/walk_panel.h"
#include "ui/panels/why_panel.h"
#include "ui/plot/plot_view.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace sluice;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void startsComputed();
    void draggingTheSliderChangesTextAndCurves();
    void typingBeyondTheSliderMovesItsLimits();
    void clickOnTheGraphSetsGates();
    void gateThatChangesNothingIsExplained();
    void selectedVariantTakesTheGates();
    void errorKeepsTheLastPicture();
    void failureKeepsTheLastPicture();
    void closesWithChanges();
    void undoneAndRedone();
    void newDrawsChangeTheSeed();
    void samplingIsTyped();
    void hidesVariants();
    void writesOutASource();
    void triesAPlacement();
    void lossComesAfterTheOutput();
    void explainsAPoint();
    void exportsAPicture_data();
    void exportsAPicture();
    void followsBothThemes();
    void fitsSmallScreens();
    void everyControlHasAName();
    void shortcutsAreUnique();

private:
    Workspace& workspace() { return m_window->workspace(); }
    QString text() { return QString::fromStdString(workspace().experiment().text); }
    const VariantCurves& curvesOf(std::size_t variant)
    {
        return workspace().shownOutcome()->curves->variants.at(variant);
    }
    bool isAnswered();
    QAction* action(const QString& text);
    /// The text of the expression, not of the code that is written of it.
    CodeEdit& expressionEdit() { return *widget<ExpressionEditor>().findChild<CodeEdit*>(); }
    void clickOn(const QString& target);
    template <class Widget>
    Widget& widget(const QString& name = {})
    {
        return *m_window->findChild<Widget*>(name);
    }

    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle("Fusion");
    installFonts();
}

void MainWindowTest::init()
{
    Experiment experiment = example("origin").value();
    experiment.points = 101;
    experiment.samples = 200;
    m_window = std::make_unique<MainWindow>(experiment, "origin");
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(isAnswered());
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

bool MainWindowTest::isAnswered()
{
    return workspace().outcome() && !workspace().isBusy() && !workspace().outcome()->isCoarse &&
           workspace().outcome()->experiment == workspace().experiment();
}

QAction* MainWindowTest::action(const QString& text)
{
    const auto actions = m_window->findChildren<QAction*>();
    const auto found =
        std::ranges::find_if(actions, [&](const QAction* each) { return each->text().remove('&') == text; });
    return found != actions.end() ? *found : nullptr;
}

void MainWindowTest::clickOn(const QString& target)
{
    auto& graph = widget<GraphView>();
    const auto position = graph.positionOf(target);
    QVERIFY2(position.has_value(), qPrintable(target));
    QTest::mouseClick(graph.viewport(), Qt::LeftButton, {}, *position);
}

void MainWindowTest::startsComputed()
{
    QCOMPARE(m_window->windowTitle(), QString("origin[*] — Sluice"));
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(widget<PlotView>().figure().variants.size(), std::size_t(3));
    QVERIFY(!widget<PlotView>().isDim());
    QVERIFY(widget<StatusLine>().counts().startsWith("101 points × 200 samples × 3 variants"));
    QVERIFY(widget<StatusLine>().sentence().contains("noisy"));
    // At x = -2, -1, 1 as the text asks.
    const QAbstractItemModel& points = *widget<PointsPanel>().findChild<QTableView*>()->model();
    QCOMPARE(points.rowCount(), 3);
    QCOMPARE(points.index(0, 0).data().toString(), QString("-2"));
    QCOMPARE(points.index(0, 1).data().toString(), QString("4"));
    // The last variant is z=clean: exactly sign(x).
    QCOMPARE(points.index(0, points.columnCount() - 1).data().toString(), QString("-1"));
}

void MainWindowTest::draggingTheSliderChangesTextAndCurves()
{
    auto& slider = widget<RangeSlider>("slider:u");
    const double before = curvesOf(0).gradient.stddev.front();
    const QPoint start = slider.handlePosition(RangeSlider::Handle::low).toPoint();
    QTest::mousePress(&slider, Qt::LeftButton, {}, start);
    for (int step = 1; step <= 10; ++step) {
        QTest::mouseMove(&slider, start - QPoint(step * 3, 0));
    }
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, start - QPoint(30, 0));

    QVERIFY(slider.low() < 0.9);
    QCOMPARE(slider.high(), 1.1);
    QVERIFY2(text().contains(QString("minval=%1, maxval=1.1").arg(slider.low())), qPrintable(text()));
    QCOMPARE(expressionEdit().toPlainText(), text());
    QTRY_VERIFY(isAnswered());
    QVERIFY(curvesOf(0).gradient.stddev.front() > before);
    QCOMPARE(widget<PlotView>().figure().curves, workspace().shownOutcome()->curves);
    QVERIFY(m_window->isWindowModified());
    // The whole drag is one step.
    QCOMPARE(workspace().undoStack().count(), 1);
    workspace().undoStack().undo();
    QVERIFY(text().contains("minval=0.9, maxval=1.1"));
    QCOMPARE(slider.low(), 0.9);
}

void MainWindowTest::typingBeyondTheSliderMovesItsLimits()
{
    auto& slider = widget<RangeSlider>("slider:u");
    const auto boxes = slider.parentWidget()->findChildren<QAbstractSpinBox*>();
    QCOMPARE(boxes.size(), 2);
    auto* high = boxes[0]->accessibleName().contains("high") ? boxes[0] : boxes[1];
    high->setFocus();
    high->selectAll();
    QTest::keyClicks(high, "5");
    QTest::keyClick(high, Qt::Key_Return);
    QVERIFY2(text().contains("maxval=5.0"), qPrintable(text()));
    QVERIFY(slider.maximum() >= 5.0);
    // Below low, low comes along.
    high->selectAll();
    QTest::keyClicks(high, "0.5");
    QTest::keyClick(high, Qt::Key_Return);
    QVERIFY2(text().contains("minval=0.5, maxval=0.5"), qPrintable(text()));
}

void MainWindowTest::clickOnTheGraphSetsGates()
{
    QTRY_VERIFY(widget<GraphView>().positionOf("z").has_value());
    QVERIFY(curvesOf(0).gradient.stddev.front() > 0.0);
    clickOn("z");
    QCOMPARE(workspace().experiment().variants[0].gates, std::vector<std::string>{"z=stop"});
    QTRY_VERIFY(isAnswered());
    QVERIFY(curvesOf(0).disconnected);
    QTRY_VERIFY(widget<GraphView>().positionOf("z").has_value());
    clickOn("z");
    QCOMPARE(workspace().experiment().variants[0].gates, std::vector<std::string>{"z=clean"});
    QTRY_VERIFY(isAnswered());
    // Everywhere but at x = 0, where there is no finite sample.
    const auto& deviations = curvesOf(0).gradient.stddev;
    QVERIFY(std::ranges::all_of(deviations, [](double each) { return each == 0.0 || std::isnan(each); }));
    QCOMPARE(deviations.front(), 0.0);
    QVERIFY(widget<StatusLine>().sentence().contains("no noise"));
    clickOn("z");
    QVERIFY(workspace().experiment().variants[0].gates.empty());
}

void MainWindowTest::gateThatChangesNothingIsExplained()
{
    QTRY_VERIFY(widget<GraphView>().positionOf("u").has_value());
    clickOn("u");
    QCOMPARE(workspace().experiment().variants[0].gates, std::vector<std::string>{"u=stop"});
    QTRY_VERIFY(isAnswered());
    const QString sentence = widget<StatusLine>().sentence();
    QVERIFY2(sentence.contains("gate u=stop changes nothing"), qPrintable(sentence));
}

void MainWindowTest::selectedVariantTakesTheGates()
{
    workspace().selectVariant(2);
    QTRY_VERIFY(widget<GraphView>().positionOf("yu").has_value());
    QCOMPARE(widget<PlotView>().figure().selected, 2);
    clickOn("yu");
    QCOMPARE(workspace().experiment().variants[2].gates, (std::vector<std::string>{"z=clean", "yu=stop"}));
    QVERIFY(workspace().experiment().variants[0].gates.empty());
}

void MainWindowTest::errorKeepsTheLastPicture()
{
    auto& editor = expressionEdit();
    const auto curves = widget<PlotView>().figure().curves;
    const QString title = widget<PlotView>().figure().title;
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(static_cast<int>(editor.toPlainText().indexOf("sqrt(yu)")) + 3);
    editor.setTextCursor(cursor);
    QTest::keyClick(&editor, Qt::Key_Delete);

    QTRY_VERIFY(workspace().hasErrors());
    QTRY_VERIFY(!workspace().isBusy());
    QVERIFY(widget<PlotView>().isDim());
    QCOMPARE(widget<PlotView>().figure().curves, curves);
    QCOMPARE(widget<PlotView>().figure().title, title);
    QVERIFY(widget<GraphView>().positionOf("z").has_value());
    QVERIFY(widget<StatusLine>().sentence().contains("errors"));
    QTest::keyClicks(&editor, "t");
    QVERIFY(!workspace().hasErrors());
    QVERIFY(!widget<PlotView>().isDim());
}

void MainWindowTest::failureKeepsTheLastPicture()
{
    Experiment next = workspace().experiment();
    next.points = 0;
    workspace().change("points", next);
    QTRY_VERIFY(isAnswered());
    QVERIFY(widget<PlotView>().isDim());
    QVERIFY2(widget<StatusLine>().sentence().contains("point"), qPrintable(widget<StatusLine>().sentence()));
    workspace().undoStack().undo();
    QTRY_VERIFY(isAnswered());
    QVERIFY(!widget<PlotView>().isDim());
}

void MainWindowTest::closesWithChanges()
{
    QTest::keyClicks(&expressionEdit(), "# ");
    QVERIFY(!workspace().undoStack().isClean());
    // What the undo stack says as it goes must not reach a window that is half gone.
    const QSignalSpy clean(&workspace().undoStack(), &QUndoStack::cleanChanged);
    m_window.reset();
    QCOMPARE(clean.count(), 0);
}

void MainWindowTest::undoneAndRedone()
{
    QTest::keyClicks(&expressionEdit(), "# ");
    QVERIFY(text().startsWith("# "));
    QTest::keyClick(&expressionEdit(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(text().startsWith("import"));
    QTest::keyClick(&expressionEdit(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(text().startsWith("# "));
}

void MainWindowTest::newDrawsChangeTheSeed()
{
    const double before = curvesOf(0).value.mean.front();
    action("New draws")->trigger();
    QCOMPARE(workspace().experiment().seed, std::uint64_t(2));
    QTRY_VERIFY(isAnswered());
    QVERIFY(curvesOf(0).value.mean.front() != before);
}

void MainWindowTest::samplingIsTyped()
{
    const auto edits = m_window->findChildren<QLineEdit*>();
    const auto named = [&](const QString& name) {
        return *std::ranges::find_if(edits,
                                     [&](const QLineEdit* each) { return each->accessibleName() == name; });
    };
    QTest::keyClicks(named("sweep from"), "-1.5");
    QTest::keyClick(named("sweep from"), Qt::Key_Return);
    QTRY_VERIFY(isAnswered());
    QCOMPARE(workspace().shownOutcome()->curves->x.front(), -1.5);
    named("sweep from")->clear();
    QTest::keyClick(named("sweep from"), Qt::Key_Return);
    QTRY_VERIFY(isAnswered());
    QCOMPARE(workspace().shownOutcome()->curves->x.front(), -2.0);
    named("seed")->selectAll();
    QTest::keyClicks(named("seed"), "18446744073709551615");
    QTest::keyClick(named("seed"), Qt::Key_Return);
    QCOMPARE(workspace().experiment().seed, std::numeric_limits<std::uint64_t>::max());
}

void MainWindowTest::hidesVariants()
{
    workspace().setHidden(1, true);
    QVERIFY(!widget<PlotView>().figure().variants[1].visible);
    QVERIFY(widget<PlotView>().figure().variants[2].visible);
}

void MainWindowTest::writesOutASource()
{
    workspace().setText("x = input(-2, 2)\nu = torch.rand_like(x)\nz = x*u\n", -1);
    const auto findButton = [&]() -> QPushButton* {
        for (auto* each : m_window->findChildren<QPushButton*>()) {
            if (each->text() == "Write out") {
                return each;
            }
        }
        return nullptr;
    };
    QVERIFY(findButton() != nullptr);
    QTest::mouseClick(findButton(), Qt::LeftButton);
    QVERIFY2(text().contains("u = uniform(0.0, 1.0)"), qPrintable(text()));
    QVERIFY(m_window->findChild<RangeSlider*>("slider:u") != nullptr);
}

void MainWindowTest::triesAPlacement()
{
    workspace().change("one variant", [this] {
        Experiment next = workspace().experiment();
        next.variants.resize(1);
        return next;
    }());
    action("Advice")->trigger();
    auto& panel = widget<AdvicePanel>();
    QVERIFY(panel.isVisible());
    auto& table = *panel.findChild<QTableView*>();
    QTRY_VERIFY_WITH_TIMEOUT(table.model()->rowCount() > 0, 30000);
    QCOMPARE(table.model()->index(0, 0).data().toString(), QString("z=clean"));
    table.selectRow(0);
    action("Try placement")->trigger();
    QCOMPARE(workspace().experiment().variants.size(), std::size_t(2));
    QCOMPARE(workspace().experiment().variants[1].gates, std::vector<std::string>{"z=clean"});
    QCOMPARE(workspace().selectedVariant(), std::size_t(1));
    QTRY_VERIFY(isAnswered());
    QCOMPARE(curvesOf(1).gradient.stddev.front(), 0.0);
    QVERIFY(action("Undo Try z=clean") != nullptr);
    workspace().undoStack().undo();
    QCOMPARE(workspace().experiment().variants.size(), std::size_t(1));
    QTRY_VERIFY(isAnswered());
}

void MainWindowTest::lossComesAfterTheOutput()
{
    QTimer::singleShot(0, [] {
        auto* dialog = qobject_cast<LossDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        dialog->accept();
    });
    action("Append loss…")->trigger();
    QTRY_VERIFY(isAnswered());
    QCOMPARE(workspace().shownOutcome()->curves->output, std::string("loss"));
    // The gate on z is there still, but what comes after it reads the noisy z.
    workspace().selectVariant(2);
    QVERIFY(curvesOf(2).gradient.stddev.front() > 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(widget<WhyPanel>().verdict().startsWith("~"), 20000);
    workspace().undoStack().undo();
    QTRY_VERIFY(isAnswered());
    QCOMPARE(workspace().shownOutcome()->curves->output, std::string("z"));
}

void MainWindowTest::explainsAPoint()
{
    QTRY_VERIFY_WITH_TIMEOUT(!widget<WhyPanel>().verdict().isEmpty(), 20000);
    auto& plot = widget<PlotView>();
    plot.setCursor(0.0);
    action("Explain point")->trigger();
    auto& panel = widget<WalkPanel>();
    QVERIFY(panel.isVisible());
    auto& table = *panel.findChild<QTableWidget*>();
    const auto hasTrouble = [&table] {
        bool found = false;
        for (int row = 0; row < table.rowCount(); ++row) {
            found = found || table.item(row, 0)->text().startsWith("✕");
        }
        return found;
    };
    QTRY_VERIFY(hasTrouble());
}

void MainWindowTest::exportsAPicture_data()
{
    QTest::addColumn<FigureOptions>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("plain") << FigureOptions{.width = 800, .height = 600, .dpi = {}} << QSize(800, 600);
    QTest::newRow("scaled") << FigureOptions{.width = 640, .height = 480, .scale = 2.0, .dpi = {}}
                            << QSize(1280, 960);
}

void MainWindowTest::exportsAPicture()
{
    QFETCH(FigureOptions, options);
    QFETCH(QSize, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath("picture.png");
    bool wasOpen = false;
    // The dialog has an event loop of its own; this runs in it.
    QTimer::singleShot(0, this, [&] {
        auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
        wasOpen = dialog != nullptr;
        if (dialog != nullptr) {
            dialog->setOptions(options);
            dialog->exportTo(path);
        }
    });
    action("Export picture…")->trigger();
    QVERIFY(wasOpen);
    const QImage picture(path);
    QCOMPARE(picture.size(), size);
    QVERIFY(picture.text("Sluice").contains("tf.random_uniform"));
}

void MainWindowTest::followsBothThemes()
{
    const auto cornerColor = [&] { return m_window->grab().toImage().pixelColor(2, 2); };
    action("Dark")->trigger();
    QCOMPARE(cornerColor(), darkTheme().window);
    QVERIFY(action("Dark")->isChecked());
    action("Light")->trigger();
    QCOMPARE(cornerColor(), lightTheme().window);
}

void MainWindowTest::fitsSmallScreens()
{
    auto& column = widget<AdaptiveColumn>();
    QVERIFY(!column.isFolded());
    m_window->resize(1024, 640);
    QTRY_VERIFY(column.isFolded());
    QCOMPARE(m_window->size(), QSize(1024, 640));
    // All tabs are seen, the last one too.
    const QTabBar& tabs = *widget<AnalysisTabs>().tabBar();
    QVERIFY2(tabs.tabRect(tabs.count() - 1).right() <= tabs.width(),
             qPrintable(QString::number(tabs.tabRect(tabs.count() - 1).right() - tabs.width())));
    m_window->resize(1280, 800);
    QTRY_VERIFY(!column.isFolded());
    QVERIFY(widget<GraphView>().isVisible());
    QVERIFY(widget<RangeSlider>("slider:u").isVisible());
}

void MainWindowTest::everyControlHasAName()
{
    for (const QWidget* each : m_window->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(each);
        // What passes its focus on, and the inside of a box for numbers, goes by another's name.
        const bool isPart = each->focusProxy() != nullptr ||
                            qobject_cast<const QAbstractSpinBox*>(each->parentWidget()) != nullptr;
        if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus) != 0 && !isPart) {
            const bool isNamed =
                !each->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(isNamed, each->metaObject()->className());
        }
    }
}

void MainWindowTest::shortcutsAreUnique()
{
    QStringList shortcuts;
    for (const QAction* each : m_window->findChildren<QAction*>()) {
        if (!each->shortcut().isEmpty() && each->shortcutContext() != Qt::WidgetShortcut) {
            shortcuts << each->shortcut().toString();
        }
    }
    QVERIFY(shortcuts.size() > 8);
    QCOMPARE(shortcuts.removeDuplicates(), 0);
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
