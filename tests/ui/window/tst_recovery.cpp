// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/language.h"
#include "ui/window/recovery_bar.h"
#include "ui/workspace/autosave.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/recovery_file.h"
#include "ui/workspace/unsaved_work.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace sluice;

namespace {

/// What the program that is to be killed says of an edit.
struct Edit
{
    int number = 0;
    /// Since the epoch, in milliseconds.
    qint64 time = 0;
};

const QString marker = QStringLiteral("# edit ");

/// Edits without end, in the window of a program that waits to be killed.
int editForever(const QString& folder)
{
    Experiment experiment = OpenWindow::smallOrigin();
    experiment.points = 21;
    experiment.samples = 20;
    MainWindow window(experiment, "origin");
    window.keepWork(folder);
    window.show();
    Workspace& workspace = window.workspace();
    const QString text = QString::fromStdString(workspace.experiment().text);
    int number = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &window, [&] {
        ++number;
        workspace.setText(QStringLiteral("%1%2%3\n").arg(text, marker).arg(number), -1);
        std::printf("%d %lld\n", number, static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
        std::fflush(stdout);
    });
    timer.start(10);
    return QApplication::exec();
}

std::vector<Edit> editsIn(const QByteArray& output)
{
    std::vector<Edit> edits;
    for (const QByteArray& line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2) {
            edits.push_back({words[0].toInt(), words[1].toLongLong()});
        }
    }
    return edits;
}

/// The number of the last edit in the experiment.
int lastEditOf(const Experiment& experiment)
{
    const QString text = QString::fromStdString(experiment.text);
    const qsizetype position = text.lastIndexOf(marker);
    return position < 0 ? 0 : text.mid(position + marker.size()).trimmed().toInt();
}

UnsavedWork sampleWork()
{
    UnsavedWork work{
        .experiment = OpenWindow::smallOrigin(), .title = "Übung ∂.sluice", .path = "/some/Übung ∂.sluice"};
    work.experiment.text += "# not saved\n";
    return work;
}

/// Work as a program that has died leaves it.
void leave(const QString& folder, const QByteArray& contents)
{
    RecoveryFile::create(folder)->write(contents);
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files);
}

} // namespace

/// What is left of unsaved work when the program ends without being asked.
class RecoveryTest : public QObject
{
    Q_OBJECT

private slots:
    void workSurvivesAsBytes();
    void damagedWorkIsRefused_data();
    void damagedWorkIsRefused();
    void livingWindowsKeepTheirs();
    void newestComesFirst();
    void unsavedWorkIsKept();
    void savedWorkIsNotKept();
    void dateIsInTheWindowsLanguage();
    void offersWhatWasLeft();
    void discardsWhatWasLeft();
    void asksAgainLater();
    void tellsOfDamage();
    void deadWindowsWithoutWorkLeaveNothing();
    void losesAtMostFiveSeconds_data();
    void losesAtMostFiveSeconds();
};

void RecoveryTest::workSurvivesAsBytes()
{
    QCOMPARE(unsavedWorkFrom(toBytes(sampleWork())), sampleWork());
}

void RecoveryTest::damagedWorkIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = toBytes(sampleWork());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << whole.left(whole.size() / 2);
    QTest::newRow("noise") << QByteArray("\0\xff\x01{", 4);
    QTest::newRow("array") << QByteArray("[1, 2]");
    QTest::newRow("no experiment") << QByteArray(R"({"title": "a"})");
    QTest::newRow("half an experiment") << QByteArray(R"({"experiment": "{\"sluice\": 1, \"text\": ["})");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void RecoveryTest::damagedWorkIsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY_THROWS_EXCEPTION(FileError, static_cast<void>(unsavedWorkFrom(bytes)));
}

void RecoveryTest::livingWindowsKeepTheirs()
{
    const QTemporaryDir folder;
    auto living = RecoveryFile::create(folder.path());
    living->write("mine");
    QVERIFY(RecoveryFile::abandonedIn(folder.path()).empty());
    living.reset();
    auto abandoned = RecoveryFile::abandonedIn(folder.path());
    QCOMPARE(abandoned.size(), std::size_t(1));
    QCOMPARE(abandoned.front()->read(), QByteArray("mine"));
    // Whoever found it has it: a second window finds nothing.
    QVERIFY(RecoveryFile::abandonedIn(folder.path()).empty());
    abandoned.front()->retire();
    abandoned.front()->write("too late");
    abandoned.clear();
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void RecoveryTest::newestComesFirst()
{
    const QTemporaryDir folder;
    leave(folder.path(), "old");
    QFile old(QDir(folder.path()).filePath(filesIn(folder.path()).constFirst()));
    QVERIFY(old.open(QIODevice::ReadWrite));
    QVERIFY(old.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    old.close();
    leave(folder.path(), "new");
    const auto files = RecoveryFile::abandonedIn(folder.path());
    QCOMPARE(files.size(), std::size_t(2));
    QCOMPARE(files.front()->read(), QByteArray("new"));
}

void RecoveryTest::unsavedWorkIsKept()
{
    const QTemporaryDir folder;
    OpenWindow open;
    open.window().keepWork(folder.path());
    open.workspace().setText("x = input(0, 1)\nz = x\n", -1);
    const auto isKept = [&] { return !QDir(folder.path()).entryList({"*.unsaved"}).isEmpty(); };
    QVERIFY(!isKept());
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 5000);
    // A window that is closed has been asked what is to become of it.
    open.close();
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void RecoveryTest::savedWorkIsNotKept()
{
    const QTemporaryDir folder;
    const QTemporaryDir files;
    const QString path = files.filePath("saved.sluice");
    OpenWindow open;
    open.window().keepWork(folder.path());
    open.window().document().show(OpenWindow::smallOrigin(), "saved.sluice", path);
    open.workspace().setText("x = input(0, 1)\nz = x\n", -1);
    const auto isKept = [&] { return !QDir(folder.path()).entryList({"*.unsaved"}).isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 5000);
    QVERIFY(open.window().document().save());
    QTRY_VERIFY_WITH_TIMEOUT(!isKept(), 5000);
    QCOMPARE(openExperiment(path), open.workspace().experiment());
}

/// Whatever the desktop's, which is another one in every test.
void RecoveryTest::dateIsInTheWindowsLanguage()
{
    const Translation translation(*std::ranges::find(languages(), QStringLiteral("ru"), &Language::code));
    const QTemporaryDir folder;
    leave(folder.path(), toBytes(sampleWork()));
    OpenWindow open;
    open.window().keepWork(folder.path());
    static const QRegularExpression russianDate(QStringLiteral(R"(\d\d\.\d\d\.\d{4} \d)"));
    const QString message = open.widget<RecoveryBar>().message();
    QVERIFY2(message.contains(russianDate), qPrintable(message));
}

void RecoveryTest::offersWhatWasLeft()
{
    const QTemporaryDir folder;
    leave(folder.path(), toBytes(sampleWork()));
    OpenWindow open;
    open.window().keepWork(folder.path());
    auto& bar = open.widget<RecoveryBar>();
    QVERIFY(bar.isVisible());
    QVERIFY2(bar.message().contains("Übung ∂.sluice"), qPrintable(bar.message()));
    QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(!bar.isVisible());
    QCOMPARE(open.workspace().experiment(), sampleWork().experiment);
    QCOMPARE(open.window().document().path(), sampleWork().path);
    QVERIFY(open.window().document().isModified());
    QVERIFY(open.window().isWindowModified());
    // Until the window writes again, the work is where it was.
    QCOMPARE(QDir(folder.path()).entryList({"*.unsaved"}).size(), 1);
    open.close();
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void RecoveryTest::discardsWhatWasLeft()
{
    const QTemporaryDir folder;
    leave(folder.path(), toBytes(sampleWork()));
    leave(folder.path(), toBytes(sampleWork()));
    OpenWindow open;
    open.window().keepWork(folder.path());
    auto& bar = open.widget<RecoveryBar>();
    auto* discard = bar.findChildren<QPushButton*>()[1];
    QTest::mouseClick(discard, Qt::LeftButton);
    QVERIFY(bar.isVisible());
    QTest::mouseClick(discard, Qt::LeftButton);
    QVERIFY(!bar.isVisible());
    QCOMPARE(open.workspace().experiment(), OpenWindow::smallOrigin());
    QVERIFY(QDir(folder.path()).entryList({"*.unsaved"}).isEmpty());
}

void RecoveryTest::asksAgainLater()
{
    const QTemporaryDir folder;
    leave(folder.path(), toBytes(sampleWork()));
    {
        const OpenWindow open;
        open.window().keepWork(folder.path());
        QTest::mouseClick(open.widget<RecoveryBar>().findChildren<QPushButton*>()[2], Qt::LeftButton);
        QVERIFY(!open.widget<RecoveryBar>().isVisible());
    }
    QCOMPARE(RecoveryFile::abandonedIn(folder.path()).size(), std::size_t(1));
}

void RecoveryTest::tellsOfDamage()
{
    const QTemporaryDir folder;
    leave(folder.path(), toBytes(sampleWork()).left(100));
    const OpenWindow open;
    open.window().keepWork(folder.path());
    auto& bar = open.widget<RecoveryBar>();
    QVERIFY(bar.isVisible());
    QVERIFY2(bar.message().contains("can't be read"), qPrintable(bar.message()));
    QCOMPARE(QDir(folder.path()).entryList({"*.damaged"}).size(), 1);
    QTest::mouseClick(bar.findChildren<QPushButton*>()[2], Qt::LeftButton);
    QVERIFY(!bar.isVisible());
}

void RecoveryTest::deadWindowsWithoutWorkLeaveNothing()
{
    const QTemporaryDir folder;
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {"--edit", folder.path()});
    QVERIFY2(program.waitForReadyRead(60000), qPrintable(program.errorString()));
    program.kill();
    QVERIFY(program.waitForFinished());
    // It died with its first edit, before anything was kept.
    QCOMPARE(filesIn(folder.path()).size(), 1);
    QVERIFY(RecoveryFile::abandonedIn(folder.path()).empty());
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void RecoveryTest::losesAtMostFiveSeconds_data()
{
    QTest::addColumn<int>("wait");
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("SLUICE_KILLS", &isGiven);
    constexpr int usual = 5;
    constexpr int longest = 7000;
    QRandomGenerator random(7);
    for (int kill = 0; kill < (isGiven ? given : usual); ++kill) {
        const int wait = static_cast<int>(random.bounded(longest));
        QTest::newRow(qPrintable(QString("after %1 ms").arg(wait))) << wait;
    }
}

void RecoveryTest::losesAtMostFiveSeconds()
{
    QFETCH(int, wait);
    const QTemporaryDir folder;
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {"--edit", folder.path()});
    QVERIFY2(program.waitForReadyRead(60000), qPrintable(program.errorString()));
    QTest::qWait(wait);
    program.kill();
    QVERIFY(program.waitForFinished());
    const qint64 killed = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);

    const std::vector<Edit> edits = editsIn(program.readAllStandardOutput());
    QVERIFY(!edits.empty());
    const auto files = RecoveryFile::abandonedIn(folder.path());
    QVERIFY(files.size() <= 1);
    // A program that dies in its first seconds has written nothing yet.
    const int recovered = files.empty() ? 0 : lastEditOf(unsavedWorkFrom(files.front()->read()).experiment);
    QVERIFY(files.empty() || recovered > 0);
    const auto lost = std::ranges::find_if(edits, [&](const Edit& each) { return each.number > recovered; });
    if (lost != edits.end()) {
        const qint64 milliseconds = killed - lost->time;
        QVERIFY2(milliseconds <= 5000, qPrintable(QString("%1 ms of edits are lost").arg(milliseconds)));
    }
}

int main(int argumentCount, char** arguments)
{
    const QApplication application(argumentCount, arguments);
    OpenWindow::prepareApplication();
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--edit")) {
        return editForever(words.value(2));
    }
    RecoveryTest test;
    return QTest::qExec(&test, words);
}

#include "tst_recovery.moc"
