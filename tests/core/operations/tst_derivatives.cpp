// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <set>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// ∂operation/∂(operand `by`), or nothing where it is disconnected.
std::optional<double> derivative(const QString& name, const QVector<double>& operands, int by,
                                 Framework framework)
{
    Graph graph;
    std::vector<NodeId> nodes;
    std::map<std::string, double> values;
    for (const double operand : operands) {
        const std::string variable = "v" + std::to_string(nodes.size());
        values[variable] = operand;
        nodes.push_back(graph.appendVariable(variable));
    }
    const NodeId result = graph.append(operationNamed(name.toStdString()), nodes);
    const auto gradient =
        differentiate(graph, result, nodes[static_cast<std::size_t>(by)], semanticsOf(framework));
    return gradient ? std::optional(valueOf(graph, *gradient, values)) : std::nullopt;
}

} // namespace

/// Every derivative rule against its closed form.
class TestDerivatives : public QObject
{
    Q_OBJECT

private slots:
    void atRegularPoints_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QVector<double>>("operands");
        QTest::addColumn<QVector<double>>("expected");
        const auto row = [](const char* operation, const QVector<double>& operands,
                            const QVector<double>& expected) {
            QTest::addRow("%s(%g)", operation, operands[0]) << operation << operands << expected;
        };
        const double x = 0.7;
        const double y = 1.3;
        row("add", {x, y}, {1, 1});
        row("sub", {x, y}, {1, -1});
        row("mul", {x, y}, {y, x});
        row("div", {x, y}, {1 / y, -x / (y * y)});
        row("neg", {x}, {-1});
        row("identity", {x}, {1});
        row("square", {x}, {2 * x});
        row("sqrt", {x}, {0.5 / std::sqrt(x)});
        row("rsqrt", {x}, {-0.5 * std::pow(x, -1.5)});
        row("reciprocal", {x}, {-1 / (x * x)});
        row("pow", {x, y}, {y * std::pow(x, y - 1), std::pow(x, y) * std::log(x)});
        row("exp", {x}, {std::exp(x)});
        row("expm1", {x}, {std::exp(x)});
        // exp(v) - 1 + 1 would be 0 here.
        row("expm1", {-40.0}, {std::exp(-40.0)});
        row("log", {x}, {1 / x});
        row("log1p", {x}, {1 / (1 + x)});
        row("log2", {x}, {1 / (x * std::numbers::ln2)});
        row("log10", {x}, {1 / (x * std::numbers::ln10)});
        row("sin", {x}, {std::cos(x)});
        row("cos", {x}, {-std::sin(x)});
        row("tan", {x}, {1 / (std::cos(x) * std::cos(x))});
        row("asin", {x}, {1 / std::sqrt(1 - x * x)});
        row("acos", {x}, {-1 / std::sqrt(1 - x * x)});
        row("atan", {x}, {1 / (1 + x * x)});
        row("atan2", {x, y}, {y / (x * x + y * y), -x / (x * x + y * y)});
        row("sinh", {x}, {std::cosh(x)});
        row("cosh", {x}, {std::sinh(x)});
        row("tanh", {x}, {1 / (std::cosh(x) * std::cosh(x))});
        row("asinh", {x}, {1 / std::sqrt(x * x + 1)});
        row("acosh", {y}, {1 / std::sqrt(y * y - 1)});
        row("atanh", {x}, {1 / (1 - x * x)});
        row("sign", {x}, {0});
        row("heaviside", {x, 0.5}, {0, 0});
        row("abs", {-x}, {-1});
        row("minimum", {x, y}, {1, 0});
        row("minimum", {y, x}, {0, 1});
        row("maximum", {x, y}, {0, 1});
        row("maximum", {y, x}, {1, 0});
        row("clip", {x, -1, 1}, {1, 0, 0});
        row("clip", {-y, -1, 1}, {0, 1, 0});
        row("clip", {y, -1, 1}, {0, 0, 1});
        // Draws and conditions let nothing through: NaN stands for disconnected.
        row("where", {1, x, y}, {notANumber, 1, 0});
        row("where", {0, x, y}, {notANumber, 0, 1});
        row("surrogate", {x, y}, {notANumber, 1});
        row("stop_gradient", {x}, {notANumber});
        row("less", {x, y}, {notANumber, notANumber});
        row("less_equal", {x, y}, {notANumber, notANumber});
        row("greater", {x, y}, {notANumber, notANumber});
        row("greater_equal", {x, y}, {notANumber, notANumber});
        row("equal", {x, y}, {notANumber, notANumber});
        row("not_equal", {x, y}, {notANumber, notANumber});
        row("uniform", {0.25, x, y}, {notANumber, 0.75, 0.25});
        row("normal", {-1.5, x, y}, {notANumber, 1, -1.5});
        m_checked = {"floor", "ceil", "round", "trunc"};
        m_checked.insert({"constant", "variable", "grad", "uniform draw", "normal draw"});
    }
    void atRegularPoints()
    {
        QFETCH(QString, operation);
        QFETCH(QVector<double>, operands);
        QFETCH(QVector<double>, expected);
        m_checked.insert(operation.toStdString());
        for (const Framework framework : {Framework::tensorflow, Framework::pytorch, Framework::jax}) {
            for (int by = 0; by < operands.size(); ++by) {
                const auto actual = derivative(operation, operands, by, framework);
                QCOMPARE(actual.has_value(), !std::isnan(expected[by]));
                if (actual)
                    QVERIFY2(std::abs(*actual - expected[by]) <=
                                     4e-15 * std::max(1.0, std::abs(expected[by])) &&
                                 (expected[by] == 0.0 || std::abs(*actual / expected[by] - 1.0) < 1e-14),
                             qPrintable(QString("by operand %1: %2").arg(by).arg(*actual, 0, 'g', 17)));
            }
        }
    }

    void noOperationIsLeftOut()
    {
        for (const Operation* row : allOperations())
            QVERIFY2(m_checked.contains(row->name), std::string(row->name).c_str());
    }

    void atHardPoints_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QVector<double>>("operands");
        QTest::addColumn<int>("by");
        QTest::addColumn<QVector<double>>("expected");
        const auto row = [](const char* what, const char* operation, const QVector<double>& operands, int by,
                            const QVector<double>& tensorflowPytorchJax) {
            QTest::newRow(what) << operation << operands << by << tensorflowPytorchJax;
        };
        row("sqrt at 0", "sqrt", {0}, 0, {inf, inf, inf});
        row("sqrt below 0", "sqrt", {-1}, 0, {notANumber, notANumber, notANumber});
        row("abs at 0", "abs", {0}, 0, {0, 0, 1});
        row("maximum at a tie, first", "maximum", {1, 1}, 0, {1, 0.5, 0.5});
        row("maximum at a tie, second", "maximum", {1, 1}, 1, {0, 0.5, 0.5});
        row("minimum at a tie, first", "minimum", {1, 1}, 0, {1, 0.5, 0.5});
        row("minimum at a tie, second", "minimum", {1, 1}, 1, {0, 0.5, 0.5});
        row("clip at its low bound", "clip", {-1, -1, 1}, 0, {1, 1, 0.5});
        row("clip at its high bound", "clip", {1, -1, 1}, 0, {1, 1, 0.5});
        row("power 0 of 0", "pow", {0, 0}, 0, {notANumber, 0, notANumber});
        row("power 2 of 0", "pow", {0, 2}, 0, {0, 0, 0});
        row("power 1/2 of 0", "pow", {0, 0.5}, 0, {inf, inf, inf});
        row("power -1 of 0 by its exponent", "pow", {0, -1}, 1, {notANumber, -inf, notANumber});
        row("power 2 of -1 by its exponent", "pow", {-1, 2}, 1, {0, notANumber, notANumber});
        row("log at 0", "log", {0}, 0, {inf, inf, inf});
        row("log below 0", "log", {-2}, 0, {-0.5, -0.5, -0.5});
        row("1/0 by its dividend", "div", {1, 0}, 0, {inf, inf, inf});
        row("1/0 by its divisor", "div", {1, 0}, 1, {-inf, -inf, -inf});
        row("0/0 by its divisor", "div", {0, 0}, 1, {notANumber, notANumber, notANumber});
        row("asin at 1", "asin", {1}, 0, {inf, inf, inf});
        row("acos at -1", "acos", {-1}, 0, {-inf, -inf, -inf});
        row("acosh below -1", "acosh", {-2}, 0, {notANumber, notANumber, notANumber});
    }
    void atHardPoints()
    {
        QFETCH(QString, operation);
        QFETCH(QVector<double>, operands);
        QFETCH(int, by);
        QFETCH(QVector<double>, expected);
        const std::array frameworks{Framework::tensorflow, Framework::pytorch, Framework::jax};
        for (int i = 0; i < 3; ++i) {
            const auto actual = derivative(operation, operands, by, frameworks[static_cast<std::size_t>(i)]);
            QVERIFY(actual.has_value());
            QVERIFY2(*actual == expected[i] || (std::isnan(*actual) && std::isnan(expected[i])),
                     qPrintable(QString("framework %1: %2").arg(i).arg(*actual)));
        }
    }

    void roundingIsDisconnectedInTensorFlowAlone_data()
    {
        QTest::addColumn<QString>("operation");
        for (const char* operation : {"floor", "ceil", "round", "trunc"})
            QTest::newRow(operation) << operation;
    }
    void roundingIsDisconnectedInTensorFlowAlone()
    {
        QFETCH(QString, operation);
        QVERIFY(!derivative(operation, {0.3}, 0, Framework::tensorflow));
        QCOMPARE(derivative(operation, {0.3}, 0, Framework::pytorch), std::optional(0.0));
        QCOMPARE(derivative(operation, {0.3}, 0, Framework::jax), std::optional(0.0));
    }

private:
    std::set<std::string, std::less<>> m_checked;
};

QTEST_APPLESS_MAIN(TestDerivatives)
#include "tst_derivatives.moc"
