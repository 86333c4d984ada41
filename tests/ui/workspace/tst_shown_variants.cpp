// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workspace/small_workspace.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sluice;

/// Which variants are selected, hidden and in which colour, whatever becomes of them.
class ShownVariantsTest : public QObject
{
    Q_OBJECT

private slots:
    void selectsAndHides();
    void hidesTheSameVariantUnderAnotherName();
    void viewFollowsVariantsThatMove();
    void colorsAreNotComputed();
};

void ShownVariantsTest::selectsAndHides()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QSignalSpy selection(&workspace, &Workspace::selectionChanged);
    workspace.selectVariant(1);
    workspace.selectVariant(1);
    workspace.selectVariant(9);
    QCOMPARE(workspace.selectedVariant(), std::size_t(1));
    QCOMPARE(selection.count(), 1);
    workspace.setHidden(1, true);
    QVERIFY(workspace.isHidden(1));
    Experiment next = workspace.experiment();
    next.variants.pop_back();
    workspace.change("fewer", next);
    QCOMPARE(workspace.selectedVariant(), std::size_t(0));
    QCOMPARE(selection.count(), 2);
}

void ShownVariantsTest::hidesTheSameVariantUnderAnotherName()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    workspace.setHidden(1, true);
    Experiment next = workspace.experiment();
    next.variants[1].name = "renamed";
    workspace.change("rename", next);
    QVERIFY(workspace.isHidden(1));
    next.variants[0].name = "z=clean";
    workspace.change("take the name", next);
    QVERIFY(!workspace.isHidden(0));
    next.variants.erase(next.variants.begin());
    workspace.change("delete", next);
    QVERIFY(workspace.isHidden(0));
}

void ShownVariantsTest::viewFollowsVariantsThatMove()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.variants.push_back({"third", {}});
    workspace.open(experiment);
    workspace.selectVariant(2);
    workspace.setHidden(0, true);
    Experiment moved = workspace.experiment();
    std::rotate(moved.variants.begin(), moved.variants.begin() + 2, moved.variants.end());
    workspace.change("move", moved);
    QCOMPARE(workspace.selectedVariant(), std::size_t(0));
    QVERIFY(workspace.isHidden(1));
    QVERIFY(!workspace.isHidden(0));
    workspace.undoStack().undo();
    QCOMPARE(workspace.selectedVariant(), std::size_t(2));
    QVERIFY(workspace.isHidden(0));
    QVERIFY(!workspace.isHidden(1));
}

void ShownVariantsTest::colorsAreNotComputed()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QTRY_VERIFY(isAnswered(workspace));
    const auto before = workspace.outcome();
    QSignalSpy busy(&workspace, &Workspace::busyChanged);
    Experiment recolored = workspace.experiment();
    recolored.variants[1].color = 5;
    workspace.change("recolour", recolored);
    // The same curves, at once, in another colour.
    QVERIFY(!workspace.isBusy());
    QVERIFY(isAnswered(workspace));
    QCOMPARE(workspace.shownOutcome()->curves, before->curves);
    QCOMPARE(workspace.shownOutcome()->experiment.variants[1].color, std::optional<std::size_t>(5));
    workspace.undoStack().undo();
    QCOMPARE(workspace.outcome()->experiment.variants[1].color, std::nullopt);
    QCOMPARE(busy.count(), 0);
    // What is on its way when the colour changes arrives in the new one.
    Experiment other = workspace.experiment();
    ++other.seed;
    workspace.change("new draws", other);
    other.variants[0].color = 3;
    workspace.change("recolour", other);
    QTRY_VERIFY(isAnswered(workspace));
    QCOMPARE(workspace.shownOutcome()->experiment.variants[0].color, std::optional<std::size_t>(3));
}

QTEST_GUILESS_MAIN(ShownVariantsTest)
#include "tst_shown_variants.moc"
