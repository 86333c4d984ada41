// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/appended_loss.h"
#include "core/experiment/examples.h"
#include "tests/core/graph_values.h"

#include <QTest>

using namespace sluice;
using namespace sluice::test;

/// A loss that follows a text.
class TestAppendedLoss : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void examplesTakeALoss();
    void squaredErrors_data();
    void squaredErrors();
    void refused_data();
    void refused();
};

void TestAppendedLoss::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("appended");
    const QString line = "loss = (z - 0.5)**2\n";
    QTest::newRow("the last name is the output") << "x = input(-1, 1)\nz = x**2\n"
                                                 << "(z - 0.5)**2" << line;
    QTest::newRow("no end of line") << "x = input(-1, 1)\nz = x**2"
                                    << "(z - 0.5)**2" << '\n' + line;
    QTest::newRow("a comment at the end") << "x = input(-1, 1)\nz = x**2  # the layer"
                                          << "(z - 0.5)**2" << '\n' + line;
    QTest::newRow("lines as the text has them") << "x = input(-1, 1)\r\nz = x**2"
                                                << "z"
                                                << "\r\nloss = z\r\n";
    QTest::newRow("a named output") << "x = input(-1, 1)\nz = x**2\nw = 3*x\noutput(z)\n"
                                    << "(z - 0.5)**2" << line + "output(loss)\n";
    QTest::newRow("a gradient in the text") << "x = input(-1, 1)\nz = x**2\ng = grad(z, x)\n"
                                            << "(z - 0.5)**2" << line + "output(loss)\n";
    QTest::newRow("a gradient by another variable")
        << "x = input(-1, 1)\na = 0.5\nz = a*x\noutput(z)\ng = grad(z, x)\nh = grad(a*x, a)\n"
        << "(z - 0.5)**2" << line + "output(loss)\ngrad(loss, x)\n";
    QTest::newRow("the name is taken") << "x = input(-1, 1)\nloss = x**2\n"
                                       << "loss*2"
                                       << "loss_2 = loss*2\n";
    QTest::newRow("`output` is taken") << "x = input(-1, 1)\noutput = x**2\ng = grad(output, x)\n"
                                       << "output*2"
                                       << "loss = output*2\ngrad(loss, x)\n";
    QTest::newRow("a comparison") << "x = input(-1, 1)\nz = x**2\n"
                                  << "z*(z <= 1)"
                                  << "loss = z*(z <= 1)\n";
    QTest::newRow("after an indented block") << "x = input(-1, 1)\nv = x\nfor i in range(3):\n    v = 2*v"
                                             << "v**2"
                                             << "\nloss = v**2\n";
}

void TestAppendedLoss::texts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, loss);
    QFETCH(const QString, appended);
    const Program before = programOf(text.toStdString());
    const AppendedLoss result = appendLoss(text.toStdString(), before, loss.toStdString());
    QCOMPARE(QString::fromStdString(result.text), text + appended);
    const Program after = programOf(result.text);
    QCOMPARE(after.outputName, result.name);
    QCOMPARE(after.withRespectTo, before.withRespectTo);
}

void TestAppendedLoss::examplesTakeALoss()
{
    for (const std::string& name : exampleNames()) {
        const std::string text = example(name)->text;
        const Program before = programOf(text);
        const AppendedLoss result = appendLoss(text, before, squaredError(before, 0.5));
        const Program after = programOf(result.text);
        QCOMPARE(after.outputName, std::string("loss"));
        QCOMPARE(after.sources.size(), before.sources.size());
    }
}

void TestAppendedLoss::squaredErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("target");
    QTest::addColumn<QString>("loss");
    QTest::newRow("a target") << "x = input(-1, 1)\nz = x**2\n" << 0.5 << "(z - 0.5)**2";
    QTest::newRow("below 0") << "x = input(-1, 1)\nz = x**2\n" << -2.0 << "(z + 2)**2";
    QTest::newRow("the last of several") << "x = input(-1, 1)\nv = x**2\nv = sin(v)\n" << 1.0 << "(v - 1)**2";
}

void TestAppendedLoss::squaredErrors()
{
    QFETCH(const QString, text);
    QFETCH(const double, target);
    QFETCH(const QString, loss);
    QCOMPARE(QString::fromStdString(squaredError(programOf(text.toStdString()), target)), loss);
}

void TestAppendedLoss::refused_data()
{
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("word");
    QTest::newRow("a name that is not there") << "(q - 1)**2"
                                              << "q";
    QTest::newRow("no expression") << "(z - "
                                   << "column";
    QTest::newRow("nothing") << ""
                             << "loss";
    QTest::newRow("two lines") << "z\nw = z"
                               << "one line";
    QTest::newRow("two statements") << "a=z; a**2"
                                    << "one expression";
    QTest::newRow("a second statement") << "z; q = 3"
                                        << "one expression";
    QTest::newRow("an assignment") << "z = 3"
                                   << "one expression";
    QTest::newRow("an input") << "q = input(-1,1)"
                              << "one expression";
    QTest::newRow("an addition to something") << "z += 1"
                                              << "one expression";
}

void TestAppendedLoss::refused()
{
    QFETCH(const QString, loss);
    QFETCH(const QString, word);
    const std::string text = "x = input(-1, 1)\nz = x**2\n";
    try {
        static_cast<void>(appendLoss(text, programOf(text), loss.toStdString()));
        QFAIL("it was not refused");
    } catch (const LossError& error) {
        QVERIFY2(QString(error.what()).contains(word), error.what());
    }
}

QTEST_APPLESS_MAIN(TestAppendedLoss)
#include "tst_appended_loss.moc"
