// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList codeOf(const char* target, const QStringList& more = {})
{
    return QStringList{"code", "example:origin", "--target", target} + more;
}

} // namespace

/// What `code` prints and writes. tests/frameworks executes it.
class TestCodeCommand : public QObject
{
    Q_OBJECT

private slots:
    void targets_data()
    {
        QTest::addColumn<QString>("module");
        QTest::newRow("tensorflow1") << "import tensorflow.compat.v1 as tf";
        QTest::newRow("tensorflow") << "import tensorflow as tf";
        QTest::newRow("pytorch") << "import torch";
        QTest::newRow("jax") << "import jax";
    }
    void targets()
    {
        QFETCH(QString, module);
        const auto outcome = Program{}.run(codeOf(QTest::currentDataTag()));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.contains(module.toUtf8() + '\n'), outcome.output.constData());
        for (const char* function : {"def draw(", "def value(", "def value_and_gradient(", "def compute("})
            QVERIFY(outcome.output.contains(function));
        QVERIFY(outcome.output.contains("Written by Sluice " SLUICE_VERSION));
    }

    void variants_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("returned");
        QTest::newRow("the file's last") << QStringList{} << QByteArray("return z_gated");
        QTest::newRow("by its name") << QStringList{"--variant", "yu=clean"} << QByteArray("return z\n");
        QTest::newRow("by gates") << QStringList{"--gate", "z=stop"} << QByteArray("return z_stopped");
        QTest::newRow("another output")
            << QStringList{"--gate", "z=stop", "--output", "yu"} << QByteArray("return yu\n");
    }
    void variants()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, returned);
        const auto outcome = Program{}.run(codeOf("pytorch", options));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.contains("    " + returned), outcome.output.constData());
    }

    void explained()
    {
        const auto outcome = Program{}.run(codeOf("jax", {"--explain"}));
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.output.contains("It is the gradient of the noise-free graph."));
    }

    void file()
    {
        const QTemporaryDir folder;
        const Program program{.folder = folder.path(), .outputFile = {}};
        QCOMPARE(program.run(codeOf("jax", {"-o", "model.py"})).status, 0);
        QCOMPARE(contentsOf(folder.filePath("model.py")), Program{}.run(codeOf("jax")).output);
    }

    void bundle()
    {
        const QTemporaryDir folder;
        const Program program{.folder = folder.path(), .outputFile = {}};
        QCOMPARE(program.run(codeOf("pytorch", {"--check", "check"})).status, 0);
        const QDir check(folder.filePath("check"));
        QCOMPARE(check.entryList(QDir::Files, QDir::Name),
                 QStringList({"check.py", "draws.npz", "expected.json", "pytorch_code.py"}));
        const auto expected =
            nlohmann::json::parse(contentsOf(check.filePath("expected.json")).toStdString());
        const auto evaluated = nlohmann::json::parse(
            Program{}
                .run({"evaluate", "example:origin", "--gate", "z=clean", "--format", "json"})
                .output.toStdString());
        const auto& variant = evaluated.at("variants").at(0);
        QVERIFY(expected.at("value") == variant.at("value"));
        QVERIFY(expected.at("gradient") == variant.at("gradient"));
    }

    void whatCantBeWritten_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("a file in a folder that isn't there") << QStringList{"-o", "no/where.py"};
        QTest::newRow("a folder in a folder that isn't there") << QStringList{"--check", "no/where"};
        QTest::newRow("a folder where a file is") << QStringList{"--check", "taken"};
    }
    void whatCantBeWritten()
    {
        QFETCH(QStringList, options);
        const QTemporaryDir folder;
        QFile taken(folder.filePath("taken"));
        QVERIFY(taken.open(QIODevice::WriteOnly));
        const Program program{.folder = folder.path(), .outputFile = {}};
        const auto outcome = program.run(codeOf("jax", options));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.firstError().contains(options.last().toUtf8() + ": error: "),
                 outcome.errors.constData());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList("taken"));
    }
};

QTEST_GUILESS_MAIN(TestCodeCommand)
#include "tst_code_command.moc"
