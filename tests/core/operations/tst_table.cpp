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
        const bool isComputed = row->arity > 0 && row->role != Role::gradient;
        QCOMPARE(row->kernels.float64 != nullptr, isComputed);
        QCOMPARE(row->kernels.float32 != nullptr, isComputed);
        QCOMPARE(row->variates.float64 != nullptr, row->role == Role::draw);
        QCOMPARE(row->variates.float32 != nullptr, row->role == Role::draw);
        QCOMPARE(row->nominal != nullptr, row->role == Role::noise);
        QCOMPARE(!row->draw.empty(), row->role == Role::noise);
        for (std::size_t k = row->arity; k < Node::maximumArity; ++k) {
            QVERIFY(row->gradients[k] == nullptr);
            QVERIFY(row->arguments[k].name.empty());
        }
        const std::size_t firstArgument = row->role == Role::noise ? 1 : 0;
        for (std::size_t k = firstArgument; k < row->arity; ++k)
            QVERIFY(!row->arguments[k].name.empty());
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
