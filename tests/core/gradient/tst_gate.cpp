// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/rewrite.h"
#include "tests/core/graph_values.h"

#include <QTest>

using namespace sluice;
using namespace sluice::test;

namespace {

QStringList names(const std::vector<Edge>& edges)
{
    QStringList all;
    for (const Edge& edge : edges)
        all << QString::fromStdString(edge.name);
    return all;
}

} // namespace

/// Gates as they are written, and what they are bound to.
class TestGate : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("node") << "yu=clean"
                              << "yu=clean";
        QTest::newRow("edge") << "y->z.mul=stop"
                              << "y->z.mul=stop";
        QTest::newRow("edge without a shell's arrow") << "y:z.mul=stop"
                                                      << "y->z.mul=stop";
        QTest::newRow("operand") << "y->z[1]=clean"
                                 << "y->z[1]=clean";
        QTest::newRow("numbered") << "z.mul#2=stop"
                                  << "z.mul#2=stop";
        QTest::newRow("all numbers") << "h#*=clean"
                                     << "h#*=clean";
        QTest::newRow("no kind") << "yu"
                                 << "";
        QTest::newRow("unknown kind") << "yu=open"
                                      << "";
        QTest::newRow("no place") << "=stop"
                                  << "";
        QTest::newRow("no user") << "y->=stop"
                                 << "";
        QTest::newRow("no number") << "y->z[a]=stop"
                                   << "";
        QTest::newRow("empty number") << "y->z[]=stop"
                                      << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const std::optional<Gate> gate = parseGate(text.toStdString());
        QCOMPARE(gate ? QString::fromStdString(toString(*gate)) : QString(), written);
    }

    void edges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("origin")
            << "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n"
            << QStringList{"x->y", "y->yu", "u->yu", "yu->z"};
        QTest::newRow("unnamed operations")
            << "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nz = sqrt(y*u)\n"
            << QStringList{"x->y", "y->z.mul", "u->z.mul", "z.mul->z"};
        QTest::newRow("twice an operand") << "x = input(-2, 2)\nz = x*x\n"
                                          << QStringList{"x->z[0]", "x->z[1]"};
        QTest::newRow("noise parameters") << "x = input(-2, 2)\nz = uniform(x, x)\n"
                                          << QStringList{"x->z[0]", "x->z[1]"};
        QTest::newRow("a gradient's where is no use")
            << "x = input(-2, 2)\nz = x**2\ng = grad(z, x)\nw = g + 1\n"
            << QStringList{"x->z", "z->g", "g->w"};
    }
    void edges()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(names(edgesOf(programOf(text.toStdString()))), expected);
    }

    void binds_data()
    {
        QTest::addColumn<QString>("gate");
        QTest::addColumn<int>("count");
        QTest::newRow("node") << "y=stop" << 1;
        QTest::newRow("unknown node") << "q=stop" << 0;
        QTest::newRow("edge") << "y->z=stop" << 2;
        QTest::newRow("one operand") << "y->z[1]=stop" << 1;
        QTest::newRow("no such operand") << "y->z[2]=stop" << 0;
        QTest::newRow("no such use") << "x->z=stop" << 0;
        QTest::newRow("every assignment") << "y#*=stop" << 2;
        QTest::newRow("every call") << "f#*.h=stop" << 2;
        QTest::newRow("every noise source") << "noise#*=stop" << 2;
        QTest::newRow("no such number") << "y#3=stop" << 0;
        QTest::newRow("one assignment") << "y#1=stop" << 1;
    }
    void binds()
    {
        QFETCH(QString, gate);
        QFETCH(int, count);
        const Program program =
            programOf("x = input(-2, 2)\ndef f(a):\n    h = a + normal(0, 1)\n    return h*h\n"
                      "y = x**2\ny = y + 1\nz = y*y\nw = f(z) + f(y)\n");
        QCOMPARE(bind(*parseGate(gate.toStdString()), program).size(), static_cast<std::size_t>(count));
    }
};

QTEST_APPLESS_MAIN(TestGate)
#include "tst_gate.moc"
