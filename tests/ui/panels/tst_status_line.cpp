// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/examples.h"
#include "ui/panels/status_line.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QProgressBar>
#include <QTest>

#include <algorithm>

using namespace sluice;

namespace {

Experiment origin(std::size_t points, std::size_t samples)
{
    Experiment experiment = example("origin").value();
    experiment.points = points;
    experiment.samples = samples;
    return experiment;
}

} // namespace

class StatusLineTest : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingOfManyShortComputations();
    void keepsItsHeightWithProgress();
    void endsByAnEllipsisWhereItIsTooShort();
};

void StatusLineTest::saysNothingOfManyShortComputations()
{
    Workspace workspace;
    StatusLine line(workspace);
    line.show();
    workspace.open(origin(11, 10));
    QTRY_VERIFY(workspace.shownOutcome() && !workspace.isBusy());
    const auto& bar = *line.findChild<QProgressBar*>();
    const int gesture = workspace.beginGesture();
    QElapsedTimer whole;
    QElapsedTimer sinceAnswer;
    qint64 longest = 0;
    whole.start();
    sinceAnswer.start();
    connect(&workspace, &Workspace::outcomeChanged, &line,
            [&] { longest = std::max(longest, sinceAnswer.restart()); });
    bool isShown = false;
    while (whole.elapsed() < 1000) {
        Experiment next = workspace.experiment();
        ++next.seed;
        workspace.change("New draws", next, gesture);
        QTest::qWait(1);
        isShown = isShown || bar.isVisible();
    }
    // On a machine that is busy with other things a single answer may take its time.
    QVERIFY2(!isShown || longest > 250, qPrintable(QString::number(longest)));
}

void StatusLineTest::keepsItsHeightWithProgress()
{
    Workspace workspace;
    StatusLine line(workspace);
    line.show();
    const int before = line.sizeHint().height();
    workspace.open(origin(401, 200'000));
    QTRY_VERIFY(line.findChild<QProgressBar*>()->isVisible());
    QCOMPARE(line.sizeHint().height(), before);
    workspace.stop();
    QTRY_VERIFY(!line.findChild<QProgressBar*>()->isVisible());
    QCOMPARE(line.sizeHint().height(), before);
}

void StatusLineTest::endsByAnEllipsisWhereItIsTooShort()
{
    Workspace workspace;
    StatusLine line(workspace);
    line.resize(1600, 30);
    line.show();
    workspace.open(origin(11, 10));
    QTRY_VERIFY(workspace.shownOutcome() && !workspace.isBusy());
    const auto labels = line.findChildren<QLabel*>();
    const auto isSentence = [](const QLabel* label) { return label->toolTip().startsWith("“"); };
    const QLabel& label = **std::ranges::find_if(labels, isSentence);
    QCOMPARE(label.text(), line.sentence());
    line.resize(500, 30);
    QCoreApplication::processEvents();
    QVERIFY(label.text().startsWith("“") && label.text().endsWith(QChar(0x2026)));
    QCOMPARE(label.toolTip(), line.sentence());
}

QTEST_MAIN(StatusLineTest)
#include "tst_status_line.moc"
