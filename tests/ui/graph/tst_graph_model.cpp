// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/sample_program.h"
#include "ui/graph/graph_model.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace sluice;

namespace {

const DrawnNode* find(const DrawnGraph& graph, std::string_view name)
{
    const auto found = std::ranges::find(graph.nodes, name, &DrawnNode::name);
    return found != graph.nodes.end() ? &*found : nullptr;
}

const DrawnEdge* findEdge(const DrawnGraph& graph, std::string_view name)
{
    const auto found = std::ranges::find(graph.edges, name, &DrawnEdge::name);
    return found != graph.edges.end() ? &*found : nullptr;
}

QString kindName(DrawnNode::Kind kind)
{
    switch (kind) {
    case DrawnNode::Kind::input:
        return QStringLiteral("input");
    case DrawnNode::Kind::parameter:
        return QStringLiteral("parameter");
    case DrawnNode::Kind::noiseSource:
        return QStringLiteral("source");
    case DrawnNode::Kind::operation:
        return QStringLiteral("operation");
    case DrawnNode::Kind::output:
        return QStringLiteral("output");
    case DrawnNode::Kind::group:
        return QStringLiteral("group");
    }
    return {};
}

/// `yu operation noisy`, sorted by name.
QStringList described(const DrawnGraph& graph)
{
    QStringList lines;
    for (const DrawnNode& node : graph.nodes) {
        lines << QString::fromStdString(node.name) + QLatin1Char(' ') + kindName(node.kind) +
                     QLatin1String(node.dependsOnNoise ? " noisy" : "") +
                     QLatin1String(node.isUsed ? "" : " unused");
    }
    lines.sort();
    return lines;
}

QStringList edgeNames(const DrawnGraph& graph)
{
    QStringList names;
    for (const DrawnEdge& edge : graph.edges) {
        names << QString::fromStdString(edge.name);
    }
    names.sort();
    return names;
}

} // namespace

class TestGraphModel : public QObject
{
    Q_OBJECT

private slots:
    void nodesAndEdges_data();
    void nodesAndEdges();
    void edgesJoinTheirNodes();
    void formulas_data();
    void formulas();
    void titles_data();
    void titles();
    void structure_data();
    void structure();
    void gates_data();
    void gates();
    void lastGateHolds();
    void effects();
};

void TestGraphModel::nodesAndEdges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("nodes");
    QTest::addColumn<QStringList>("edges");

    QTest::newRow("a gradient of the output is not drawn")
        << QString::fromLatin1(originText)
        << QStringList{"u source noisy", "x input", "y operation", "yu operation noisy", "z output noisy"}
        << QStringList{"u->yu", "x->y", "y->yu", "yu->z"};
    QTest::newRow("unnamed operations, a constant is no node")
        << "x = input(-2, 2)\nz = sqrt(x * x + 1)\n"
        << QStringList{"x input", "z output", "z.add operation", "z.mul operation"}
        << QStringList{"x->z.mul[0]", "x->z.mul[1]", "z.add->z", "z.mul->z.add"};
    QTest::newRow("what the output doesn't depend on")
        << "x = input(-2, 2)\na = 0.5\nn = normal(0, 1)\nside = x * a\nz = sin(x)\ng = grad(z, x)\n"
        << QStringList{"a parameter unused", "n source noisy unused", "x input", "z output"}
        << QStringList{"x->z"};
    QTest::newRow("noise through a source's parameter")
        << "x = input(-2, 2)\ns = uniform(0.1, 0.2)\nn = normal(0, s)\nz = x * n\n"
        << QStringList{"n source noisy", "s source noisy", "x input", "z output noisy"}
        << QStringList{"n->z", "s->n", "x->z"};
}

void TestGraphModel::nodesAndEdges()
{
    QFETCH(QString, text);
    const DrawnGraph graph = drawnGraph(programOf(text.toStdString()));
    QTEST(described(graph), "nodes");
    QTEST(edgeNames(graph), "edges");
}

void TestGraphModel::edgesJoinTheirNodes()
{
    const DrawnGraph graph = drawnGraph(programOf(originText));
    const DrawnEdge* edge = findEdge(graph, "y->yu");
    QVERIFY(edge != nullptr);
    QCOMPARE(graph.nodes[edge->from].name, std::string("y"));
    QCOMPARE(graph.nodes[edge->to].name, std::string("yu"));
}

void TestGraphModel::formulas_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("formula");

    QTest::newRow("input") << "z = sin(x)"
                           << "x"
                           << "[-2, 2]";
    QTest::newRow("function") << "z = sin(x)"
                              << "z"
                              << "sin";
    QTest::newRow("operator of two places") << "z = x * y"
                                            << "z"
                                            << "×";
    QTest::newRow("difference") << "z = x - y"
                                << "z"
                                << "−";
    QTest::newRow("another name for a place") << "z = x"
                                              << "z"
                                              << "=";
    QTest::newRow("power with a number") << "z = x**2"
                                         << "z"
                                         << "x**2";
    QTest::newRow("number first") << "z = 0.5 * x"
                                  << "z"
                                  << "0.5×x";
    QTest::newRow("sum with a number") << "z = x + 1"
                                       << "z"
                                       << "x + 1";
    QTest::newRow("operand without a name of its own") << "z = sin(x) + 1"
                                                       << "z"
                                                       << "· + 1";
    QTest::newRow("number of many digits") << "z = x + 1.23456789"
                                           << "z"
                                           << "x + 1.2346";
    QTest::newRow("source") << "n = uniform(0.9, 1.1)\nz = x * n"
                            << "n"
                            << "uniform(0.9, 1.1)";
    QTest::newRow("source with a place as parameter") << "n = normal(0, y)\nz = x * n"
                                                      << "n"
                                                      << "normal(0, y)";
    QTest::newRow("parameter") << "a = 0.25\nz = x * a"
                               << "a"
                               << "= 0.25";
}

void TestGraphModel::formulas()
{
    QFETCH(QString, definition);
    QFETCH(QString, place);
    const QString text = QStringLiteral("x = input(-2, 2)\ny = cos(x)\n") + definition + QLatin1Char('\n');
    const DrawnGraph graph = drawnGraph(programOf(text.toStdString()));
    const DrawnNode* node = find(graph, place.toStdString());
    QVERIFY(node != nullptr);
    QTEST(QString::fromStdString(node->formula), "formula");
}

void TestGraphModel::titles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("title");
    const QString power = QStringLiteral("x = input(-2, 2)\nz = sqrt(x * x)\n");
    QTest::newRow("input") << power << "x"
                           << "x";
    QTest::newRow("output") << power << "z"
                            << "z";
    QTest::newRow("operation inside a statement") << power << "z.mul"
                                                  << "";
    const QString function = QStringLiteral("def f(a):\n    h = a * 2\n    return sin(h) + uniform(0, 1)\n"
                                            "x = input(-2, 2)\nz = exp(f(x))\n");
    QTest::newRow("a function's own name") << function << "f.h"
                                           << "f.h";
    QTest::newRow("operation inside a function") << function << "f.sin"
                                                 << "";
}

void TestGraphModel::titles()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    const DrawnGraph graph = drawnGraph(programOf(text.toStdString()));
    const DrawnNode* node = find(graph, place.toStdString());
    QVERIFY(node != nullptr);
    QTEST(QString::fromStdString(node->title), "title");
}

void TestGraphModel::structure_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<bool>("isSame");

    const QString text = QString::fromLatin1(originText);
    QTest::newRow("nothing") << text << true;
    QTest::newRow("a number") << QString(text).replace(QLatin1String("0.9"), QLatin1String("0.75")) << true;
    QTest::newRow("an unused place") << text + QStringLiteral("k = 3 * x\ng = grad(z, x)\n") << true;
    QTest::newRow("a name") << QString(text).replace(QLatin1String("yu"), QLatin1String("yv")) << false;
    QTest::newRow("an edge") << QString(text).replace(QLatin1String("sqrt(yu)"), QLatin1String("sqrt(y)"))
                             << false;
}

void TestGraphModel::structure()
{
    QFETCH(QString, changed);
    const DrawnGraph one = drawnGraph(programOf(originText));
    const DrawnGraph other = drawnGraph(programOf(changed.toStdString()));
    QTEST(haveSameStructure(one, other), "isSame");
}

void TestGraphModel::gates_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QStringList>("gated");

    QTest::newRow("node") << "y=stop" << QStringList{"y stop"};
    QTest::newRow("clean node") << "z=clean" << QStringList{"z clean"};
    QTest::newRow("edge") << "x->y=clean" << QStringList{"x->y clean"};
    QTest::newRow("edge, written with a colon") << "x:y=stop" << QStringList{"x->y stop"};
    QTest::newRow("one of two edges") << "y->z.mul[1]=stop" << QStringList{"y->z.mul[1] stop"};
    QTest::newRow("both edges") << "y->z.mul=stop" << QStringList{"y->z.mul[0] stop", "y->z.mul[1] stop"};
    QTest::newRow("unknown place") << "q=stop" << QStringList{};
    QTest::newRow("unknown use") << "x->z=stop" << QStringList{};
    QTest::newRow("no gate at all") << "y" << QStringList{};
}

void TestGraphModel::gates()
{
    QFETCH(QString, gate);
    const Program program = programOf("x = input(-2, 2)\ny = sin(x)\nz = exp(y * y)\n");
    const DrawnGraph graph = drawnGraph(program);
    const std::vector<std::string> written{gate.toStdString()};
    const DrawnGates gates(program, written, {});
    QStringList gated;
    const auto note = [&gated](const std::string& name, const std::optional<DrawnGate>& at) {
        if (at) {
            gated << QString::fromStdString(name + ' ' + std::string(nameOf(at->kind)));
        }
    };
    for (const DrawnNode& node : graph.nodes) {
        note(node.name, gates.at(node));
    }
    for (const DrawnEdge& edge : graph.edges) {
        note(edge.name, gates.at(graph, edge));
    }
    gated.sort();
    QTEST(gated, "gated");
}

void TestGraphModel::lastGateHolds()
{
    const Program program = programOf(originText);
    const DrawnGraph graph = drawnGraph(program);
    const std::vector<std::string> written{"yu=stop", "yu=clean"};
    const std::optional<DrawnGate> gate = DrawnGates(program, written, {}).at(*find(graph, "yu"));
    QVERIFY(gate.has_value());
    QCOMPARE(gate->kind, GateKind::clean);
    QCOMPARE(gate->target, std::string("yu"));
}

void TestGraphModel::effects()
{
    const Program program = programOf(originText);
    const DrawnGraph graph = drawnGraph(program);
    const std::vector<std::string> written{"yu=clean", "u=stop"};
    const std::vector<GateEffect> effects{{"yu=clean", false, false, {}},
                                          {"u=stop", false, true, Phrase::verbatim("no path")}};
    const DrawnGates gates(program, written, effects);
    QVERIFY(!gates.at(*find(graph, "yu"))->changesNothing);
    QVERIFY(gates.at(*find(graph, "u"))->changesNothing);
    QCOMPARE(inEnglish(gates.at(*find(graph, "u"))->reason), std::string("no path"));
}

QTEST_APPLESS_MAIN(TestGraphModel)
#include "tst_graph_model.moc"
