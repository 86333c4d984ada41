// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/sweep_choice.h"

#include <QTest>

using namespace sluice;

namespace {

constexpr auto text = "x = input(-2, 2)\ny = input(0, 4)\na = 0.5\nz = x*y + a\n";

Program programOfText()
{
    return read(text).program.value();
}

Experiment experimentAlong(const QString& name)
{
    Experiment experiment;
    experiment.text = text;
    experiment.from = -1.0;
    experiment.to = 1.0;
    if (!name.isEmpty()) {
        experiment.withRespectTo = name.toStdString();
    }
    return experiment;
}

} // namespace

class SweepChoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreInputsThenParameters();
    void choosesAnother_data();
    void choosesAnother();
    void theSameChangesNothing();
    void heldInputsAreTheOthers();
    void inputsAreHeld();
};

void SweepChoiceTest::namesAreInputsThenParameters()
{
    QCOMPARE(programOfText().variableNames(), (std::vector<std::string>{"x", "y", "a"}));
}

void SweepChoiceTest::choosesAnother_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("withRespectTo");
    QTest::addColumn<QString>("held");
    QTest::newRow("from the text's to a parameter") << ""
                                                    << "a"
                                                    << "a"
                                                    << "x";
    QTest::newRow("to another input") << ""
                                      << "y"
                                      << "y"
                                      << "x";
    QTest::newRow("back to the text's") << "y"
                                        << "x"
                                        << ""
                                        << "y";
    QTest::newRow("a parameter has its number in the text") << "a"
                                                            << "x"
                                                            << ""
                                                            << "";
}

void SweepChoiceTest::choosesAnother()
{
    QFETCH(QString, before);
    QFETCH(QString, name);
    QFETCH(QString, withRespectTo);
    QFETCH(QString, held);
    const Program program = programOfText();
    const Experiment next = withSwept(experimentAlong(before), program, name.toStdString(), 0.75);
    QCOMPARE(sweptName(program, next), name.toStdString());
    QCOMPARE(QString::fromStdString(next.withRespectTo.value_or("")), withRespectTo);
    // The other's range is not this one's.
    QVERIFY(!next.from && !next.to);
    std::map<std::string, double> settings;
    if (!held.isEmpty()) {
        settings[held.toStdString()] = 0.75;
    }
    QCOMPARE(next.settings, settings);
}

void SweepChoiceTest::theSameChangesNothing()
{
    const Experiment experiment = experimentAlong(QString());
    QVERIFY(withSwept(experiment, programOfText(), "x", 1.0) == experiment);
}

void SweepChoiceTest::heldInputsAreTheOthers()
{
    const Program program = programOfText();
    QCOMPARE(heldInputs(program, experimentAlong(QString())), (std::vector<std::string>{"y"}));
    QCOMPARE(heldInputs(program, experimentAlong(QStringLiteral("a"))), (std::vector<std::string>{"x", "y"}));
}

void SweepChoiceTest::inputsAreHeld()
{
    const Program program = programOfText();
    const Experiment experiment = experimentAlong(QString());
    QCOMPARE(heldInput(program, experiment, "y"), program.findInput("y")->held);
    QCOMPARE(heldInput(program, withHeldInput(experiment, "y", 3.5), "y"), 3.5);
}

QTEST_APPLESS_MAIN(SweepChoiceTest)
#include "tst_sweep_choice.moc"
