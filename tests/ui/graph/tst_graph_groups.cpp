// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/owned_view.h"
#include "ui/graph/graph_groups.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QToolTip>

using namespace sluice;

namespace {

/// So many layers of five places each: w·v, + b, tanh, the noise, the product; and before them v itself, x.
std::string layers(int count)
{
    return "x = input(-2, 2)\nw = 0.9\nb = 0.1\nv = x\nfor i in range(" + std::to_string(count) +
           "):\n    v = tanh(w*v + b) * normal(1, 0.1)\nz = v*v\n";
}

QStringList namesOf(const DrawnGraph& graph)
{
    QStringList names;
    for (const DrawnNode& node : graph.nodes) {
        names << QString::fromStdString(node.name);
    }
    names.sort();
    return names;
}

QStringList edgesOf(const DrawnGraph& graph)
{
    QStringList edges;
    for (const DrawnEdge& edge : graph.edges) {
        edges << QString::fromStdString(graph.nodes[edge.from].name + ">" + graph.nodes[edge.to].name + ":" +
                                        edge.name);
    }
    edges.sort();
    return edges;
}

} // namespace

class TestGraphGroups : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void loopIsOneNode();
    void everyNodeIsSomewhere_data();
    void everyNodeIsSomewhere();
    void variablesOfOneLoopAreOneGroup();
    void fewStayThemselves();
    void smallGraphsAreWhole();
    void clickOpensAndBackspaceCloses();
    void menuOpensAndCloses();
    void noiseOpensAndClosesWithItsLayers();
    void gateInsideIsSeenOutside();
    void groupTooLargeStaysClosed();
};

void TestGraphGroups::names_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("group");
    QTest::newRow("plain") << "v"
                           << "v";
    QTest::newRow("of a loop") << "v#3"
                               << "v";
    QTest::newRow("inside its statement") << "v#3.tanh"
                                          << "v";
    QTest::newRow("inside a call") << "layer#2.h"
                                   << "layer";
    QTest::newRow("numbered by hand") << "h12"
                                      << "h";
    QTest::newRow("inside a numbered statement") << "h12.mul#2"
                                                 << "h";
    QTest::newRow("a number inside") << "h2o"
                                     << "h2o";
}

void TestGraphGroups::names()
{
    QFETCH(QString, node);
    QFETCH(QString, group);
    QCOMPARE(QString::fromStdString(groupNameOf(node.toStdString())), group);
}

void TestGraphGroups::loopIsOneNode()
{
    const DrawnGraph whole = drawnGraph(programOf(layers(24)));
    const GroupedGraph shown = grouped(whole, {});
    QCOMPARE(namesOf(shown.graph), QStringList({"b", "v", "w", "x", "z"}));
    // Of the uses drawn as one none bears a name; x is used once, by the first layer.
    QCOMPARE(edgesOf(shown.graph), QStringList({"b>v:", "v>z:", "w>v:", "x>v:x->v#1"}));
    const DrawnNode& group = *std::ranges::find(shown.graph.nodes, DrawnNode::Kind::group, &DrawnNode::kind);
    QCOMPARE(group.size, whole.nodes.size() - 4);
    QVERIFY(group.dependsOnNoise);
}

void TestGraphGroups::everyNodeIsSomewhere_data()
{
    QTest::addColumn<QString>("opened");
    QTest::addColumn<int>("shown");
    QTest::newRow("closed") << "" << 5;
    QTest::newRow("open") << "v" << 24 * 5 + 5;
    QTest::newRow("another name is open") << "w" << 5;
}

void TestGraphGroups::everyNodeIsSomewhere()
{
    QFETCH(QString, opened);
    QFETCH(int, shown);
    const DrawnGraph whole = drawnGraph(programOf(layers(24)));
    const GroupedGraph drawn = grouped(whole, {opened.toStdString()});
    QCOMPARE(drawn.graph.nodes.size(), static_cast<std::size_t>(shown));
    QCOMPARE(drawn.nodes.size(), drawn.graph.nodes.size());
    QCOMPARE(drawn.edges.size(), drawn.graph.edges.size());
    std::vector<int> seen(whole.nodes.size());
    for (const auto& members : drawn.nodes) {
        for (const std::size_t member : members) {
            ++seen[member];
        }
    }
    QVERIFY(std::ranges::all_of(seen, [](int times) { return times == 1; }));
}

void TestGraphGroups::variablesOfOneLoopAreOneGroup()
{
    const std::string text = "x = input(-2, 2)\na = x\nc = x\nfor i in range(12):\n    a = sin(c)\n"
                             "    c = cos(a)\nz = a + c\n";
    const GroupedGraph shown = grouped(drawnGraph(programOf(text)), {});
    QCOMPARE(namesOf(shown.graph), QStringList({"a, c", "x", "z"}));
    const GroupedGraph opened = grouped(drawnGraph(programOf(text)), {"a, c"});
    QCOMPARE(opened.graph.nodes.size(), drawnGraph(programOf(text)).nodes.size());
}

void TestGraphGroups::fewStayThemselves()
{
    const DrawnGraph whole =
        drawnGraph(programOf("x = input(-2, 2)\nh1 = sin(x)\nh2 = cos(h1)\nz = exp(h2)\n"));
    QCOMPARE(namesOf(grouped(whole, {}).graph), QStringList({"h1", "h2", "x", "z"}));
}

void TestGraphGroups::smallGraphsAreWhole()
{
    OwnedView view(layers(6));
    QVERIFY(view.appear());
    QVERIFY(view.positionOf("v#3.tanh").has_value());
    QVERIFY(!view.hasOpenedGroups());
}

void TestGraphGroups::clickOpensAndBackspaceCloses()
{
    OwnedView view(layers(24));
    QSignalSpy changes(&view, &GraphView::openedGroupsChanged);
    QVERIFY(view.appear());
    QVERIFY(!view.positionOf("v#3.tanh").has_value());
    view.click("v");
    QVERIFY(view.positionOf("v#3.tanh").has_value());
    QVERIFY(view.hasOpenedGroups());
    QCOMPARE(view.written(), QString());
    QTest::keyClick(&view, Qt::Key_Backspace);
    QVERIFY(!view.positionOf("v#3.tanh").has_value());
    QVERIFY(view.positionOf("v").has_value());
    QVERIFY(!view.hasOpenedGroups());
    QTest::keyClick(&view, Qt::Key_Space);
    QVERIFY(view.positionOf("v#3.tanh").has_value());
    view.closeGroups();
    QVERIFY(!view.positionOf("v#3.tanh").has_value());
    QCOMPARE(changes.count(), 4);
}

void TestGraphGroups::menuOpensAndCloses()
{
    OwnedView view(layers(24));
    QVERIFY(view.appear());
    const auto choose = [&](const QString& target, const QString& text) {
        const QPoint position = view.positionOf(target).value();
        QContextMenuEvent event(QContextMenuEvent::Mouse, position, view.viewport()->mapToGlobal(position));
        QCoreApplication::sendEvent(view.viewport(), &event);
        auto* menu = view.findChild<QMenu*>();
        const auto actions = menu->actions();
        const auto found = std::ranges::find_if(
            actions, [&](const QAction* action) { return action->text().remove('&') == text; });
        const bool isThere = found != actions.end();
        if (isThere) {
            (*found)->trigger();
        }
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return isThere;
    };
    QVERIFY(choose("v", "Open"));
    QVERIFY(view.positionOf("v#3").has_value());
    QVERIFY(choose("v#3", "Close v"));
    QVERIFY(!view.positionOf("v#3").has_value());
    QVERIFY(!choose("x", "Close v"));
}

void TestGraphGroups::noiseOpensAndClosesWithItsLayers()
{
    // Each n feeds its own h, but all of them the same w: that is no layer's.
    OwnedView view("x = input(-2, 2)\nw = 1.1\nh = x\nfor i in range(24):\n    n = normal(1, 0.1)\n"
                   "    h = tanh(w*h*n)\nz = h*h\n");
    QVERIFY(view.appear());
    for (const QString clicked : {"h", "n"}) {
        QVERIFY(view.positionOf("h") && view.positionOf("n"));
        view.click(clicked);
        QVERIFY(view.positionOf("h#7") && view.positionOf("n#7"));
        QTest::keyClick(&view, Qt::Key_Backspace);
    }
    QVERIFY(!view.hasOpenedGroups());
}

void TestGraphGroups::gateInsideIsSeenOutside()
{
    OwnedView view(layers(24));
    QVERIFY(view.appear());
    const QImage without = view.grab().toImage();
    view.gates = {"v#7=stop"};
    view.refresh();
    QVERIFY(view.grab().toImage() != without);
    const QPoint position = view.positionOf("v").value();
    QHelpEvent event(QEvent::ToolTip, position, view.viewport()->mapToGlobal(position));
    QCoreApplication::sendEvent(view.viewport(), &event);
    QCOMPARE(QToolTip::text(),
             QString("v: 121 nodes drawn as one; its value is noisy\nThere are gates inside. "
                     "A click opens it."));
}

void TestGraphGroups::groupTooLargeStaysClosed()
{
    OwnedView view(layers(200));
    QVERIFY(view.appear());
    view.click("v");
    QVERIFY(view.positionOf("v").has_value());
    QVERIFY(!view.positionOf("v#3").has_value());
    QVERIFY2(QToolTip::text().contains("more than can be drawn"), qPrintable(QToolTip::text()));
}

QTEST_MAIN(TestGraphGroups)
#include "tst_graph_groups.moc"
