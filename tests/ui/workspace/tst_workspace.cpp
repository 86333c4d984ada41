// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workspace/small_workspace.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace sluice;

namespace {

LiteralReference low()
{
    return {"u", 0};
}

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void computesWhatIsOpened();
    void latestWins();
    void deliversWhileRequestsPourIn();
    void refinesCoarseAnswers();
    void stops();
    void errorsKeepTheLastGood();
    void openingForgetsTheOneBefore();
    void undoMergesADrag();
    void undoRestoresText();
    void undoDropsWhatCameToNothing();
    void readsLongTextsInTheThread();
    void sliderMovesWhileLongTextIsRead();
    void settingsGiveWayToLiterals();
    void leavesOutWhatTheTextDoesNotHave();
    void saysWhatCanNotBeComputed();
    void stopsWhileReading();
};

void WorkspaceTest::computesWhatIsOpened()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QTRY_VERIFY(isAnswered(workspace));
    const Curves& curves = *workspace.outcome()->curves;
    QCOMPARE(curves.x.size(), std::size_t(41));
    QCOMPARE(curves.samples, std::size_t(50));
    QCOMPARE(curves.variants.size(), std::size_t(2));
    // With z=clean the gradient is sign(x): without noise.
    QCOMPARE(curves.variants[1].gradient.stddev.front(), 0.0);
    QCOMPARE(curves.variants[1].gradient.mean.front(), -1.0);
    QVERIFY(curves.variants[0].gradient.stddev.front() > 0.0);
}

void WorkspaceTest::latestWins()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QSignalSpy outcomes(&workspace, &Workspace::outcomeChanged);
    // All of these without a look at the answers: the last must be what is shown in the end, each at most
    // once.
    const int gesture = workspace.beginGesture();
    constexpr int requests = 200;
    for (int i = 1; i <= requests; ++i) {
        workspace.setLiterals("drag", {{low(), 0.5 + 0.001 * i}}, gesture);
    }
    QTRY_VERIFY(isAnswered(workspace));
    QCOMPARE(workspace.outcome()->experiment, workspace.experiment());
    QVERIFY2(outcomes.count() < requests, qPrintable(QString::number(outcomes.count())));
    QCOMPARE(workspace.program()->findSource("u")->arguments[0].literal->value, 0.7);
}

void WorkspaceTest::deliversWhileRequestsPourIn()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.points = 401;
    experiment.samples = 2000;
    workspace.open(experiment);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(workspace), 30000);
    const int gesture = workspace.beginGesture();
    QSignalSpy outcomes(&workspace, &Workspace::outcomeChanged);
    // A hand that moves faster than anything can be computed; answers must come none the less.
    QTimer hand;
    int requests = 0;
    connect(&hand, &QTimer::timeout, &workspace, [&] {
        ++requests;
        workspace.setLiterals("drag", {{low(), 0.5 + 0.0001 * (requests % 1000)}}, gesture);
    });
    hand.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(outcomes.count() >= 10, 30000);
    hand.stop();
    QVERIFY(requests > 10);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(workspace), 30000);
}

void WorkspaceTest::refinesCoarseAnswers()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.points = 401;
    experiment.samples = 20000;
    QList<std::pair<bool, std::size_t>> answers;
    connect(&workspace, &Workspace::outcomeChanged, &workspace, [&] {
        if (workspace.outcome()) {
            answers << std::pair(workspace.outcome()->isCoarse, workspace.outcome()->curves->samples);
        }
    });
    workspace.open(experiment);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(workspace), 60000);
    QCOMPARE(answers.size(), 2);
    QVERIFY(answers[0].first);
    QVERIFY(answers[0].second < 20000);
    QVERIFY(!answers[1].first);
    QCOMPARE(answers[1].second, std::size_t(20000));
}

void WorkspaceTest::stops()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.points = 2001;
    experiment.samples = 1'000'000;
    workspace.open(experiment);
    QVERIFY(workspace.isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(workspace.outcome() != nullptr, 30000);
    QVERIFY(workspace.outcome()->isCoarse);
    QSignalSpy busy(&workspace, &Workspace::busyChanged);
    workspace.stop();
    QVERIFY(!workspace.isBusy());
    QCOMPARE(busy.count(), 1);
    // What was stopped doesn't stand in the way of what comes.
    Experiment smaller = workspace.experiment();
    smaller.points = 41;
    smaller.samples = 50;
    workspace.change("smaller", smaller);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(workspace), 30000);
    QVERIFY(!workspace.outcome()->isCoarse);
}

void WorkspaceTest::errorsKeepTheLastGood()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QTRY_VERIFY(isAnswered(workspace));
    const auto program = workspace.program();
    const auto curves = workspace.shownOutcome()->curves;

    workspace.setText(QString(text).replace("sqrt(", "sqr("), -1);
    QVERIFY(workspace.hasErrors());
    QVERIFY(!workspace.isProgramCurrent());
    const auto& diagnostics = workspace.diagnostics();
    const auto error = std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity);
    QCOMPARE(error->line, std::size_t(5));
    QCOMPARE(workspace.program(), program);
    QCOMPARE(workspace.shownOutcome()->curves->x, curves->x);

    // What doesn't concern the text still works, on what the text last meant.
    Experiment next = workspace.experiment();
    next.points = 11;
    workspace.change("points", next);
    QTRY_COMPARE(workspace.shownOutcome()->curves->x.size(), std::size_t(11));
    // A slider can't move: its number may be anywhere.
    const std::string before = workspace.experiment().text;
    workspace.setLiterals("drag", {{low(), 0.1}}, -1);
    QCOMPARE(workspace.experiment().text, before);

    workspace.setText(text, -1);
    QVERIFY(!workspace.hasErrors());
    QVERIFY(workspace.isProgramCurrent());
}

void WorkspaceTest::openingForgetsTheOneBefore()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QTRY_VERIFY(isAnswered(workspace));
    workspace.setHidden(1, true);
    workspace.setText("x = input(0, 1)\nz = x\n", -1);

    Experiment broken = smallExperiment();
    broken.text = "z = (";
    workspace.open(broken);
    QVERIFY(workspace.hasErrors());
    QCOMPARE(workspace.program(), nullptr);
    QCOMPARE(workspace.shownOutcome(), nullptr);
    QVERIFY(!workspace.undoStack().canUndo());
    QVERIFY(!workspace.isHidden(1));
    QTRY_VERIFY(!workspace.isBusy());
    QCOMPARE(workspace.shownOutcome(), nullptr);
}

void WorkspaceTest::undoMergesADrag()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    const int first = workspace.beginGesture();
    for (const double value : {0.8, 0.7, 0.6}) {
        workspace.setLiterals("Change u", {{low(), value}}, first);
    }
    const int second = workspace.beginGesture();
    workspace.setLiterals("Change u", {{low(), 0.5}}, second);
    QCOMPARE(workspace.undoStack().count(), 2);
    QCOMPARE(workspace.undoStack().undoText(), QString("Change u"));

    workspace.undoStack().undo();
    QVERIFY(workspace.experiment().text.find("uniform(0.6, 1.1)") != std::string::npos);
    workspace.undoStack().undo();
    QCOMPARE(workspace.experiment(), smallExperiment());
    workspace.undoStack().redo();
    workspace.undoStack().redo();
    QVERIFY(workspace.experiment().text.find("uniform(0.5, 1.1)") != std::string::npos);
    QTRY_VERIFY(isAnswered(workspace));
}

void WorkspaceTest::undoRestoresText()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    const int typing = workspace.beginGesture();
    QString typed(text);
    for (const QChar letter : QString("a = 2\n")) {
        typed += letter;
        workspace.setText(typed, typing);
    }
    QCOMPARE(workspace.undoStack().count(), 1);
    QCOMPARE(workspace.program()->parameters.size(), std::size_t(1));
    workspace.undoStack().undo();
    QCOMPARE(workspace.experiment(), smallExperiment());
    QVERIFY(workspace.program()->parameters.empty());
}

void WorkspaceTest::undoDropsWhatCameToNothing()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    const int gesture = workspace.beginGesture();
    workspace.setLiterals("Change u", {{low(), 0.8}}, gesture);
    workspace.setLiterals("Change u", {{low(), 0.9}}, gesture);
    QVERIFY(!workspace.undoStack().canUndo());
    QVERIFY(workspace.undoStack().isClean());
    workspace.setLiterals("Change u", {{low(), 0.9}}, workspace.beginGesture());
    QVERIFY(!workspace.undoStack().canUndo());
}

void WorkspaceTest::readsLongTextsInTheThread()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.text += "# " + std::string(100'000, '-') + "\n";
    workspace.open(experiment);
    QVERIFY(!workspace.isProgramCurrent());
    QTRY_VERIFY(isAnswered(workspace));
    QVERIFY(workspace.isProgramCurrent());
    workspace.setText(QString::fromStdString(experiment.text) + "q = (\n", -1);
    QTRY_VERIFY(workspace.hasErrors());
    QTRY_VERIFY(!workspace.isBusy());
    QVERIFY(workspace.shownOutcome() != nullptr);
}

void WorkspaceTest::sliderMovesWhileLongTextIsRead()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.text += "# " + std::string(100'000, '-') + "\n";
    workspace.open(experiment);
    QTRY_VERIFY(isAnswered(workspace));
    const int gesture = workspace.beginGesture();
    for (const double value : {0.8, 0.75, 0.7, 0.65}) {
        workspace.setLiterals("Change u", {{low(), value}}, gesture);
    }
    // Only the first found the program of the text; the last of the others follows when that has been read
    // again.
    QTRY_VERIFY(workspace.experiment().text.find("uniform(0.65, 1.1)") != std::string::npos);
    QTRY_VERIFY(isAnswered(workspace));
    QCOMPARE(workspace.undoStack().count(), 1);
}

void WorkspaceTest::settingsGiveWayToLiterals()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.text = "x = input(-2, 2)\na = 0.5\nz = a*x\n";
    experiment.variants = {{"no gates", {}}};
    experiment.settings = {{"a", 3.0}};
    workspace.open(experiment);
    workspace.setLiterals("Change a", {{{"a", std::nullopt}, 2.0}}, -1);
    QVERIFY(workspace.experiment().settings.empty());
    QVERIFY(workspace.experiment().text.find("a = 2.0") != std::string::npos);
    QTRY_VERIFY(isAnswered(workspace));
    QCOMPARE(workspace.outcome()->curves->variants[0].gradient.mean.front(), 2.0);
}

void WorkspaceTest::leavesOutWhatTheTextDoesNotHave()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.text = "x = input(-2, 2)\na = 0.5\nz = a*x\n";
    experiment.variants = {{"no gates", {}}};
    experiment.settings = {{"a", 3.0}};
    experiment.output = "z";
    experiment.withRespectTo = "x";
    workspace.open(experiment);
    QTRY_VERIFY(isAnswered(workspace));

    workspace.setText("t = input(-2, 2)\nb = 0.5\nq = b*t\n", -1);
    QTRY_VERIFY(!workspace.isBusy());
    QCOMPARE(workspace.outcome()->error, QString());
    QCOMPARE(workspace.outcome()->curves->variants[0].gradient.mean.front(), 0.5);
    QVERIFY(workspace.outcome()->experiment.settings.empty());
    QVERIFY(!workspace.outcome()->experiment.output);
    QVERIFY(!workspace.outcome()->experiment.withRespectTo);
    // When the names come back, so does what was chosen for them.
    workspace.setText(QString::fromStdString(experiment.text), -1);
    QTRY_VERIFY(isAnswered(workspace));
    QCOMPARE(workspace.experiment(), experiment);
    QCOMPARE(workspace.outcome()->curves->variants[0].gradient.mean.front(), 3.0);
}

void WorkspaceTest::saysWhatCanNotBeComputed()
{
    Workspace workspace;
    workspace.open(smallExperiment());
    QTRY_VERIFY(isAnswered(workspace));
    Experiment next = workspace.experiment();
    next.points = 0;
    workspace.change("points", next);
    QTRY_VERIFY(isAnswered(workspace));
    QVERIFY(workspace.hasFailed());
    QVERIFY(workspace.outcome()->curves == nullptr);
    QVERIFY2(workspace.outcome()->error.contains("point"), qPrintable(workspace.outcome()->error));
    QVERIFY(workspace.shownOutcome()->curves != nullptr);
    workspace.undoStack().undo();
    QTRY_VERIFY(isAnswered(workspace));
    QVERIFY(!workspace.hasFailed());
}

void WorkspaceTest::stopsWhileReading()
{
    Workspace workspace;
    Experiment experiment = smallExperiment();
    experiment.text += "# " + std::string(100'000, '-') + "\n";
    workspace.open(experiment);
    // The second waits for the first, and is dropped.
    workspace.setText(QString::fromStdString(experiment.text) + "# one\n", -1);
    workspace.setText(QString::fromStdString(experiment.text) + "# two\n", -1);
    workspace.stop();
    QVERIFY(!workspace.isBusy());
    QVERIFY(workspace.isProgramCurrent());
    workspace.setLiterals("Change u", {{low(), 0.5}}, -1);
    QTRY_VERIFY(isAnswered(workspace));
    QVERIFY(workspace.isProgramCurrent());
    QCOMPARE(workspace.program()->findSource("u")->arguments[0].literal->value, 0.5);
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
