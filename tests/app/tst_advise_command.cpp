// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;
using Names = std::vector<std::string>;

/// `sluice advise`, and the loss that may follow an output.
class TestAdviseCommand : public QObject
{
    Q_OBJECT

private slots:
    void bestIs_data();
    void bestIs();
    void everyPlacementIsAnObjectOfItsOwn();
    void disconnectedIsLast();
    void tableNamesTheBestAndItsReasons();
    void csvHasARowAPlacement();
    void noGateIsNeeded();
    void summaries_data();
    void summaries();
    void aBiasThatNoSampleShowsIsNotDenied_data();
    void aBiasThatNoSampleShowsIsNotDenied();
    void lossFollowsTheOutput();
    void refused_data();
    void refused();
};

namespace {

const QStringList quick = {"--points", "40", "--samples", "200"};
const QStringList asJson = {"--format", "json"};

Json printed(const QStringList& arguments, const QByteArray& input = {})
{
    const auto outcome = Program{}.run(arguments, input);
    if (outcome.status != 0) {
        qWarning("%s", outcome.errors.constData());
        return {};
    }
    return Json::parse(outcome.output.toStdString());
}

Json adviceFor(const QStringList& arguments, const QByteArray& input = {})
{
    return printed(QStringList{"advise"} + arguments + quick + asJson, input);
}

Json find(const Json& advice, const Names& gates)
{
    const auto found = std::ranges::find_if(
        advice, [&](const Json& placement) { return placement.at("gates").get<Names>() == gates; });
    return found == advice.end() ? Json() : *found;
}

} // namespace

void TestAdviseCommand::bestIs_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QStringList>("gates");
    QTest::newRow("origin") << QStringList{"example:origin"} << QByteArray() << QStringList{"z=clean"};
    QTest::newRow("a loss after it") << QStringList{"example:origin", "--loss", "(z - 0.5)**2"}
                                     << QByteArray() << QStringList{"loss=clean"};
    QTest::newRow("a loss after a gated z")
        << QStringList{"example:origin", "--loss", "(z - 0.5)**2", "--gate", "z=clean"} << QByteArray()
        << QStringList{"z=clean", "loss=clean"};
    QTest::newRow("not at the very end")
        << QStringList{"-", "--before-output"}
        << QByteArray("x = input(-2, 2)\nyu = x**2*uniform(0.9, 1.1)\nz = 3*sqrt(yu) + 1\n")
        << QStringList{"z.sqrt=clean"};
}

void TestAdviseCommand::bestIs()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const QStringList, gates);
    Names expected;
    for (const QString& gate : gates) {
        expected.push_back(gate.toStdString());
    }
    const auto advice = adviceFor(arguments, input);
    QCOMPARE(advice.at(0).at("gates").get<Names>(), expected);
    QCOMPARE(advice.at(0).at("noise_free").get<std::string>(), std::string("proved"));
    QCOMPARE(advice.at(0).at("matches_noise_free_gradient").get<bool>(), true);
}

void TestAdviseCommand::everyPlacementIsAnObjectOfItsOwn()
{
    const auto advice = adviceFor({"example:origin"});
    const Names contract = {"gates", "noise_free", "matches_noise_free_gradient", "bias", "stddev",
                            "rmse",  "points"};
    for (const auto& placement : advice) {
        Names keys;
        for (const auto& [key, value] : placement.items()) {
            keys.push_back(key);
        }
        keys.resize(contract.size());
        QCOMPARE(keys, contract);
        QCOMPARE(placement.at("gates").size(), std::size_t{1});
    }
    for (const char* gate : {"u=stop", "y=clean", "yu=clean", "yu->z=clean", "z=stop"}) {
        QVERIFY2(!find(advice, {gate}).is_null(), gate);
    }
    QCOMPARE(find(advice, {"yu->z=clean"}).at("group").get<int>(),
             find(advice, {"yu=clean"}).at("group").get<int>());
    QCOMPARE(find(advice, {"yu=clean"}).at("noise_free").get<std::string>(), std::string("no"));
}

void TestAdviseCommand::disconnectedIsLast()
{
    const auto advice = adviceFor({"example:origin"});
    QCOMPARE(advice.back().at("disconnected").get<bool>(), true);
    QCOMPARE(advice.back().at("matches_noise_free_gradient").get<bool>(), false);
    QCOMPARE(find(advice, {"z=stop"}).at("group").get<int>(), advice.back().at("group").get<int>());
}

void TestAdviseCommand::tableNamesTheBestAndItsReasons()
{
    const auto outcome = Program{}.run(QStringList{"advise", "example:origin"} + quick);
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains("Best: z=clean, which gives the noise-free gradient (proved).\n"));
    QVERIFY(outcome.output.contains("no gates"));
    QVERIFY(outcome.output.contains("disconnected"));
    QVERIFY(outcome.output.contains("Shares of the gradient's variance"));
    QVERIFY(outcome.errors.isEmpty());
}

void TestAdviseCommand::csvHasARowAPlacement()
{
    const auto outcome = Program{}.run(QStringList{"advise", "example:origin", "--format", "csv"} + quick);
    QCOMPARE(outcome.status, 0);
    const auto advice = adviceFor({"example:origin"});
    QCOMPARE(static_cast<std::size_t>(outcome.output.count('\n')), advice.size() + 1);
    QVERIFY(outcome.output.contains("\nz=clean,proved,true,"));
}

void TestAdviseCommand::noGateIsNeeded()
{
    const auto advice = adviceFor({"-"}, "x = input(-2, 2)\nz = 3*x + normal(0, 1)\n");
    QCOMPARE(advice.at(0).at("gates").get<Names>(), Names{});
    QCOMPARE(advice.at(0).at("noise_free").get<std::string>(), std::string("proved"));
}

void TestAdviseCommand::summaries_data()
{
    QTest::addColumn<QByteArray>("z");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("summary");
    QTest::newRow("0 everywhere") << QByteArray("x*n") << QStringList()
                                  << QByteArray(
                                         "No gate helps: with z=clean the gradient is the noise-free one "
                                         "(proved), and that is 0 at every point of the sweep.\n");
    QTest::newRow("0 in all samples")
        << QByteArray("x*where(n > 6, 3, 0)") << QStringList("--before-output")
        << QByteArray("No gate helps: without one the gradient is the noise-free one (measured), and that is "
                      "0 in every sample that was taken.\n");
    QTest::newRow("finite nowhere") << QByteArray("x/n") << QStringList()
                                    << QByteArray(
                                           "No gate helps: with z=clean the gradient is the noise-free one "
                                           "(proved), and that is finite at no point of the sweep.\n");
    QTest::newRow("disconnected") << QByteArray("n") << QStringList()
                                  << QByteArray("The gradient is disconnected: no gate connects it.\n");
    QTest::newRow("needed") << QByteArray("exp(x + n)") << QStringList()
                            << QByteArray("Best: z=clean, which gives the noise-free gradient (proved).\n");
}

void TestAdviseCommand::summaries()
{
    QFETCH(const QByteArray, z);
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, summary);
    const auto outcome = Program{}.run(QStringList{"advise", "-"} + options + quick,
                                       "x = input(0.5, 2)\nn = normal(0, 1)\nz = " + z + "\n");
    QVERIFY2(outcome.output.contains(summary), outcome.output.constData());
}

/// d(z - ½)²/dx = 2·(z - ½)·z', with the draws given by hand.
void TestAdviseCommand::aBiasThatNoSampleShowsIsNotDenied_data()
{
    QTest::addColumn<QByteArray>("z");
    QTest::addColumn<bool>("isOnlySeen");
    // d/dx E[z] = 3 P(n > 6) = 3e-9, and no sample has such an n.
    QTest::newRow("rare") << QByteArray("x*where(n > 6, 3, 0)") << true;
    QTest::newRow("without noise") << QByteArray("3*x") << false;
}

void TestAdviseCommand::aBiasThatNoSampleShowsIsNotDenied()
{
    QFETCH(const QByteArray, z);
    QFETCH(const bool, isOnlySeen);
    const auto outcome = Program{}.run(QStringList{"advise", "-"} + quick,
                                       "x = input(1, 2)\nn = normal(0, 1)\nz = " + z + "\n");
    QCOMPARE(outcome.status, 0);
    for (const QByteArray& line : outcome.output.split('\n')) {
        if (line.startsWith("no gates ")) {
            // Columns are apart by two blanks or more.
            static const QRegularExpression gap(QStringLiteral(" {2,}"));
            QCOMPARE(QString::fromUtf8(line).split(gap).value(7) == "0 seen", isOnlySeen);
        }
    }
    QVERIFY2(outcome.output.contains("\nno gates "), outcome.output.constData());
}

void TestAdviseCommand::lossFollowsTheOutput()
{
    const auto values = printed({"evaluate", "example:origin", "--at", "x=2", "--draws", "u=0.5", "--loss",
                                 "(z - 0.5)**2", "--gate", "z=clean", "--format", "json"});
    QCOMPARE(values.at("output").get<std::string>(), std::string("loss"));
    QVERIFY(std::abs(values.at("variants").at(0).at("value").at(0).get<double>() - 2.25) < 1e-12);
    QVERIFY(std::abs(values.at("variants").at(0).at("gradient").at(0).get<double>() - 3.0) < 1e-12);
}

void TestAdviseCommand::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("a loss of an unknown name") << QStringList{"--loss", "q**2"} << QByteArray("q");
    QTest::newRow("a loss that is none") << QStringList{"--loss", "(z -"} << QByteArray("loss");
    QTest::newRow("a loss of two statements")
        << QStringList{"--loss", "a=z; a**2"} << QByteArray("one expression");
    QTest::newRow("a loss and an output")
        << QStringList{"--loss", "z", "--output", "yu"} << QByteArray("--output");
    QTest::newRow("a gate without a place") << QStringList{"--gate", "w=clean"} << QByteArray("w");
}

void TestAdviseCommand::refused()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    const auto outcome = Program{}.run(QStringList{"advise", "example:origin"} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY2(outcome.firstError().contains(word), outcome.errors.constData());
}

QTEST_APPLESS_MAIN(TestAdviseCommand)
#include "tst_advise_command.moc"
