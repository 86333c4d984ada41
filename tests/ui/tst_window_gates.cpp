// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/graph/graph_view.h"
#include "ui/panels/advice_panel.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/loss_dialog.h"
#include "ui/panels/node_line.h"
#include "ui/panels/status_line.h"
#include "ui/panels/walk_panel.h"
#include "ui/panels/why_panel.h"
#include "ui/plot/plot_view.h"

#include <QAbstractButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

#include <cmath>
#include <functional>

using namespace sluice;

/// Gates by mouse, what is said of them, and what the advice and the walk make of them.
class WindowGatesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init();
    void cleanup() { m_open.reset(); }
    void clickOnTheGraphSetsGates();
    void gateThatChangesNothingIsExplained();
    void selectedVariantTakesTheGates();
    void newcomersNeedThreeClicks_data();
    void newcomersNeedThreeClicks();
    void triesAPlacement();
    void lossComesAfterTheOutput();
    void explainsAPoint();
    void readsTheSelectedNode();

private:
    void clickOn(const QString& target);
    void clickOnTab(const QString& name);
    void clickOnFirstAdvice();
    [[nodiscard]] QAbstractButton* button(const QString& text) const;
    std::unique_ptr<OpenWindow> m_open;
};

void WindowGatesTest::init()
{
    m_open = std::make_unique<OpenWindow>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_open->window()));
    QTRY_VERIFY(m_open->isAnswered());
}

void WindowGatesTest::clickOn(const QString& target)
{
    auto& graph = m_open->widget<GraphView>();
    const auto position = graph.positionOf(target);
    QVERIFY2(position.has_value(), qPrintable(target));
    QTest::mouseClick(graph.viewport(), Qt::LeftButton, {}, *position);
}

void WindowGatesTest::clickOnTab(const QString& name)
{
    auto* bar = m_open->widget<AnalysisTabs>().findChild<QTabBar*>();
    for (int tab = 0; tab < bar->count(); ++tab) {
        if (bar->tabText(tab) == name) {
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
            return;
        }
    }
    QFAIL(qPrintable(name));
}

void WindowGatesTest::clickOnFirstAdvice()
{
    auto& table = *m_open->widget<AdvicePanel>().findChild<QTableView*>();
    QTRY_VERIFY_WITH_TIMEOUT(table.model()->rowCount() > 0, 30000);
    const QRect row = table.visualRect(table.model()->index(0, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, row.center());
}

QAbstractButton* WindowGatesTest::button(const QString& text) const
{
    for (auto* each : m_open->window().findChildren<QAbstractButton*>()) {
        if (each->text() == text && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

void WindowGatesTest::clickOnTheGraphSetsGates()
{
    QTRY_VERIFY(m_open->widget<GraphView>().positionOf("z").has_value());
    QVERIFY(m_open->curvesOf(0).gradient.stddev.front() > 0.0);
    clickOn("z");
    QCOMPARE(m_open->workspace().experiment().variants[0].gates, std::vector<std::string>{"z=stop"});
    QTRY_VERIFY(m_open->isAnswered());
    QVERIFY(m_open->curvesOf(0).disconnected);
    QTRY_VERIFY(m_open->widget<GraphView>().positionOf("z").has_value());
    clickOn("z");
    QCOMPARE(m_open->workspace().experiment().variants[0].gates, std::vector<std::string>{"z=clean"});
    QTRY_VERIFY(m_open->isAnswered());
    // Everywhere but at x = 0, where there is no finite sample.
    const auto& deviations = m_open->curvesOf(0).gradient.stddev;
    QVERIFY(std::ranges::all_of(deviations, [](double each) { return each == 0.0 || std::isnan(each); }));
    QCOMPARE(deviations.front(), 0.0);
    QVERIFY(m_open->widget<StatusLine>().sentence().contains("No sample shows noise"));
    clickOn("z");
    QVERIFY(m_open->workspace().experiment().variants[0].gates.empty());
}

void WindowGatesTest::gateThatChangesNothingIsExplained()
{
    QTRY_VERIFY(m_open->widget<GraphView>().positionOf("u").has_value());
    clickOn("u");
    QCOMPARE(m_open->workspace().experiment().variants[0].gates, std::vector<std::string>{"u=stop"});
    QTRY_VERIFY(m_open->isAnswered());
    const QString sentence = m_open->widget<StatusLine>().sentence();
    QVERIFY2(sentence.contains("gate u=stop changes nothing"), qPrintable(sentence));
}

void WindowGatesTest::selectedVariantTakesTheGates()
{
    m_open->workspace().selectVariant(2);
    QTRY_VERIFY(m_open->widget<GraphView>().positionOf("yu").has_value());
    QCOMPARE(m_open->widget<PlotView>().figure().selected, 2);
    clickOn("yu");
    QCOMPARE(m_open->workspace().experiment().variants[2].gates,
             (std::vector<std::string>{"z=clean", "yu=stop"}));
    QVERIFY(m_open->workspace().experiment().variants[0].gates.empty());
}

/// From the question's text as it was asked, without a gate, to a gradient that is exact.
void WindowGatesTest::newcomersNeedThreeClicks_data()
{
    using Click = std::function<void(WindowGatesTest&)>;
    QTest::addColumn<std::vector<Click>>("clicks");
    const Click onTheOutput = [](WindowGatesTest& test) { test.clickOn("z"); };
    QTest::newRow("the graph: stop, then clean") << std::vector<Click>{onTheOutput, onTheOutput};
    QTest::newRow("the reason's button") << std::vector<Click>{
        [](WindowGatesTest& test) { QTest::mouseClick(test.button("Try z=clean"), Qt::LeftButton); }};
    QTest::newRow("the advice: tab, row")
        << std::vector<Click>{[](WindowGatesTest& test) { test.clickOnTab("Advice"); },
                              [](WindowGatesTest& test) { test.clickOnFirstAdvice(); }};
}

void WindowGatesTest::newcomersNeedThreeClicks()
{
    QFETCH(std::vector<std::function<void(WindowGatesTest&)>>, clicks);
    QVERIFY(clicks.size() <= 3);
    auto& workspace = m_open->workspace();
    for (const auto& click : clicks) {
        QTRY_VERIFY(m_open->isAnswered());
        QTRY_VERIFY_WITH_TIMEOUT(m_open->widget<AnalysisTabs>().explanations().isCurrent(), 30000);
        click(*this);
    }
    QTRY_VERIFY(m_open->isAnswered());
    // x is -2, where the noise-free gradient is -1.
    const auto& curves = m_open->curvesOf(workspace.selectedVariant());
    QCOMPARE(curves.gradient.mean.front(), -1.0);
    QCOMPARE(curves.gradient.stddev.front(), 0.0);
    // The forward value is as noisy as before.
    QVERIFY(curves.value.stddev.front() > 0.01);
}

void WindowGatesTest::triesAPlacement()
{
    m_open->workspace().change("one variant", [this] {
        Experiment next = m_open->workspace().experiment();
        next.variants.resize(1);
        return next;
    }());
    m_open->action("Advice")->trigger();
    auto& panel = m_open->widget<AdvicePanel>();
    QVERIFY(panel.isVisible());
    auto& table = *panel.findChild<QTableView*>();
    QTRY_VERIFY_WITH_TIMEOUT(table.model()->rowCount() > 0, 30000);
    QCOMPARE(table.model()->index(0, 0).data().toString(), QString("z=clean"));
    table.selectRow(0);
    m_open->action("Try placement")->trigger();
    QCOMPARE(m_open->workspace().experiment().variants.size(), std::size_t(2));
    QCOMPARE(m_open->workspace().experiment().variants[1].gates, std::vector<std::string>{"z=clean"});
    QCOMPARE(m_open->workspace().selectedVariant(), std::size_t(1));
    QTRY_VERIFY(m_open->isAnswered());
    QCOMPARE(m_open->curvesOf(1).gradient.stddev.front(), 0.0);
    QVERIFY(m_open->action("Undo Try z=clean") != nullptr);
    m_open->workspace().undoStack().undo();
    QCOMPARE(m_open->workspace().experiment().variants.size(), std::size_t(1));
    QTRY_VERIFY(m_open->isAnswered());
}

void WindowGatesTest::lossComesAfterTheOutput()
{
    QTimer::singleShot(0, [] {
        auto* dialog = qobject_cast<LossDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        dialog->accept();
    });
    m_open->action("Append loss…")->trigger();
    QTRY_VERIFY(m_open->isAnswered());
    QCOMPARE(m_open->workspace().shownOutcome()->curves->output, std::string("loss"));
    // The gate on z is there still, but what comes after it reads the noisy z.
    m_open->workspace().selectVariant(2);
    QVERIFY(m_open->curvesOf(2).gradient.stddev.front() > 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(m_open->widget<WhyPanel>().verdict().startsWith("~"), 20000);
    m_open->workspace().undoStack().undo();
    QTRY_VERIFY(m_open->isAnswered());
    QCOMPARE(m_open->workspace().shownOutcome()->curves->output, std::string("z"));
}

void WindowGatesTest::explainsAPoint()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_open->widget<WhyPanel>().verdict().isEmpty(), 20000);
    auto& plot = m_open->widget<PlotView>();
    plot.setCursor(0.0);
    m_open->action("Explain point")->trigger();
    auto& panel = m_open->widget<WalkPanel>();
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

/// At x = 1: yu is u, with a mean of 1; 1/(2√yu) reaches it, with a mean of (√1.1 − √0.9)/0.2.
void WindowGatesTest::readsTheSelectedNode()
{
    m_open->widget<PlotView>().setCursor(1.0);
    auto& graph = m_open->widget<GraphView>();
    QTRY_VERIFY(graph.positionOf("z").has_value());
    graph.setFocus();
    QTRY_COMPARE(graph.selection().node, QString("z"));
    QTest::keyClick(&graph, Qt::Key_Left);
    QTest::keyClick(&graph, Qt::Key_Left);
    const auto& line = m_open->widget<NodeLine>();
    QTRY_COMPARE(line.formula(), QString("yu = y * u"));
    static const QRegularExpression numbers(
        QStringLiteral("^x = 1: value (\\S+), sd 0\\.05\\d* · ∂z/∂yu (\\S+), sd 0\\.01\\d*$"));
    const auto read = numbers.match(line.numbers());
    QVERIFY2(read.hasMatch(), qPrintable(line.numbers()));
    QVERIFY(std::abs(read.captured(1).toDouble() - 1.0) < 0.02);
    QVERIFY(std::abs(read.captured(2).toDouble() - (std::sqrt(1.1) - std::sqrt(0.9)) / 0.2) < 0.005);
}

QTEST_MAIN(WindowGatesTest)
#include "tst_window_gates.moc"
