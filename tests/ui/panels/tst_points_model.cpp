// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/points_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <limits>

using namespace sluice;

namespace {

std::shared_ptr<const Outcome> outcomeWith(double gradient)
{
    Outcome outcome;
    VariantValues first{
        "no gates", false, {2.0, 1.0}, {gradient, 1.0 / 3.0}, {{"y", {4.0, 1.0}}, {"z", {2.0, 1.0}}}};
    VariantValues second{"z=stop", true, {2.0, 1.0}, {0.0, 0.0}, {{"y", {4.0, 1.0}}, {"z", {2.0, 1.0}}}};
    outcome.points = {"x", "z", {-2.0, 1.0}, {first, second}};
    return std::make_shared<const Outcome>(std::move(outcome));
}

QStringList rowOf(const PointsModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column) {
        cells << model.index(row, column).data().toString();
    }
    return cells;
}

QStringList headersOf(const PointsModel& model)
{
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column) {
        headers << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    return headers;
}

} // namespace

class PointsModelTest : public QObject
{
    Q_OBJECT

private slots:
    void lists();
    void leavesOutHidden();
    void keepsTableWhereOnlyNumbersChange();
    void saysWhatIsNoNumber();
    void copies();
    void isEmptyWithoutOutcome();
};

void PointsModelTest::lists()
{
    PointsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(outcomeWith(-1.25), 0, {false, false});
    QCOMPARE(headersOf(model), (QStringList{"x", "y", "z", "dz/dx · 1", "dz/dx · 2"}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(rowOf(model, 0), (QStringList{"−2", "4", "2", "−1.25", "disconnected"}));
    QCOMPARE(rowOf(model, 1), (QStringList{"1", "1", "1", "0.333333", "disconnected"}));
}

void PointsModelTest::leavesOutHidden()
{
    PointsModel model;
    model.show(outcomeWith(-1.25), 0, {false, true});
    QCOMPARE(headersOf(model), (QStringList{"x", "y", "z", "dz/dx · 1"}));
}

void PointsModelTest::keepsTableWhereOnlyNumbersChange()
{
    PointsModel model;
    int resets = 0;
    connect(&model, &QAbstractItemModel::modelReset, &model, [&] { ++resets; });
    model.show(outcomeWith(-1.25), 0, {});
    QCOMPARE(resets, 1);
    model.show(outcomeWith(-1.5), 0, {});
    QCOMPARE(resets, 1);
    QCOMPARE(rowOf(model, 0)[3], QString("−1.5"));
    model.show(outcomeWith(-1.5), 0, {true});
    QCOMPARE(resets, 2);
}

void PointsModelTest::saysWhatIsNoNumber()
{
    PointsModel model;
    model.show(outcomeWith(std::numeric_limits<double>::quiet_NaN()), 0, {});
    QCOMPARE(rowOf(model, 0)[3], QString("NaN"));
}

void PointsModelTest::copies()
{
    PointsModel model;
    model.show(outcomeWith(-1.25), 0, {});
    const QModelIndexList cells{model.index(1, 3), model.index(1, 0)};
    QCOMPARE(model.asText(cells), QString("x\tdz/dx · 1\n1\t0.3333333333333333"));
    // Programs read a hyphen.
    QVERIFY(model.asText({model.index(0, 0)}).contains("-2"));
}

void PointsModelTest::isEmptyWithoutOutcome()
{
    PointsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(outcomeWith(1.0), 0, {});
    model.show(nullptr, 0, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

QTEST_MAIN(PointsModelTest)
#include "tst_points_model.moc"
