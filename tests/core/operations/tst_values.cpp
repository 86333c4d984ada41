// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

double computed(const QString& name, const QVector<double>& operands)
{
    Graph graph;
    std::vector<NodeId> nodes;
    for (const double operand : operands)
        nodes.push_back(graph.appendConstant(operand));
    return valueOf(graph, graph.append(operationNamed(name.toStdString()), nodes), {});
}

} // namespace

/// Values at the points where a careless formula goes wrong; the ordinary ones are the standard library's.
class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void value_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QVector<double>>("operands");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* operation, const QVector<double>& operands, double expected) {
            QStringList numbers;
            for (const double operand : operands)
                numbers << QString::number(operand);
            QTest::addRow("%s(%s)", operation, qPrintable(numbers.join(", ")))
                << operation << operands << expected;
        };
        row("round", {0.5}, 0.0);
        row("round", {1.5}, 2.0);
        row("round", {2.5}, 2.0);
        row("round", {-0.5}, -0.0);
        row("trunc", {-1.7}, -1.0);
        row("floor", {-0.2}, -1.0);
        row("ceil", {-0.2}, -0.0);
        row("sign", {-3.0}, -1.0);
        row("sign", {0.0}, 0.0);
        row("sign", {notANumber}, notANumber);
        row("heaviside", {0.0, 0.5}, 0.5);
        row("heaviside", {-1.0, 0.5}, 0.0);
        row("heaviside", {notANumber, 0.5}, notANumber);
        row("minimum", {notANumber, 1.0}, notANumber);
        row("minimum", {1.0, notANumber}, notANumber);
        row("maximum", {notANumber, 1.0}, notANumber);
        row("maximum", {1.0, notANumber}, notANumber);
        row("maximum", {2.0, 3.0}, 3.0);
        row("clip", {5.0, -1.0, 1.0}, 1.0);
        row("clip", {-5.0, -1.0, 1.0}, -1.0);
        row("clip", {notANumber, -1.0, 1.0}, notANumber);
        row("where", {1.0, 2.0, notANumber}, 2.0);
        row("where", {0.0, notANumber, 3.0}, 3.0);
        row("where", {notANumber, 2.0, 3.0}, 2.0);
        row("sqrt", {-0.0}, -0.0);
        row("sqrt", {-1.0}, notANumber);
        row("log", {0.0}, -inf);
        row("log", {-1.0}, notANumber);
        row("exp", {710.0}, inf);
        row("exp", {-inf}, 0.0);
        row("div", {1.0, 0.0}, inf);
        row("div", {1.0, -0.0}, -inf);
        row("div", {0.0, 0.0}, notANumber);
        row("pow", {-2.0, 2.0}, 4.0);
        row("pow", {-2.0, 0.5}, notANumber);
        row("pow", {0.0, 0.0}, 1.0);
        row("pow", {notANumber, 0.0}, 1.0);
        row("pow", {0.0, -1.0}, inf);
        row("expm1", {1e-20}, 1e-20);
        row("log1p", {1e-20}, 1e-20);
        row("less", {1.0, 2.0}, 1.0);
        row("less", {notANumber, 2.0}, 0.0);
        row("not_equal", {notANumber, notANumber}, 1.0);
        row("equal", {0.0, -0.0}, 1.0);
        row("surrogate", {0.1, 1e8}, 0.1);
        row("stop_gradient", {-0.0}, -0.0);
        row("uniform", {0.0, 0.9, 1.1}, 0.9);
        row("normal", {-2.0, 1.0, 0.5}, 0.0);
    }
    void value()
    {
        QFETCH(QString, operation);
        QFETCH(QVector<double>, operands);
        QFETCH(double, expected);
        const double actual = computed(operation, operands);
        QVERIFY2(isSame(actual, expected), qPrintable(QString::number(actual)));
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
