// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;
using Numbers = std::vector<double>;

/// What the options that say how to compute do to the numbers.
class TestComputingOptions : public QObject
{
    Q_OBJECT

private slots:
    void aNameOfSeveralSourcesIsAmbiguous();
    void drawsReachTheTextsOfVariants();
    void drawsAndGatesWithoutEffectAreAccepted();
    void aParameterIsSwept();
    void differenceStepIsTheOneAskedFor_data();
    void differenceStepIsTheOneAskedFor();
    void sharedNoiseIsOneDrawAlongTheSweep();
    void oneSampleHasNoDeviation();
    void singlePrecisionRoundsEveryNode();
};

namespace {

Json printed(const QStringList& arguments, const QByteArray& text)
{
    const auto outcome = Program{}.run(arguments + QStringList{"--format", "json"}, text);
    if (outcome.status != 0) {
        qWarning("%s", outcome.errors.constData());
        return {};
    }
    return Json::parse(outcome.output.toStdString());
}

Json variantOf(const QStringList& arguments, const QByteArray& text)
{
    return printed(arguments, text).at("variants").at(0);
}

} // namespace

void TestComputingOptions::aNameOfSeveralSourcesIsAmbiguous()
{
    const QByteArray loop =
        "x = input(-1, 1)\nz = x\nfor i in range(3):\n    u = uniform(0, 2)\n    z = z*u\n";
    const QStringList evaluate = {"evaluate", "-", "--at", "x=3"};
    const auto refused = Program{}.run(evaluate + QStringList{"--draws", "u=0.5"}, loop);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.firstError().contains("u#1, u#2, u#3"), refused.errors);

    const QStringList each = {"--draws", "u#1=0.5", "--draws", "u#2=0.25", "--draws", "u#3=0.75"};
    QCOMPARE(variantOf(evaluate + each, loop).at("value").get<Numbers>(), Numbers{3 * 1 * 0.5 * 1.5});

    const QByteArray one = "x = input(-1, 1)\nu = uniform(0, 2)\nz = x*u\nu = x\n";
    const auto only = variantOf(evaluate + QStringList{"--draws", "u=0.25", "--output", "z"}, one);
    QCOMPARE(only.at("value").get<Numbers>(), Numbers{1.5});
}

void TestComputingOptions::drawsReachTheTextsOfVariants()
{
    const QByteArray experiment = R"({"sluice": 1,
        "text": "x = input(0, 4)\nu = uniform(0, 2)\nz = x*u\n",
        "variants": [{"name": "own", "gates": []}, {"name": "other", "gates": [],
            "text": "x = input(0, 4)\nu = uniform(0, 2)\nn = normal(0, 3)\nz = x*u + n\n"}]})";
    const QStringList evaluate = {"evaluate", "-", "--at", "x=2", "--draws", "u=0.25"};
    const auto variants = printed(evaluate + QStringList{"--draws", "n=-1"}, experiment).at("variants");
    QCOMPARE(variants.at(0).at("value").get<Numbers>(), Numbers{2 * 0.5});
    QCOMPARE(variants.at(1).at("value").get<Numbers>(), Numbers{2 * 0.5 - 3});

    const auto refused = Program{}.run(evaluate + QStringList{"--draws", "n=inf"}, experiment);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.firstError().contains("--draws n: inf can't be drawn"), refused.errors);
}

void TestComputingOptions::drawsAndGatesWithoutEffectAreAccepted()
{
    const QByteArray text = "x = input(-1, 1)\nw = normal(0, 1)\nq = 3*x\nz = x*x\noutput(z)\n";
    const auto outcome = Program{}.run(
        {"evaluate", "-", "--at", "x=2", "--draws", "w=0.5", "--gate", "q=stop", "--format", "json"}, text);
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.errors.startsWith("sluice: note: the gate q=stop changes nothing"), outcome.errors);
    const auto variant = Json::parse(outcome.output.toStdString()).at("variants").at(0);
    QCOMPARE(variant.at("gradient").get<Numbers>(), Numbers{4});
    QCOMPARE(variant.at("nodes").at("w").get<Numbers>(), Numbers{0.5});
}

void TestComputingOptions::aParameterIsSwept()
{
    // A parameter's range is its value and 2 on both sides here; the input is held at its middle, 1.
    const auto json = printed({"sweep", "-", "--wrt", "a", "--points", "3", "--samples", "4"},
                              "x = input(0, 2)\na = 2\nz = a*a*x\n");
    QCOMPARE(json.at("input").get<std::string>(), std::string("a"));
    QCOMPARE(json.at("x").get<Numbers>(), (Numbers{0, 2, 4}));
    QCOMPARE(json.at("variants").at(0).at("value").at("mean").get<Numbers>(), (Numbers{0, 4, 16}));
    QCOMPARE(json.at("variants").at(0).at("gradient").at("mean").get<Numbers>(), (Numbers{0, 4, 8}));
}

void TestComputingOptions::differenceStepIsTheOneAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<double>("step");
    QTest::newRow("a hundredth of the width") << QStringList{} << 0.04;
    QTest::newRow("of a narrower sweep") << QStringList{"--from", "-1", "--to", "0"} << 0.01;
    QTest::newRow("given") << QStringList{"--difference-step", "0.5"} << 0.5;
}

void TestComputingOptions::differenceStepIsTheOneAskedFor()
{
    QFETCH(const QStringList, options);
    QFETCH(const double, step);
    // The central difference of x³ is 3x² + h².
    const auto json = printed(QStringList{"sweep", "-", "--points", "5", "--samples", "3"} + options,
                              "x = input(-2, 2)\nz = x**3\n");
    const auto x = json.at("x").get<Numbers>();
    const auto& gradient = json.at("variants").at(0).at("gradient");
    const auto difference = gradient.at("gradient_of_mean").get<Numbers>();
    for (std::size_t i = 0; i < x.size(); ++i) {
        QVERIFY(std::abs(difference[i] - (3 * x[i] * x[i] + step * step)) <= 1e-12);
    }
    QCOMPARE(gradient.at("gradient_of_mean_error").get<Numbers>(), Numbers(x.size(), 0.0));
}

void TestComputingOptions::sharedNoiseIsOneDrawAlongTheSweep()
{
    const QByteArray text = "x = input(1, 4)\nn = normal(0, 1)\nz = n + 0*x\n";
    const QStringList sweep = {"sweep", "-", "--points", "4", "--samples", "5", "--noise"};
    const auto shared = variantOf(sweep + QStringList{"shared"}, text).at("value").at("mean").get<Numbers>();
    QCOMPARE(shared, Numbers(4, shared.front()));
    auto fresh = variantOf(sweep + QStringList{"independent"}, text).at("value").at("mean").get<Numbers>();
    std::ranges::sort(fresh);
    QVERIFY(std::ranges::adjacent_find(fresh) == fresh.end());
}

void TestComputingOptions::oneSampleHasNoDeviation()
{
    const auto variant = variantOf({"sweep", "-", "--points", "1", "--samples", "1", "--from", "3"},
                                   "x = input(1, 4)\nz = x*x\n");
    QCOMPARE(variant.at("value").at("mean").get<Numbers>(), Numbers{9});
    QCOMPARE(variant.at("value").at("q05").get<Numbers>(), Numbers{9});
    QVERIFY(variant.at("value").at("stddev").at(0) == Json("nan"));
    QVERIFY(variant.at("gradient").at("snr").at(0) == Json("nan"));
}

void TestComputingOptions::singlePrecisionRoundsEveryNode()
{
    const auto variant = variantOf(
        {"evaluate", "-", "--at", "x=0.3,0.7,1.1", "--draws", "u=0.1,0.6,0.9", "--precision", "float32"},
        "x = input(0, 3)\nu = uniform(0.9, 1.1)\ny = x*u + 0.1\nz = (y/3 - x*x)*sqrt(y)\n");
    const Numbers points = {0.3, 0.7, 1.1};
    const auto u = variant.at("nodes").at("u").get<Numbers>();
    const auto y = variant.at("nodes").at("y").get<Numbers>();
    const auto z = variant.at("value").get<Numbers>();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto x = static_cast<float>(points[i]);
        const auto scaled = x * static_cast<float>(u[i]);
        const auto sum = scaled + 0.1F;
        QVERIFY(y[i] == static_cast<double>(sum));
        const auto third = sum / 3.0F;
        const auto square = x * x;
        const auto difference = third - square;
        QVERIFY(z[i] == static_cast<double>(difference * std::sqrt(sum)));
    }
}

QTEST_GUILESS_MAIN(TestComputingOptions)
#include "tst_computing_options.moc"
