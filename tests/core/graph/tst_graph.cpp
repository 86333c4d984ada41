// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/graph.h"
#include "core/operations/table.h"

#include <QTest>

#include <array>

using namespace sluice;

/// The graph as a container: what is appended is found again, and never changes.
class TestGraph : public QObject
{
    Q_OBJECT

private slots:
    void operandsComeBeforeTheirUsers()
    {
        Graph graph;
        const NodeId x = graph.appendVariable("x");
        const NodeId two = graph.appendConstant(2.0);
        const NodeId power = graph.append(operationNamed("pow"), std::array{x, two});
        QCOMPARE(graph.size(), 3U);
        QVERIFY(x < power && two < power);
        QCOMPARE(graph[power].operands().size(), 2U);
        QVERIFY(graph[power].operands()[0] == x && graph[power].operands()[1] == two);
        QCOMPARE(graph[two].constant, 2.0);
    }

    void everyOccurrenceIsANodeOfItsOwn()
    {
        Graph graph;
        const NodeId x = graph.appendVariable("x");
        const NodeId first = graph.append(operationNamed("square"), std::array{x});
        const NodeId second = graph.append(operationNamed("square"), std::array{x});
        QVERIFY(first != second);
    }

    void namesAreKept()
    {
        Graph graph;
        const NodeId x = graph.appendVariable("x");
        const NodeId u = graph.appendDraw(operationNamed("uniform draw"), "u");
        QCOMPARE(graph.symbol(x), std::string("x"));
        QCOMPARE(graph.symbol(u), std::string("u"));
    }

    void aCopyKeepsNamesAndNumbers()
    {
        Graph from;
        from.appendVariable("other");
        const NodeId u = from.appendDraw(operationNamed("uniform draw"), "u");
        const NodeId half = from.appendConstant(0.5);
        Graph to;
        QCOMPARE(to.symbol(to.appendCopy(from, u, {})), std::string("u"));
        QCOMPARE(to[to.appendCopy(from, half, {})].constant, 0.5);
    }

    void aGraphHasALimit()
    {
        Graph graph;
        for (std::size_t i = 0; i < Graph::maximumSize; ++i)
            graph.appendConstant(0.0);
        QVERIFY_THROWS_EXCEPTION(GraphTooLarge, graph.appendConstant(0.0));
    }
};

QTEST_APPLESS_MAIN(TestGraph)
#include "tst_graph.moc"
