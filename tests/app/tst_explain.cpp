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

/// What `explain` prints.
class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    void originQuestion_data();
    void originQuestion();
    void keysInOrder();
    void pathsWithFactors();
    void cancellationIsProved();
    void whatCanNotBeToldIsSaid_data();
    void whatCanNotBeToldIsSaid();
    void sharesAreOnlyThoseThatCanBeTold();
    void manyPathsAreGivenByEdges();
    void tableSaysTheSame();
    void tableAttributesTheNoiseOfSeveralSources();
    void oneSampleNodeByNode();
    void chainRuleAlone_data();
    void chainRuleAlone();
    void wrongOptions_data();
    void wrongOptions();
};

namespace {

Json printed(const QStringList& arguments, const QByteArray& input = {})
{
    const auto outcome = Program{}.run(arguments, input);
    if (outcome.status != 0) {
        qWarning("%s", outcome.errors.constData());
        return {};
    }
    return Json::parse(outcome.output.toStdString());
}

Json explained(const QStringList& gates)
{
    QStringList arguments = {"explain", "example:origin", "--points", "41", "--format", "json"};
    for (const auto& gate : gates) {
        arguments << "--gate" << gate;
    }
    return printed(arguments).at(0);
}

Names keysOf(const Json& object)
{
    Names keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return keys;
}

/// The formulas of the factors that read noise.
Names noisyFormulas(const Json& explanation)
{
    Names formulas;
    for (const auto& path : explanation.at("paths")) {
        for (const auto& factor : path.at("factors")) {
            if (!factor.at("noise").empty()) {
                formulas.push_back(factor.at("formula"));
            }
        }
    }
    return formulas;
}

bool says(const Json& explanation, std::string_view words)
{
    return std::ranges::any_of(explanation.at("sentences"), [&](const Json& sentence) {
        return sentence.get<std::string>().find(words) != std::string::npos;
    });
}

} // namespace

void TestExplain::originQuestion_data()
{
    QTest::addColumn<QStringList>("gates");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("equals");
    QTest::addColumn<QStringList>("noisy");
    QTest::addColumn<QString>("said");
    QTest::newRow("no gates") << QStringList{} << "noisy"
                              << "no" << QStringList{"1/(2*sqrt(yu))", "u"}
                              << "The noise of u enters through 1/(2*sqrt(yu)), evaluated at the noisy yu.";
    QTest::newRow("in the middle") << QStringList{"yu=clean"} << "noisy"
                                   << "no" << QStringList{"1/(2*sqrt(yu))"} << "Put the gate on z";
    QTest::newRow("at the end") << QStringList{"z=clean"} << "proved"
                                << "proved" << QStringList{} << "against the gradient of the mean";
    QTest::newRow("on the noise")
        << QStringList{"u=stop"} << "noisy"
        << "no" << QStringList{"1/(2*sqrt(yu))", "u"}
        << "The gate u=stop cuts no path and changes nothing: u does not depend on x.";
}

void TestExplain::originQuestion()
{
    QFETCH(const QStringList, gates);
    QFETCH(const QString, verdict);
    QFETCH(const QString, equals);
    QFETCH(const QStringList, noisy);
    QFETCH(const QString, said);
    const auto explanation = explained(gates);
    QCOMPARE(QString::fromStdString(explanation.at("verdict")), verdict);
    QCOMPARE(QString::fromStdString(explanation.at("equals_noise_free")), equals);
    QCOMPARE(explanation.at("sources").get<Names>(), verdict == "noisy" ? Names{"u"} : Names{});
    QCOMPARE(explanation.at("disconnected").get<bool>(), false);
    QStringList formulas;
    for (const auto& formula : noisyFormulas(explanation)) {
        formulas << QString::fromStdString(formula);
    }
    QCOMPARE(formulas, noisy);
    QVERIFY2(says(explanation, said.toStdString()), explanation.dump(1).c_str());
}

void TestExplain::keysInOrder()
{
    const auto explanation = explained({});
    QCOMPARE(keysOf(explanation),
             (Names{"name", "verdict", "sources", "equals_noise_free", "disconnected", "paths", "sentences",
                    "except_where_zero", "equals_except_where_zero", "undecided", "equality_undecided"}));
    QCOMPARE(keysOf(explanation.at("paths").at(0)), (Names{"factors"}));
    QCOMPARE(keysOf(explanation.at("paths").at(0).at("factors").at(0)),
             (Names{"of", "by", "formula", "noise", "gate"}));
}

void TestExplain::pathsWithFactors()
{
    const auto expected = Json::parse(R"json([{"factors": [
        {"of": "z", "by": "yu", "formula": "1/(2*sqrt(yu))", "noise": ["u"], "gate": null},
        {"of": "yu", "by": "y", "formula": "1", "noise": [], "gate": "yu=clean"},
        {"of": "y", "by": "x", "formula": "2*x", "noise": [], "gate": null}]}])json");
    QCOMPARE(explained({"yu=clean"}).at("paths").dump(), expected.dump());
}

void TestExplain::cancellationIsProved()
{
    const auto explanation = printed({"explain", "-", "--format", "json"},
                                     "x = input(-2, 2)\nu = normal(1, 1)\nz = log(x**2 * u)\n")
                                 .at(0);
    QCOMPARE(explanation.at("verdict").get<std::string>(), std::string("proved"));
    QCOMPARE(explanation.at("equals_noise_free").get<std::string>(), std::string("proved"));
    QVERIFY(says(explanation, "free of noise, except where u*x**2 = 0"));
}

void TestExplain::whatCanNotBeToldIsSaid_data()
{
    QTest::addColumn<QByteArray>("z");
    QTest::addColumn<std::string>("undecided");
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("rounding") << QByteArray("x*u + (1e14*x - 1e14*x)") << std::string("rounding")
                              << QByteArray("verdict: can't tell (rounding hides it)\n");
    QTest::newRow("nothing finite") << QByteArray("sqrt(-1 - u*x**2)") << std::string("not finite")
                                    << QByteArray("verdict: can't tell (no sample is finite)\n");
}

void TestExplain::whatCanNotBeToldIsSaid()
{
    QFETCH(const QByteArray, z);
    QFETCH(const std::string, undecided);
    QFETCH(const QByteArray, table);
    const QByteArray text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = " + z + "\n";
    const auto explanation = printed({"explain", "-", "--format", "json", "--points", "41"}, text).at(0);
    QCOMPARE(explanation.at("verdict").get<std::string>(), std::string("noisy"));
    QCOMPARE(explanation.at("equals_noise_free").get<std::string>(), std::string("no"));
    QCOMPARE(explanation.at("undecided").get<std::string>(), undecided);
    QCOMPARE(explanation.at("equality_undecided").get<std::string>(), undecided);
    const auto outcome = Program{}.run({"explain", "-", "--points", "41"}, text);
    QVERIFY2(outcome.output.contains(table), outcome.output.constData());
    QVERIFY2(outcome.output.contains("gradient: can't tell ("), outcome.output.constData());
}

void TestExplain::sharesAreOnlyThoseThatCanBeTold()
{
    const auto outcome =
        Program{}.run({"explain", "-", "--points", "41"},
                      "x = input(-2, 2)\nn = normal(0, 1)\nm = normal(0, 1)\nz = x/n + m*x\n");
    QCOMPARE(outcome.output.count("heavy tails"), 4);
    QVERIFY(!outcome.output.contains(" %"));
}

void TestExplain::manyPathsAreGivenByEdges()
{
    const auto explanation =
        printed({"explain", "-", "--format", "json"},
                "x = input(-1, 1)\nv = x\nfor i in range(4):\n    v = sin(v) + v\noutput(v)\n")
            .at(0);
    QVERIFY(explanation.at("paths").empty());
    QCOMPARE(explanation.at("edges").size(), std::size_t{13});
    QVERIFY(says(explanation, "There are 16 paths"));
}

void TestExplain::tableSaysTheSame()
{
    const auto outcome = Program{}.run({"explain", "example:origin", "--points", "41"});
    QCOMPARE(outcome.status, 0);
    for (const char* words : {"no gates\n", "verdict: noisy: u\n", "yu=clean\n", "z=clean\n",
                              "verdict: proved to be free of noise\n", "dz/dx is the sum of\n",
                              "(1/(2*sqrt(yu))) * u * (2*x)\n", "replaced by yu=clean"}) {
        QVERIFY2(outcome.output.contains(words), words);
    }
}

void TestExplain::tableAttributesTheNoiseOfSeveralSources()
{
    const auto printedOf = [](const QStringList& gates) {
        return Program{}
            .run(QStringList{"explain", "-", "--points", "5", "--samples", "4000"} + gates,
                 "x = input(1, 2)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n")
            .output;
    };
    // u alone does nothing where n has mean 0, and 1/13 with it.
    const QByteArray table = printedOf({});
    QVERIFY2(table.contains("shares of the gradient's variance"), table);
    const auto line = table.mid(table.lastIndexOf("  u "));
    const QRegularExpression inTotal(R"(^  u .* (\d+(?:\.\d+)?) %\s+\S+ % to \S+ %$)",
                                     QRegularExpression::MultilineOption);
    const auto match = inTotal.match(QString::fromUtf8(line));
    QVERIFY2(match.hasMatch(), table);
    QVERIFY(std::abs(match.captured(1).toDouble() - 100.0 / 13.0) < 1.5);
    QVERIFY(!printedOf({"--gate", "z=clean"}).contains("shares"));
}

void TestExplain::oneSampleNodeByNode()
{
    const auto document =
        printed({"explain", "example:origin", "--gate", "z=clean", "--at", "x=-2,0", "--format", "json"});
    const auto& points = document.at(0).at("points");
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points.at(0).at("gradient").get<double>(), -1.0);
    QVERIFY(points.at(0).at("arose_at").is_null());
    QCOMPARE(points.at(1).at("gradient").get<std::string>(), std::string("nan"));
    QCOMPARE(points.at(1).at("arose_at").get<std::string>(), std::string("z"));

    const auto table = Program{}.run({"explain", "example:origin", "--at", "x=0", "--sample", "3"});
    QCOMPARE(table.status, 0);
    QVERIFY(table.output.contains("from 0 times infinity"));
}

void TestExplain::chainRuleAlone_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("latex") << "latex" << QByteArray(R"(% yu=clean; needs amsmath and cancel
\begin{align*}
  \frac{\mathrm{d}z}{\mathrm{d}x} &= \frac{\partial z}{\partial \mathit{yu}} \cdot \frac{\partial \mathit{yu}}{\partial y} \cdot \frac{\partial y}{\partial x} = \underbrace{\frac{1}{2\,\sqrt{\mathit{yu}}}}_{{}\sim \text{u}} \cdot \underbrace{1}_{\text{\(\circ\) yu=clean}} \cdot 2\,x
\end{align*}
)");
    QTest::newRow("unicode") << "unicode"
                             << QByteArray("yu=clean\n  dz/dx = ∂z/∂yu · ∂yu/∂y · ∂y/∂x = 1/(2√yu) [~ u] · 1 "
                                           "[○ yu=clean] · 2x\n");
    QTest::newRow("python") << "python"
                            << QByteArray("# yu=clean\n"
                                          "dz_dyu = 1/(2*sqrt(yu))  # reads u\n"
                                          "dyu_dy = 1  # replaced by yu=clean\n"
                                          "dy_dx = 2*x\n"
                                          "dz_dx = dz_dyu * dyu_dy * dy_dx\n");
}

void TestExplain::chainRuleAlone()
{
    QFETCH(const QString, format);
    const auto outcome =
        Program{}.run({"explain", "example:origin", "--gate", "yu=clean", "--format", format});
    QVERIFY2(outcome.status == 0, outcome.errors);
    QTEST(outcome.output, "text");
}

void TestExplain::wrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no table of columns") << QStringList{"--format", "csv"} << QByteArray("--format");
    QTest::newRow("a sample of no points") << QStringList{"--sample", "1"} << QByteArray("--at");
    QTest::newRow("a negative sample")
        << QStringList{"--at", "x=0", "--sample", "-1"} << QByteArray("--sample");
    QTest::newRow("the chain rule at a point")
        << QStringList{"--format", "latex", "--at", "x=0"} << QByteArray("--at");
    QTest::newRow("an unknown place") << QStringList{"--gate", "zz=clean"} << QByteArray("zz");
}

void TestExplain::wrongOptions()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, said);
    const auto outcome = Program{}.run(QStringList{"explain", "example:origin"} + options);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.errors.contains(said), outcome.errors);
}

QTEST_APPLESS_MAIN(TestExplain)
#include "tst_explain.moc"
