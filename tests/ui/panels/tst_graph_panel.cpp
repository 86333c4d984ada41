// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/open_workspace.h"
#include "ui/graph/graph_view.h"
#include "ui/panels/graph_panel.h"
#include "ui/panels/node_line.h"

#include <QLabel>
#include <QTest>

#include <limits>

using namespace sluice;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A panel of the window that shows the origin's graph.
class ShownPanel
{
public:
    explicit ShownPanel(std::vector<Variant> variants = {{"no gates", {}}})
    {
        m_workspace.open(experimentOf(originText, std::move(variants)));
        m_panel.resize(420, 320);
        m_panel.show();
        m_panel.activateWindow();
        showGraph();
    }

    void showGraph()
    {
        m_panel.view().showGraph(m_workspace.program(),
                                 m_workspace.experiment().variants[m_workspace.selectedVariant()].gates, {});
    }
    [[nodiscard]] bool isAnswered() const { return m_workspace.shownOutcome() && !m_workspace.isBusy(); }
    void press(Qt::Key key) { QTest::keyClick(&m_panel.view(), key); }

    [[nodiscard]] Workspace& workspace() { return m_workspace; }
    [[nodiscard]] GraphPanel& panel() { return m_panel; }
    [[nodiscard]] GraphView& view() { return m_panel.view(); }
    [[nodiscard]] NodeLine& line() { return *m_panel.findChild<NodeLine*>(); }

private:
    Workspace m_workspace;
    GraphPanel m_panel{m_workspace};
};

} // namespace

class GraphPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void saysWhatToDo();
    void keyboardSelects();
    void mouseSelects();
    void followsTheCrosshair();
    void followsTheVariant();
    void saysWhereTheNextClickLeads();
    void edgesAreDescribed();
    void elidesWhatHasNoRoom();
};

void GraphPanelTest::texts_data()
{
    QTest::addColumn<NodeReading>("reading");
    QTest::addColumn<QString>("text");
    const Summary exact{.mean = 0.5};
    const Summary noisy{.mean = 1.00034, .stddev = 0.0577, .meanError = 0.0009, .stddevError = 0.0004};
    const NodeReading reading{.name = "yu",
                              .expression = "y * u",
                              .input = "x",
                              .at = 1.0,
                              .output = "z",
                              .value = noisy,
                              .upstream = exact};
    const auto with = [&reading](const Summary& upstream, bool isDisconnected = false) {
        NodeReading other = reading;
        other.upstream = upstream;
        other.isDisconnected = isDisconnected;
        return other;
    };
    const QString head = QStringLiteral("x = 1: value 1.0003, sd 0.0577 · ∂z/∂yu ");
    QTest::newRow("no noise") << reading << head + "0.5";
    QTest::newRow("noise") << with(noisy) << head + "1.0003, sd 0.0577";
    QTest::newRow("disconnected") << with({}, true) << head + "disconnected: 0";
    QTest::newRow("NaN") << with({.mean = notANumber, .stddev = notANumber, .nanFraction = 1.0})
                         << head + "NaN";
    QTest::newRow("infinite") << with({.mean = notANumber, .stddev = notANumber, .infFraction = 1.0})
                              << head + "infinite";
    QTest::newRow("both")
        << with({.mean = notANumber, .stddev = notANumber, .nanFraction = 0.25, .infFraction = 0.75})
        << head + "not finite, 25 % NaN, 75 % infinite";
    QTest::newRow("some") << with({.mean = 0.5, .nanFraction = 0.125}) << head + "0.5, 12.5 % NaN";
}

void GraphPanelTest::texts()
{
    QFETCH(NodeReading, reading);
    QTEST(nodeReadingText(reading, 0.1), "text");
}

void GraphPanelTest::saysWhatToDo()
{
    const Workspace workspace;
    const GraphPanel panel(workspace);
    QVERIFY(panel.findChild<NodeLine*>()->numbers().startsWith("Click a node or an edge"));
}

void GraphPanelTest::keyboardSelects()
{
    ShownPanel shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel()));
    // The keyboard begins at the output.
    shown.view().setFocus();
    QTRY_COMPARE(shown.view().selection().node, QString("z"));
    QTRY_COMPARE(shown.line().formula(), QString("z = sqrt(yu)"));
    QVERIFY2(shown.line().numbers().endsWith("∂z/∂z 1"), qPrintable(shown.line().numbers()));
    // To the edge, and on to what it comes from.
    shown.press(Qt::Key_Left);
    shown.press(Qt::Key_Left);
    QCOMPARE(shown.view().selection().node, QString("yu"));
    QTRY_COMPARE(shown.line().formula(), QString("yu = y*u"));
}

void GraphPanelTest::mouseSelects()
{
    ShownPanel shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel()));
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, shown.view().positionOf("y").value());
    QCOMPARE(shown.view().selection().node, QString("y"));
    QTRY_COMPARE(shown.line().formula(), QString("y = x**2"));
}

void GraphPanelTest::followsTheCrosshair()
{
    ShownPanel shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel()));
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, shown.view().positionOf("y").value());
    // The upstream gradient u/(2√(x²u)) is disconnected nowhere, infinite where x is 0.
    shown.panel().readAt(0.0);
    QTRY_COMPARE(shown.line().numbers(), QString("x = 0: value 0 · ∂z/∂y infinite"));
    // Of many points in a short time the last one is read.
    for (const double x : {-2.0, -1.0, 0.4, 1.4, 2.0}) {
        shown.panel().readAt(x);
    }
    QTRY_VERIFY2(shown.line().numbers().startsWith("x = 2: value 4 · ∂z/∂y 0.2"),
                 qPrintable(shown.line().numbers()));
    QVERIFY(shown.line().numbers().contains("sd"));
}

void GraphPanelTest::followsTheVariant()
{
    ShownPanel shown({{"no gates", {}}, {"stopped", {"z=stop"}}, {"clean", {"z=clean"}}});
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel()));
    shown.panel().readAt(1.0);
    shown.view().setFocus();
    shown.press(Qt::Key_Left);
    shown.press(Qt::Key_Left);
    QCOMPARE(shown.view().selection().node, QString("yu"));
    QTRY_VERIFY(shown.line().numbers().contains("∂z/∂yu 0.5"));
    QCOMPARE(shown.line().numbers().count("sd"), 2);
    shown.workspace().selectVariant(1);
    QTRY_VERIFY(shown.line().numbers().endsWith("∂z/∂yu disconnected: 0"));
    shown.workspace().selectVariant(2);
    QTRY_VERIFY(shown.line().numbers().endsWith("∂z/∂yu 0.5"));
}

void GraphPanelTest::saysWhereTheNextClickLeads()
{
    ShownPanel shown({{"stopped", {"z=stop"}}, {"clean", {"z=clean"}}, {"no gates", {}}});
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel()));
    shown.view().setFocus();
    QTRY_COMPARE(shown.line().formula(), QString("stop (next click: clean) · z = sqrt(yu)"));
    shown.workspace().selectVariant(1);
    shown.showGraph();
    QTRY_COMPARE(shown.line().formula(), QString("clean (next click: no gate) · z = sqrt(yu)"));
    shown.workspace().selectVariant(2);
    shown.showGraph();
    QTRY_COMPARE(shown.line().formula(), QString("z = sqrt(yu)"));
}

void GraphPanelTest::edgesAreDescribed()
{
    ShownPanel shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel()));
    shown.view().setFocus();
    QTRY_COMPARE(shown.line().formula(), QString("z = sqrt(yu)"));
    shown.press(Qt::Key_Left);
    QVERIFY(shown.view().selection().node.isEmpty());
    QVERIFY2(shown.line().formula().startsWith("yu is used by z"), qPrintable(shown.line().formula()));
    QCOMPARE(shown.line().numbers(), QString());
}

void GraphPanelTest::elidesWhatHasNoRoom()
{
    NodeLine line;
    line.resize(120, 40);
    line.show();
    const QString longText = QString("yu = ") + QString("y * u + ").repeated(20);
    line.setTexts(longText, "numbers");
    QLabel* label = nullptr;
    for (auto* each : line.findChildren<QLabel*>()) {
        label = each->text().endsWith(QChar(0x2026)) ? each : label;
    }
    QVERIFY(label != nullptr);
    QVERIFY(label->toolTip().startsWith(longText));
    QCOMPARE(label->accessibleDescription(), longText);
    QVERIFY(line.minimumSizeHint().width() < 60);
}

QTEST_MAIN(GraphPanelTest)
#include "tst_graph_panel.moc"
