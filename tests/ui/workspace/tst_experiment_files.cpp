// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "tests/ui/plot/synthetic_curves.h"
#include "ui/export/figure_export.h"
#include "ui/theme.h"
#include "ui/workspace/experiment_files.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;

class ExperimentFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }
    void savesAndOpens_data();
    void savesAndOpens();
    void appendsTheSuffix_data();
    void appendsTheSuffix();
    void opensText();
    void opensPicture_data();
    void opensPicture();
    void refuses_data();
    void refuses();
    void keepsTheFileWhereWritingFails();
    void writesAllFilesOrNone();

private:
    QString write(const QString& name, const QByteArray& contents);

    QTemporaryDir m_folder;
};

QString ExperimentFilesTest::write(const QString& name, const QByteArray& contents)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size()) {
        qFatal("the test's own file can't be written");
    }
    return path;
}

void ExperimentFilesTest::savesAndOpens_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("suffix") << "saved.sluice";
    QTest::newRow("another name") << "run-0.9";
    QTest::newRow("a text's name") << "saved.py";
}

void ExperimentFilesTest::savesAndOpens()
{
    QFETCH(QString, name);
    Experiment experiment;
    experiment.text = "x = input(-2, 2)\nz = x**2\n";
    experiment.variants = {{"a", {"z=stop"}}, {"b", {}}};
    experiment.samples = 12;
    experiment.from = -1.5;
    const QString path = m_folder.filePath(name);
    saveExperiment(path, experiment);
    QCOMPARE(openExperiment(path).experiment, experiment);
}

void ExperimentFilesTest::appendsTheSuffix_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "run"
                          << "run.sluice";
    QTest::newRow("a number's point") << "folder/run-0.9"
                                      << "folder/run-0.9.sluice";
    QTest::newRow("there already") << "run-0.9.sluice"
                                   << "run-0.9.sluice";
    QTest::newRow("in capitals") << "RUN.SLUICE"
                                 << "RUN.SLUICE";
}

void ExperimentFilesTest::appendsTheSuffix()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(withExperimentSuffix(given), expected);
}

void ExperimentFilesTest::opensText()
{
    const QString path = write("text.py", "x = input(-2, 2)\n# шум\nz = x\n");
    QCOMPARE(openExperiment(path).experiment.text, std::string("x = input(-2, 2)\n# шум\nz = x\n"));
}

void ExperimentFilesTest::opensPicture_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << "picture.png";
    QTest::newRow("svg") << "picture.svg";
    QTest::newRow("pdf") << "picture.pdf";
    QTest::newRow("another name") << "attachment";
}

void ExperimentFilesTest::opensPicture()
{
    QFETCH(QString, name);
    Experiment experiment;
    experiment.text = "x = input(0, 1)\nσ = 0.5\nz = x * σ # < & >\n";
    experiment.seed = 18446744073709551615U;
    const FigureContent content = synthetic::figureOf(synthetic::origin(21));
    const QString json = QString::fromStdString(toJson(experiment));
    const FigureOptions options{.width = 200.0, .height = 150.0};
    const QByteArray bytes = name.endsWith("svg")   ? figureAsSvg(content, options, json)
                             : name.endsWith("pdf") ? figureAsPdf(content, options, json)
                                                    : figureAsPng(content, options, json);
    QCOMPARE(openExperiment(write(name, bytes)).experiment, experiment);
}

void ExperimentFilesTest::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("about");
    QTest::newRow("binary") << "data.bin"
                            << QByteArray("\x7F"
                                          "ELF\0\0\xFF",
                                          7)
                            << "no text";
    QTest::newRow("not UTF-8") << "latin.txt" << QByteArray("z = \xE9") << "UTF-8";
    QTest::newRow("broken experiment")
        << "broken.sluice" << QByteArray("{\"sluice\": 1,") << "can't be understood";
    QTest::newRow("broken picture") << "broken.png" << QByteArray("\x89PNG\r\n\x1a\nabc") << "damaged";
    QTest::newRow("no picture") << "text.png" << QByteArray("z = x") << "no picture";
    QTest::newRow("cut drawing") << "cut.svg" << QByteArray("<svg><metadata id=\"sluice-experiment\">{")
                                 << "damaged";
    QTest::newRow("foreign drawing") << "foreign.svg" << QByteArray("<svg/>") << "without an experiment";
    QTest::newRow("foreign document")
        << "foreign.pdf" << QByteArray("%PDF-1.7\n%%EOF\n") << "without an experiment";
    QTest::newRow("photograph") << "photo.jpg" << QByteArray("\xFF\xD8\xFF\xE0\0", 5)
                                << "without an experiment";
    QTest::newRow("broken experiment in a drawing")
        << "broken.svg" << QByteArray("<svg><metadata id=\"sluice-experiment\">{</metadata></svg>")
        << "can't be understood";
    QTest::newRow("too long") << "long.py" << QByteArray(2 * 1024 * 1024, '#') << "1 MiB";
}

void ExperimentFilesTest::refuses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    QFETCH(QString, about);
    const QString path = write(name, contents);
    try {
        static_cast<void>(openExperiment(path));
        QFAIL("was opened");
    } catch (const FileError& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(name) && message.contains(about), qPrintable(message));
    }
}

void ExperimentFilesTest::keepsTheFileWhereWritingFails()
{
    const QString kept = write("kept.sluice", "mine");
    QVERIFY(QFile::setPermissions(kept, QFile::ReadOwner));
    QVERIFY_THROWS_EXCEPTION(FileError, saveExperiment(kept, {}));
    QFile file(kept);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    QVERIFY_THROWS_EXCEPTION(FileError, saveExperiment(m_folder.filePath("no/such/folder.sluice"), {}));
    QVERIFY_THROWS_EXCEPTION(FileError, static_cast<void>(openExperiment(m_folder.filePath("missing.py"))));
    QVERIFY_THROWS_EXCEPTION(FileError, static_cast<void>(openExperiment(m_folder.path())));
}

void ExperimentFilesTest::writesAllFilesOrNone()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath("first");
    const QString second = folder.filePath("second");
    writeTogether({{first, "1"}, {second, "2"}});
    QVERIFY_THROWS_EXCEPTION(FileError, writeTogether({{first, "new"},
                                                       {folder.filePath("third"), "3"},
                                                       {folder.filePath("no/folder"), "4"}}));
    QFile file(first);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("1"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{"first", "second"}));
}

QTEST_MAIN(ExperimentFilesTest)
#include "tst_experiment_files.moc"
