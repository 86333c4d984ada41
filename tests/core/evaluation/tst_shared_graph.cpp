// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/shared_graph.h"
#include "core/operations/table.h"

#include <QTest>

#include <array>

using namespace sluice;

/// Equal expressions become one node, and nothing else does.
class TestSharedGraph : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_graph = Graph();
        m_shared = SharedGraph();
        m_x = m_graph.appendVariable("x");
        m_one = m_graph.appendConstant(1.0);
    }

    void equalExpressionsAreOne()
    {
        const NodeId first = call("mul", {m_x, m_x});
        const NodeId second = call("mul", {m_x, m_x});
        QVERIFY(isShared(first, second));
        QVERIFY(!isShared(first, call("add", {m_x, m_x})));
    }

    void operandsAreNotSwapped() { QVERIFY(!isShared(call("sub", {m_x, m_one}), call("sub", {m_one, m_x}))); }

    void zerosDifferInTheirSign()
    {
        QVERIFY(!isShared(m_graph.appendConstant(0.0), m_graph.appendConstant(-0.0)));
        QVERIFY(isShared(m_graph.appendConstant(0.5), m_graph.appendConstant(0.5)));
    }

    void leavesAreSharedByName()
    {
        QVERIFY(isShared(m_x, m_graph.appendVariable("x")));
        QVERIFY(!isShared(m_x, m_graph.appendVariable("y")));
        const Operation& uniform = operationNamed("uniform draw");
        const Operation& normal = operationNamed("normal draw");
        QVERIFY(isShared(m_graph.appendDraw(uniform, "u"), m_graph.appendDraw(uniform, "u")));
        QVERIFY(!isShared(m_graph.appendDraw(uniform, "u"), m_graph.appendDraw(uniform, "v")));
        QVERIFY(!isShared(m_graph.appendDraw(uniform, "u"), m_graph.appendDraw(normal, "u")));
    }

    void controlIsItsForwardOperand()
    {
        QVERIFY(isShared(call("stop_gradient", {m_x}), m_x));
        QVERIFY(isShared(call("identity", {m_x}), m_x));
        QVERIFY(isShared(call("surrogate", {m_x, m_one}), m_x));
    }

    void neutralOperandsVanish()
    {
        QVERIFY(isShared(call("mul", {m_one, m_x}), m_x));
        QVERIFY(isShared(call("mul", {m_x, m_one}), m_x));
        QVERIFY(isShared(call("div", {m_x, m_one}), m_x));
        QVERIFY(!isShared(call("div", {m_one, m_x}), m_x));
    }

    void whatIsNotExactIsKept()
    {
        const NodeId zero = m_graph.appendConstant(0.0);
        // 0·∞ is NaN, and -0 + 0 is 0.
        QVERIFY(!isShared(call("mul", {zero, m_x}), zero));
        QVERIFY(!isShared(call("add", {m_x, zero}), m_x));
        QVERIFY(!isShared(call("div", {m_x, m_x}), m_one));
    }

    void severalGraphsMeet()
    {
        Graph other;
        other.appendVariable("y");
        const NodeId x = other.appendVariable("x");
        const NodeId square = other.append(operationNamed("square"), std::array{x});
        const NodeId here = m_shared.add(m_graph, std::array{call("square", {m_x})}).front();
        QVERIFY(m_shared.add(other, std::array{square}).front() == here);
        QCOMPARE(m_shared.graph().size(), 2U);
    }

private:
    NodeId call(std::string_view name, std::initializer_list<NodeId> operands)
    {
        return m_graph.append(operationNamed(name), std::vector(operands));
    }
    bool isShared(NodeId a, NodeId b)
    {
        const std::vector<NodeId> roots = m_shared.add(m_graph, std::array{a, b});
        return roots[0] == roots[1];
    }

    Graph m_graph;
    SharedGraph m_shared;
    NodeId m_x{};
    NodeId m_one{};
};

QTEST_APPLESS_MAIN(TestSharedGraph)
#include "tst_shared_graph.moc"
