// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/exported.h"
#include "ui/theme.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace sluice;
using namespace sluice::exported;

namespace {

QString messageOf(const QString& path, const FigureOptions& options = {})
{
    try {
        exportFigure(path, usual(), options, json);
    } catch (const FileError& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

/// Figures that can't be made or written: a message, and what was there before stays.
class TestFigureRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        installFonts();
        QVERIFY(m_folder.isValid());
    }

    void impossibleOptionsAreRefused_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("dpi");
        QTest::addColumn<QString>("says");
        QTest::newRow("no size") << 0.0 << 0.0 << 1.0 << 96.0 << "at least 100";
        QTest::newRow("negative") << -5.0 << 400.0 << 1.0 << 96.0 << "at least 100";
        QTest::newRow("too wide") << 30'000.0 << 400.0 << 1.0 << 96.0 << "too large";
        QTest::newRow("too many pixels") << 15'000.0 << 15'000.0 << 2.0 << 96.0 << "too large";
        QTest::newRow("too fine") << 1200.0 << 800.0 << 90.0 << 96.0 << "too large";
        QTest::newRow("no scale") << 1200.0 << 800.0 << 0.0 << 96.0 << "scale";
        QTest::newRow("scale is no number") << 1200.0 << 800.0 << synthetic::notANumber << 96.0 << "scale";
        QTest::newRow("endless scale") << 1200.0 << 800.0 << synthetic::infinity << 96.0 << "scale";
        QTest::newRow("width is no number")
            << synthetic::notANumber << 400.0 << 1.0 << 96.0 << "at least 100";
        QTest::newRow("no dots") << 1200.0 << 800.0 << 1.0 << 0.0 << "dots per inch";
    }
    void impossibleOptionsAreRefused()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(double, scale);
        QFETCH(double, dpi);
        QFETCH(QString, says);
        const QString path = m_folder.filePath(QStringLiteral("impossible.png"));
        const QString message =
            messageOf(path, {.width = width, .height = height, .scale = scale, .dpi = dpi});
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY(!QFile::exists(path));
    }

    void badPlacesAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown ending") << "figure.jpg"
                                        << ".png, .svg or .pdf";
        QTest::newRow("no ending") << "figure"
                                   << ".png, .svg or .pdf";
        QTest::newRow("empty") << ""
                               << ".png, .svg or .pdf";
        QTest::newRow("missing folder") << "nowhere/figure.png"
                                        << "does not exist";
        QTest::newRow("folder") << "folder.png"
                                << "is a folder";
        QTest::newRow("file in place of a folder") << "file.txt/figure.png"
                                                   << "does not exist";
    }
    void badPlacesAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder.png")));
        QFile file(m_folder.filePath(QStringLiteral("file.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString message = messageOf(path.isEmpty() ? path : m_folder.filePath(path));
        QVERIFY2(message.contains(says), qPrintable(message));
    }

    void deviceIsNoFile()
    {
        const QString link = m_folder.filePath(QStringLiteral("device.png"));
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), link));
        QVERIFY(messageOf(link).contains(QStringLiteral("not an ordinary file")));
    }

    void fullDiskLeavesTheOldFile_data() { addEveryFormat(); }
    void fullDiskLeavesTheOldFile()
    {
        QFETCH(QString, ending);
        const QString path = m_folder.filePath(QStringLiteral("precious.") + ending);
        exportFigure(path, usual(), {.width = 200, .height = 150}, json);
        const QByteArray before = bytesOf(path);
        // A limit on the size of files stands for a full disk: writing fails half-way.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit small = old;
        small.rlim_cur = 4096;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const QString message = messageOf(path);
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY2(message.contains(QStringLiteral("could not be written: only a part of it fits")),
                 qPrintable(message));
        QVERIFY(bytesOf(path) == before);
        QCOMPARE(QDir(m_folder.path()).entryList({path.section('/', -1) + QLatin1Char('*')}).size(), 1);
    }

    void readOnlyFilesAreLeftAlone()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept.svg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadGroup));
        const QString message = messageOf(path);
        QVERIFY2(message.contains(QStringLiteral("read-only")), qPrintable(message));
        QCOMPARE(bytesOf(path), QByteArray("mine"));
    }

    void readOnlyFoldersAreLeftAlone()
    {
        const QString folder = m_folder.filePath(QStringLiteral("closed"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const QString message = messageOf(folder + QStringLiteral("/figure.png"));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY2(message.contains(QStringLiteral("read-only")), qPrintable(message));
        QVERIFY(QDir(folder).isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestFigureRefusals)
#include "tst_figure_refusals.moc"
