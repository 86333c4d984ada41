// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace sluice;

/// The table as a whole: no row contradicts another or itself.
class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void namesAreUnique()
    {
        std::set<std::string_view> names;
        for (const Operation* row : allOperations())
            QVERIFY2(names.insert(row->name).second, std::string(row->name).c_str());
    }

    void everyCallableNameLeadsToARow()
    {
        std::set<std::string_view> names;
        for (const std::string_view name : callableNames()) {
            QVERIFY2(findOperation(name) != nullptr, std::string(name).c_str());
            QVERIFY2(names.insert(name).second, std::string(name).c_str());
        }
    }

    void everyRowIsWhole_data()
    {
        QTest::addColumn<const Operation*>("row");
        for (const Operation* row : allOperations())
            QTest::newRow(std::string(row->name).c_str()) << row;
    }
    void everyRowIsWhole()
    {
        QFETCH(const Operation*, row);
        QVERIFY(!row->description.empty());
        const bool isComputed =
            row->role == Role::upstream || (row->arity > 0 && row->role != Role::gradient);
        QCOMPARE(row->kernels.tile<double>() != nullptr, isComputed);
        QCOMPARE(row->kernels.tile<float>() != nullptr, isComputed);
        for (const InstructionSet set : allInstructionSets) {
            QCOMPARE(row->variates.float64[set] != nullptr, row->role == Role::draw);
            QCOMPARE(row->variates.float32[set] != nullptr, row->role == Role::draw);
        }
        QCOMPARE(row->nominal != nullptr, row->role == Role::noise);
        QCOMPARE(!row->draw.empty(), row->role == Role::noise);
        for (std::size_t k = row->arity; k < Node::maximumArity; ++k) {
            QVERIFY(row->gradients[k] == nullptr);
            QVERIFY(row->arguments[k].name.empty());
        }
        // A noise source's draw and a custom gradient's stand-in for the upstream gradient are no arguments.
        const std::size_t first = row->role == Role::noise ? 1 : 0;
        const std::size_t last = row->role == Role::customGradient ? 2 : row->arity;
        for (std::size_t k = first; k < last; ++k)
            QVERIFY(!row->arguments[k].name.empty());
    }

    void everyNameOfTheLanguageIsCallable_data()
    {
        QTest::addColumn<QString>("names");
        // A name and its aliases.
        for (const char* names : {"square",
                                  "sqrt",
                                  "rsqrt",
                                  "reciprocal",
                                  "pow",
                                  "exp",
                                  "expm1",
                                  "log",
                                  "log1p",
                                  "log2",
                                  "log10",
                                  "sin",
                                  "cos",
                                  "tan",
                                  "asin arcsin",
                                  "acos arccos",
                                  "atan arctan",
                                  "atan2 arctan2",
                                  "sinh",
                                  "cosh",
                                  "tanh",
                                  "asinh arcsinh",
                                  "acosh arccosh",
                                  "atanh arctanh",
                                  "sigmoid expit",
                                  "log_sigmoid logsigmoid",
                                  "softplus",
                                  "softsign",
                                  "relu",
                                  "relu6",
                                  "leaky_relu",
                                  "elu",
                                  "selu",
                                  "gelu",
                                  "silu swish",
                                  "hard_tanh hardtanh",
                                  "erf",
                                  "erfc",
                                  "sign",
                                  "floor",
                                  "ceil",
                                  "round",
                                  "trunc",
                                  "heaviside",
                                  "abs fabs absolute",
                                  "minimum min",
                                  "maximum max",
                                  "clip clamp clip_by_value",
                                  "where",
                                  "stop_gradient detach",
                                  "surrogate",
                                  "custom_gradient",
                                  "grad",
                                  "uniform",
                                  "normal",
                                  "laplace",
                                  "logistic",
                                  "gumbel",
                                  "exponential",
                                  "bernoulli",
                                  "rademacher"})
            QTest::newRow(names) << names;
    }
    void everyNameOfTheLanguageIsCallable()
    {
        QFETCH(QString, names);
        const QStringList all = names.split(' ');
        for (const QString& name : all) {
            const std::string spelled = name.toStdString();
            QVERIFY(std::ranges::find(callableNames(), spelled) != callableNames().end());
            QCOMPARE(findOperation(spelled), findOperation(all.front().toStdString()));
        }
    }

    void whatTheProgramKeepsToItselfIsNotCallable()
    {
        for (const std::string_view name : callableNames())
            QVERIFY2(name.find(' ') == std::string_view::npos, std::string(name).c_str());
        for (const char* name : {"constant", "variable", "identity"})
            QVERIFY(std::ranges::find(callableNames(), name) == callableNames().end());
    }

    void unknownNames()
    {
        QVERIFY(findOperation("sqr") == nullptr);
        QVERIFY(findOperation("") == nullptr);
        QVERIFY_THROWS_EXCEPTION(std::logic_error, static_cast<void>(operationNamed("sqr")));
    }
};

QTEST_APPLESS_MAIN(TestTable)
#include "tst_table.moc"
