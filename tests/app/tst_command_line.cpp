// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// What is accepted, what is refused, and how it is said.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void badInput_data();
    void badInput();
    void wrongCommandLine_data();
    void wrongCommandLine();
    void accepted_data();
    void accepted();
    void allErrorsAtOnce();
    void helpAndVersionEverywhere_data();
    void helpAndVersionEverywhere();
    void gatesWithoutEffectAreNoted();
    void checkIsSilentWhereAllIsFine();
    void unreadableFiles_data();
    void unreadableFiles();
    void outputThatCannotBeWrittenIsAnError();
    void brokenExperimentFile();
    void brokenPicture();
};

namespace {

const QByteArray simpleText = "x = input(-2, 2)\n"
                              "a = 0.5\n"
                              "u = uniform(0.9, 1.1)\n"
                              "n = normal(0, a)\n"
                              "z = x**2 * u + n\n";

} // namespace

void TestCommandLine::badInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("firstLine");
    const auto add = [](const char* name, const QByteArray& text, const char* firstLine) {
        QTest::newRow(name) << text << QByteArray(firstLine);
    };
    add("empty", "", "<stdin>:1:1: error: ");
    add("only a comment", "# nothing\n", "<stdin>:");
    add("misspelt function", "x = input(-2, 2)\nz = sqr(x)\n", "<stdin>:2:5: error: ");
    add("unclosed bracket", "x = input(-2, 2)\nz = sqrt((x + 1\n", "<stdin>:2:");
    add("unknown name", "x = input(-2, 2)\nz = x + y\n", "<stdin>:2:9: error: ");
    add("class definition", "class A:\n    pass\n", "<stdin>:1:1: error: ");
    add("binary",
        QByteArray("\x7f"
                   "ELF\x02\x01\x01\x00\x00\x00\xff\xfe",
                   12),
        "<stdin>:1:");
    add("10,000 brackets", "x = input(-2, 2)\nz = " + QByteArray(10'000, '(') + "x" + QByteArray(10'000, ')'),
        "<stdin>:2:");
    add("too large once differentiated",
        "x = input(-2, 2)\nz = exp(sin(x)*x)*x\n" + QByteArray("z = grad(z, x)*z\n").repeated(30),
        "<stdin>:32:5: error: ");
    add("a text of 2 MiB", QByteArray("x = input(-2, 2)\n").repeated(2 * 1024 * 1024 / 17), "<stdin>:");
}

void TestCommandLine::badInput()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, firstLine);
    for (const char* command : {"check", "evaluate", "sweep"}) {
        const auto outcome = Program{}.run({command, "-"}, text);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.startsWith(firstLine), outcome.errors.left(200));
        QVERIFY(outcome.firstError().contains(": error: "));
        QVERIFY2(outcome.errors.contains('^'), outcome.errors.left(200));
        QCOMPARE(outcome.output, QByteArray());
    }
}

void TestCommandLine::wrongCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto evaluate = [](const char* name, const QStringList& options, const char* said) {
        QTest::newRow(name) << QStringList{"evaluate", "-"} + options << QByteArray(said);
    };
    evaluate("no such option", {"--sampels", "3"}, "--sampels");
    evaluate("no samples", {"--samples", "0"}, "--samples");
    evaluate("a negative number of samples", {"--samples", "-1"}, "--samples");
    evaluate("half a point", {"--points", "1.5"}, "--points");
    evaluate("no points", {"--points", "0"}, "--points");
    evaluate("a negative seed", {"--seed", "-1"}, "--seed");
    evaluate("a seed of 65 bits", {"--seed", "18446744073709551616"}, "--seed");
    evaluate("an infinite bound", {"--from", "-inf"}, "--from");
    evaluate("a bound that is no number", {"--to", "two"}, "\"two\"");
    evaluate("a difference step of 0", {"--difference-step", "0"}, "--difference-step");
    evaluate("unknown noise", {"--noise", "both"}, "independent");
    evaluate("unknown semantics", {"--semantics", "theano"}, "tensorflow");
    evaluate("unknown precision", {"--precision", "float16"}, "float64");
    evaluate("unknown format", {"--format", "xml"}, "json");
    evaluate("unknown place", {"--gate", "zz=clean"}, "z");
    evaluate("unknown edge", {"--gate", "x:u=stop"}, "x->u");
    evaluate("unknown kind of gate", {"--gate", "z=dirty"}, "z=dirty");
    evaluate("a gate without a kind", {"--gate", "z"}, "\"z\"");
    evaluate("two gates on one place", {"--gate", "z=stop", "--gate", "z=clean"}, "z");
    evaluate("unknown setting", {"--set", "b=1"}, "a");
    evaluate("a setting without a value", {"--set", "a"}, "--set");
    evaluate("a setting that is no number", {"--set", "a=b"}, "\"b\"");
    evaluate("unknown variable", {"--wrt", "y"}, "x");
    evaluate("unknown output", {"--output", "y"}, "z");
    evaluate("points without a name", {"--at", "-2,-1,1"}, "--at x=-2,-1,1");
    evaluate("points of an unknown variable", {"--at", "y=1"}, "x");
    evaluate("points that are no numbers", {"--at", "x=1,,2"}, "1,,2");
    evaluate("points against --wrt", {"--at", "x=1", "--wrt", "a"}, "--wrt");
    evaluate("draws for fewer points", {"--at", "x=1,2", "--draws", "u=0.5"}, "1 draws for 2 points");
    evaluate("draws of an unknown source", {"--at", "x=1", "--draws", "v=0.5"}, "u");
    evaluate("a draw outside of its range", {"--at", "x=1", "--draws", "u=1"}, "[0, 1)");
    evaluate("an infinite draw", {"--at", "x=1", "--draws", "n=inf"}, "inf");
    evaluate("draws twice", {"--at", "x=1", "--draws", "u=0.5", "--draws", "u=0.5"}, "twice");

    const auto add = [](const char* name, const QStringList& arguments, const char* said) {
        QTest::newRow(name) << arguments << QByteArray(said);
    };
    add("no file", {"evaluate"}, "FILE");
    add("unknown command", {"evaluat"}, "`evaluate`");
    add("code without a target", {"code", "example:origin"}, "--target");
    add("code for an unknown framework", {"code", "example:origin", "--target", "theano"}, "tensorflow1");
    add("code in an unknown form", {"code", "example:origin", "--target", "jax", "--form", "sum"},
        "stop-gradient");
    add("code of an unknown variant", {"code", "example:origin", "--target", "jax", "--variant", "w"},
        "\"z=clean\"");
    add("code to a file and a folder",
        {"code", "example:origin", "--target", "jax", "-o", "a.py", "--check", "b"}, "--check");
    add("code behind a gate on nothing", {"code", "example:origin", "--target", "jax", "--gate", "w=stop"},
        "\"w\"");
    add("unknown example", {"check", "example:orgin"}, "origin");
    add("a picture without a name", {"render", "-"}, "--out");
    add("a picture of an unknown kind", {"render", "-", "-o", "figure.bmp"}, ".png, .svg or .pdf");
    add("a picture without width", {"render", "-", "-o", "figure.png", "--width", "0"}, "--width");
    add("a picture of negative scale", {"render", "-", "-o", "figure.png", "--scale", "-1"}, "--scale");
    add("a picture of unheard-of size",
        {"render", "-", "-o", "figure.png", "--width", "900000", "--scale", "900"}, "sluice: error: ");
    add("an unknown theme", {"render", "-", "-o", "figure.png", "--theme", "blue"}, "dark");
}

void TestCommandLine::wrongCommandLine()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, said);
    const QTemporaryDir folder;
    const auto outcome = Program{folder.path(), {}}.run(arguments, simpleText);
    QVERIFY2(outcome.status == 2, outcome.errors);
    QVERIFY2(outcome.errors.startsWith("sluice: error: "), outcome.errors);
    QVERIFY2(outcome.firstError().contains(said), outcome.errors);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCommandLine::accepted_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("output");
    const auto add = [](const char* name, const QStringList& options, const char* output) {
        QTest::newRow(name) << options << QByteArray(output);
    };
    const QStringList draws = {"--draws", "u=0.5,0.5", "--draws", "n=1,-1"};
    // z = x^2 u + a ε with u = 1 at the draw 0.5.
    add("negative points", QStringList{"--at", "x=-2,1"} + draws, "value\":[4.5,0.5]");
    add("spaces and plus signs", QStringList{"--at", "x= -2, +1"} + draws, "value\":[4.5,0.5]");
    add("a negative setting", QStringList{"--at", "x=-2,1", "--set", "a=-1"} + draws, "value\":[3.0,2.0]");
    add("by a parameter", QStringList{"--at", "a=-2,1", "--set", "x=3"} + draws, "gradient\":[1.0,-1.0]");
    add("another output", {"--at", "x=1", "--output", "u", "--draws", "u=0.5"}, "\"output\":\"u\"");
    add("the largest seed", {"--at", "x=1", "--seed", "18446744073709551615"}, "\"at\":[1.0]");
    add("a negative bound", {"--from", "-3", "--to", "-1"}, "\"at\":[-3.0,-2.5,-2.0,-1.5,-1.0]");
    add("a sweep that runs backwards", {"--from", "2", "--to", "-2"}, "\"at\":[2.0,1.0,0.0,-1.0,-2.0]");
    add("a named gate", {"--at", "x=1", "--gate", "z=clean"}, "\"name\":\"z=clean\"");
    add("two gates", {"--at", "x=1", "--gate", "n=stop", "--gate", "z=clean"},
        "\"name\":\"n=stop, z=clean\"");
    add("an edge without quoting", {"--at", "x=1", "--gate", "n:z=clean"}, "\"name\":\"n->z=clean\"");
    add("no gates", {"--at", "x=1"}, "\"name\":\"no gates\"");
}

void TestCommandLine::accepted()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, output);
    const auto outcome =
        Program{}.run(QStringList{"evaluate", "-", "--format", "json"} + options, simpleText);
    QVERIFY2(outcome.status == 0, outcome.errors);
    QVERIFY2(outcome.output.contains(output), outcome.output);
}

void TestCommandLine::allErrorsAtOnce()
{
    const auto outcome = Program{}.run({"check", "-"}, "x = input(-2, 2)\ny = foo(x)\nz = x + w\n");
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("<stdin>:2:5: error: "), outcome.errors);
    QVERIFY2(outcome.errors.contains("<stdin>:3:9: error: "), outcome.errors);
}

void TestCommandLine::helpAndVersionEverywhere_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("none") << QStringList{};
    for (const char* command : {"evaluate", "sweep", "render", "check", "examples"}) {
        QTest::newRow(command) << QStringList{command};
    }
}

void TestCommandLine::helpAndVersionEverywhere()
{
    QFETCH(const QStringList, command);
    const auto help = Program{}.run(command + QStringList{"--help"});
    QCOMPARE(help.status, 0);
    QVERIFY2(help.output.contains("--version"), help.output);
    QCOMPARE(help.errors, QByteArray());
    const auto version = Program{}.run(command + QStringList{"--version"});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.output, QByteArray("Sluice " SLUICE_VERSION "\n"));
}

void TestCommandLine::gatesWithoutEffectAreNoted()
{
    const auto outcome = Program{}.run({"evaluate", "example:origin", "--gate", "u=stop"});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.errors.contains("u=stop changes nothing"), outcome.errors);
    QVERIFY(!outcome.output.isEmpty());
}

void TestCommandLine::checkIsSilentWhereAllIsFine()
{
    for (const auto& file : {QStringLiteral("-"), QStringLiteral("example:origin")}) {
        const auto outcome = Program{}.run({"check", file}, simpleText);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.output + outcome.errors, QByteArray());
    }
}

void TestCommandLine::unreadableFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("no such file") << QStringLiteral("missing.py");
    QTest::newRow("a folder") << QStringLiteral(".");
}

void TestCommandLine::unreadableFiles()
{
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    const auto outcome = Program{folder.path(), {}}.run({"evaluate", file});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith(file.toUtf8() + ": error: "), outcome.errors);
}

void TestCommandLine::outputThatCannotBeWrittenIsAnError()
{
    for (const auto& arguments :
         {QStringList{"examples"}, QStringList{"--help"}, QStringList{"evaluate", "-"}}) {
        const auto outcome = Program{{}, "/dev/full"}.run(arguments, simpleText);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains("standard output: error: "), outcome.errors);
    }
}

void TestCommandLine::brokenExperimentFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("broken.sluice"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"sluice\": 1,\n \"text\": [}");
    file.close();
    const auto outcome = Program{folder.path(), {}}.run({"evaluate", "broken.sluice"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith("broken.sluice: error: line 2, column 11"), outcome.errors);
}

void TestCommandLine::brokenPicture()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("broken.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n\x1a\nrubbish");
    file.close();
    const auto outcome = Program{folder.path(), {}}.run({"evaluate", "broken.png"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("broken.png: error: "), outcome.errors);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
