// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "ui/workspace/experiment_files.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;

class ExperimentFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void savesAndOpens_data();
    void savesAndOpens();
    void appendsTheSuffix_data();
    void appendsTheSuffix();
    void opensText();
    void opensPicture();
    void refuses_data();
    void refuses();
    void keepsTheFileWhereWritingFails();

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
    QCOMPARE(openExperiment(path), experiment);
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
    QCOMPARE(openExperiment(path).text, std::string("x = input(-2, 2)\n# шум\nz = x\n"));
}

void ExperimentFilesTest::opensPicture()
{
    Experiment experiment;
    experiment.text = "x = input(0, 1)\nz = x\n";
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.setText("Sluice", QString::fromStdString(toJson(experiment)));
    const QString path = m_folder.filePath("picture.png");
    QVERIFY(picture.save(path));
    QCOMPARE(openExperiment(path), experiment);
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
    QTest::newRow("broken picture") << "broken.png" << QByteArray("\x89PNG\r\n\x1a\nabc")
                                    << "without an experiment";
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
    QVERIFY_EXCEPTION_THROWN(saveExperiment(m_folder.filePath("no/such/folder.sluice"), {}), FileError);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(openExperiment(m_folder.filePath("missing.py"))), FileError);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(openExperiment(m_folder.path())), FileError);
}

QTEST_GUILESS_MAIN(ExperimentFilesTest)
#include "tst_experiment_files.moc"
