// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "tests/ui/panels/open_workspace.h"
#include "ui/window/animate_menu.h"
#include "ui/window/animation.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <set>

using namespace sluice;

namespace {

constexpr auto parameterText = "x = input(-2, 2)\na = 0.5\nn = uniform(0.9, 1.1)\nz = a * x * n\n";

} // namespace

class AnimationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void goesBackAndForth_data();
    void goesBackAndForth();
    void findsTheNumbers();
    void movesAParameterInOneStep();
    void drawsAnewInOneStep();
    void staysWithinItsLimits();
    void endsWhenTheUserEdits_data();
    void endsWhenTheUserEdits();
    void doesNotBeginWithErrors();
    void slowComputationDropsFrames();
    void playsFromTheMenu();
    void forgetsWhatTheTextHasLost();
};

void AnimationTest::goesBackAndForth_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("start");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<double>("value");
    QTest::newRow("start") << 0.0 << 1.0 << 0.0 << qint64(0) << 0.0;
    QTest::newRow("up") << 0.0 << 1.0 << 0.0 << qint64(1500) << 0.5;
    QTest::newRow("top") << 0.0 << 1.0 << 0.0 << qint64(3000) << 1.0;
    QTest::newRow("down") << 0.0 << 1.0 << 0.0 << qint64(4500) << 0.5;
    QTest::newRow("again") << 0.0 << 1.0 << 0.0 << qint64(6000) << 0.0;
    QTest::newRow("much later") << 0.0 << 1.0 << 0.0 << qint64(6'000'000 + 1500) << 0.5;
    QTest::newRow("from between") << -1.0 << 3.0 << 2.0 << qint64(1500) << 2.0;
    QTest::newRow("from outside") << 0.0 << 1.0 << 5.0 << qint64(0) << 1.0;
    QTest::newRow("no room") << 2.0 << 2.0 << 2.0 << qint64(1500) << 2.0;
}

void AnimationTest::goesBackAndForth()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, start);
    QFETCH(qint64, milliseconds);
    QTEST(animatedValue({.name = "a", .literal = {}, .low = low, .high = high}, start, milliseconds),
          "value");
}

void AnimationTest::findsTheNumbers()
{
    const Reading reading = read(parameterText);
    const auto numbers = animatedNumbersOf(*reading.program, experimentOf(parameterText));
    QStringList names;
    for (const AnimatedNumber& each : numbers) {
        names << each.name;
    }
    QCOMPARE(names, (QStringList{"n low", "n high", "a"}));
    // Low never passes high.
    QCOMPARE(numbers[0].high, 1.1);
    QCOMPARE(numbers[1].low, 0.9);
}

void AnimationTest::movesAParameterInOneStep()
{
    Workspace workspace;
    workspace.open(experimentOf(parameterText));
    Animation animation(workspace);
    animation.setSubject(LiteralReference{"a", std::nullopt});
    std::set<std::string> texts;
    connect(&workspace, &Workspace::experimentChanged, &animation,
            [&] { texts.insert(workspace.experiment().text); });
    animation.play();
    QVERIFY(animation.isRunning());
    QTRY_VERIFY(texts.size() >= 5);
    animation.pause();
    QCOMPARE(workspace.undoStack().count(), 1);
    QCOMPARE(workspace.undoStack().undoText(), QString("Animate a"));
    workspace.undoStack().undo();
    QCOMPARE(workspace.experiment().text, std::string(parameterText));
    QVERIFY(!animation.isRunning());
}

void AnimationTest::drawsAnewInOneStep()
{
    Workspace workspace;
    workspace.open(experimentOf(parameterText));
    Animation animation(workspace);
    animation.play();
    QTRY_VERIFY(workspace.experiment().seed >= 5);
    animation.pause();
    QCOMPARE(workspace.undoStack().count(), 1);
    workspace.undoStack().undo();
    QCOMPARE(workspace.experiment().seed, std::uint64_t(1));
    // Played again, it is another step.
    animation.play();
    QTRY_VERIFY(workspace.experiment().seed >= 3);
    animation.pause();
    animation.play();
    const auto seed = workspace.experiment().seed;
    QTRY_VERIFY(workspace.experiment().seed > seed);
    animation.pause();
    QCOMPARE(workspace.undoStack().count(), 2);
}

void AnimationTest::staysWithinItsLimits()
{
    Workspace workspace;
    workspace.open(experimentOf("x = input(-2, 2)\nn = bernoulli(0.5)\nz = x * n\n"));
    const auto numbers = animatedNumbersOf(*workspace.program(), workspace.experiment());
    QCOMPARE(numbers.size(), std::size_t(1));
    QCOMPARE(numbers.front().low, 0.0);
    QCOMPARE(numbers.front().high, 1.0);
}

void AnimationTest::endsWhenTheUserEdits_data()
{
    using Edit = std::function<void(Workspace&)>;
    QTest::addColumn<Edit>("edit");
    QTest::newRow("text") << Edit([](Workspace& workspace) { workspace.setText("z = 1\n", -1); });
    QTest::newRow("undo") << Edit([](Workspace& workspace) { workspace.undoStack().undo(); });
    QTest::newRow("open") << Edit([](Workspace& workspace) { workspace.open(experimentOf("z = 2\n")); });
}

void AnimationTest::endsWhenTheUserEdits()
{
    using Edit = std::function<void(Workspace&)>;
    QFETCH(Edit, edit);
    Workspace workspace;
    workspace.open(experimentOf(parameterText));
    Animation animation(workspace);
    animation.play();
    QTRY_VERIFY(workspace.experiment().seed >= 3);
    const QSignalSpy spy(&animation, &Animation::runningChanged);
    edit(workspace);
    QVERIFY(!animation.isRunning());
    QCOMPARE(spy.count(), 1);
    const Experiment edited = workspace.experiment();
    QTRY_VERIFY(!workspace.isBusy());
    QCOMPARE(workspace.experiment(), edited);
}

void AnimationTest::doesNotBeginWithErrors()
{
    Workspace workspace;
    workspace.open(experimentOf("x = \n"));
    Animation animation(workspace);
    animation.play();
    QVERIFY(!animation.isRunning());
    workspace.open(experimentOf(parameterText));
    animation.setSubject(LiteralReference{"gone", std::nullopt});
    animation.play();
    QVERIFY(!animation.isRunning());
}

void AnimationTest::slowComputationDropsFrames()
{
    Workspace workspace;
    Experiment experiment = experimentOf(parameterText);
    experiment.points = 401;
    experiment.samples = 20000;
    workspace.open(experiment);
    Animation animation(workspace);
    animation.setFrameTime(1);
    int asked = 0;
    int shown = 0;
    connect(&workspace, &Workspace::experimentChanged, &animation, [&] { ++asked; });
    connect(&workspace, &Workspace::outcomeChanged, &animation, [&] { ++shown; });
    animation.play();
    QTRY_VERIFY_WITH_TIMEOUT(shown >= 5, 30000);
    animation.pause();
    // Never more than one is on its way.
    QVERIFY2(asked <= shown + 1, qPrintable(QString("%1 asked, %2 shown").arg(asked).arg(shown)));
}

void AnimationTest::playsFromTheMenu()
{
    const OpenWindow open;
    QTRY_VERIFY(open.isAnswered());
    QAction* play = open.action("Animate");
    QVERIFY(play != nullptr);
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QTRY_VERIFY(open.workspace().experiment().seed >= 3);
    QCOMPARE(play->text(), QString("&Pause"));
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QCOMPARE(play->text(), QString("&Animate"));
    QCOMPARE(open.workspace().undoStack().count(), 1);
}

void AnimationTest::forgetsWhatTheTextHasLost()
{
    Workspace workspace;
    workspace.open(experimentOf(parameterText));
    Animation animation(workspace);
    const AnimateMenu menu(workspace, animation);
    animation.setSubject(LiteralReference{"a", std::nullopt});
    QVERIFY2(menu.play()->toolTip().contains("Move a"), qPrintable(menu.play()->toolTip()));
    workspace.setText("x = input(-2, 2)\nz = x\n", -1);
    QVERIFY(!animation.subject());
}

QTEST_MAIN(AnimationTest)
#include "tst_animation.moc"
