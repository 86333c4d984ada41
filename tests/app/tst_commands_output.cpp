// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;
using Numbers = std::vector<double>;
using Names = std::vector<std::string>;

/// What the commands print and write.
class TestCommandsOutput : public QObject
{
    Q_OBJECT

private slots:
    void printedNumbersOfTheOriginQuestion_data();
    void printedNumbersOfTheOriginQuestion();
    void gatesGiveTheGradientsOfTheCures_data();
    void gatesGiveTheGradientsOfTheCures();
    void threeTextsAreThreeExperiments_data();
    void threeTextsAreThreeExperiments();
    void csvLeavesOutWhatATextDoesNotName();
    void aVariantsBrokenTextIsSaid_data();
    void aVariantsBrokenTextIsSaid();
    void evaluatePrintsItsKeysInOrder();
    void sweepPrintsItsKeysInOrder();
    void sweepSpacesItsPoints();
    void csvHasAHeaderAndARowAPointAndVariant();
    void notANumberIsAWord();
    void tablesShowEveryPoint();
    void pictureCarriesItsExperiment();
    void equalCallsGiveEqualBytes();
    void pictureHasTheSizeAskedFor();
    void pictureIsWrittenWhollyOrNotAtAll();
    void withoutADisplayThereIsAPictureAndATable();
    void examplesAreListed();
};

namespace {

const Numbers questionPoints = {-2, -1, 1};
/// The standard draws of the question's printed run: (u - 0.9) / 0.2.
const Numbers questionDraws = {0.70331675, 0.185382, 0.9030055};
const QStringList questionRun = {"--draws", "u=0.70331675,0.185382,0.9030055", "--format", "json"};

Json printed(const QStringList& arguments, const QByteArray& input = {})
{
    const auto outcome = Program{}.run(arguments, input);
    if (outcome.status != 0) {
        qWarning("%s", outcome.errors.constData());
        return {};
    }
    return Json::parse(outcome.output.toStdString());
}

Names keysOf(const Json& object)
{
    Names keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return keys;
}

/// To the six digits that the question has.
bool agree(const Numbers& numbers, const Numbers& expected)
{
    return std::ranges::equal(numbers, expected,
                              [](double a, double b) { return std::abs(a - b) <= 1e-6 * std::abs(b); });
}

double drawn(std::size_t point)
{
    return 0.9 + 0.2 * questionDraws[point];
}

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCommandsOutput::printedNumbersOfTheOriginQuestion_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Numbers>("gradient");
    QTest::addColumn<double>("tolerance");
    Numbers inTheMiddle;
    for (std::size_t point = 0; point < questionPoints.size(); ++point) {
        inTheMiddle.push_back(std::copysign(1.0, questionPoints[point]) / std::sqrt(drawn(point)));
    }
    QTest::newRow("as it was asked") << "origin" << Numbers{-1.0201291, -0.96802706, 1.0395197} << 1e-6;
    QTest::newRow("first cure") << "ioffe-in-the-middle" << inTheMiddle << 1e-14;
    QTest::newRow("second cure") << "ioffe-at-the-end" << Numbers{-1, -1, 1} << 0.0;
}

void TestCommandsOutput::printedNumbersOfTheOriginQuestion()
{
    QFETCH(const QString, text);
    QFETCH(const Numbers, gradient);
    QFETCH(const double, tolerance);
    const auto json = printed(QStringList{"evaluate", "example:" + text} + questionRun);
    QCOMPARE(json.at("at").get<Numbers>(), questionPoints);
    const auto& variant = json.at("variants").at(0);
    QVERIFY(agree(variant.at("nodes").at("yu"), {4.1626534, 0.9370764, 1.0806011}));
    QVERIFY(agree(variant.at("nodes").at("z"), {2.0402582, 0.96802706, 1.0395197}));
    QVERIFY(agree(variant.at("value"), {2.0402582, 0.96802706, 1.0395197}));
    const auto found = variant.at("gradient").get<Numbers>();
    QCOMPARE(found.size(), gradient.size());
    for (std::size_t point = 0; point < gradient.size(); ++point) {
        QVERIFY(std::abs(found[point] - gradient[point]) <= tolerance * std::abs(gradient[point]));
    }
}

void TestCommandsOutput::gatesGiveTheGradientsOfTheCures_data()
{
    QTest::addColumn<QStringList>("gates");
    QTest::addColumn<QString>("cure");
    QTest::newRow("in the middle") << QStringList{"--gate", "yu=clean"} << "ioffe-in-the-middle";
    QTest::newRow("at the end") << QStringList{"--gate", "z=clean"} << "ioffe-at-the-end";
}

void TestCommandsOutput::gatesGiveTheGradientsOfTheCures()
{
    QFETCH(const QStringList, gates);
    QFETCH(const QString, cure);
    const auto gated = printed(QStringList{"evaluate", "example:origin"} + gates + questionRun);
    const auto pasted = printed(QStringList{"evaluate", "example:" + cure} + questionRun);
    const auto gradient = gated.at("variants").at(0).at("gradient").get<Numbers>();
    const auto expected = pasted.at("variants").at(0).at("gradient").get<Numbers>();
    QCOMPARE(gradient.size(), questionPoints.size());
    for (std::size_t point = 0; point < gradient.size(); ++point) {
        QVERIFY(std::abs(gradient[point] - expected[point]) <= 1e-14);
    }
}

void TestCommandsOutput::threeTextsAreThreeExperiments_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("evaluate") << QStringList{"evaluate"} << questionRun;
    QTest::newRow("sweep") << QStringList{"sweep"}
                           << QStringList{"--points", "5", "--samples", "40", "--format", "json"};
    QTest::newRow("explain") << QStringList{"explain"} << QStringList{"--format", "json"};
    QTest::newRow("walk") << QStringList{"explain"} << QStringList{"--at", "x=1", "--format", "json"};
}

void TestCommandsOutput::threeTextsAreThreeExperiments()
{
    QFETCH(const QStringList, command);
    QFETCH(const QStringList, options);
    const auto variantsOf = [&](const QString& example) {
        // Explanations are a list, numbers a list inside of an object.
        const Json answer = printed(command + QStringList{"example:" + example} + options);
        Json variants = answer.is_array() ? answer : answer.at("variants");
        for (Json& variant : variants) {
            variant.erase("name");
        }
        return variants;
    };
    const Json together = variantsOf("three-texts");
    QCOMPARE(together.size(), std::size_t{3});
    QVERIFY(together[0] == variantsOf("origin")[0]);
    QVERIFY(together[1] == variantsOf("ioffe-in-the-middle")[0]);
    QVERIFY(together[2] == variantsOf("ioffe-at-the-end")[0]);
}

void TestCommandsOutput::csvLeavesOutWhatATextDoesNotName()
{
    const auto text = Program{}.run(QStringList{"evaluate", "example:three-texts", "--format", "csv"}).output;
    const auto lines = text.trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 3 * 3);
    const auto header = lines.front().split(',');
    const auto cell = [&](int line, const char* column) {
        return lines.at(line).split(',').at(header.indexOf(column));
    };
    QVERIFY(cell(1, "node_z_fixed").isEmpty() && !cell(1, "node_yu").isEmpty());
    QVERIFY(cell(4, "node_z_fixed").isEmpty() && !cell(4, "node_yu_fixed").isEmpty());
    QVERIFY(!cell(7, "node_z_fixed").isEmpty() && cell(7, "node_yu_fixed").isEmpty());
}

void TestCommandsOutput::aVariantsBrokenTextIsSaid_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("check") << QStringList{"check", "-"};
    QTest::newRow("evaluate") << QStringList{"evaluate", "-"};
    QTest::newRow("sweep") << QStringList{"sweep", "-", "--points", "3"};
    QTest::newRow("explain") << QStringList{"explain", "-"};
    QTest::newRow("code") << QStringList{"code", "-", "--target", "jax"};
    QTest::newRow("with a loss") << QStringList{"evaluate", "-", "--loss", "z**2"};
}

void TestCommandsOutput::aVariantsBrokenTextIsSaid()
{
    QFETCH(const QStringList, command);
    const auto outcome = Program{}.run(command, R"json({"sluice": 1, "text": "x = input(0, 1)\nz = x",
        "variants": [{"name": "good"}, {"name": "bad", "text": "x = input(0, 1)\nz = sqr(x)"}]})json");
    QCOMPARE(outcome.status, 1);
    QVERIFY2(
        outcome.errors.contains("<stdin>: error: the text of the variant `bad` has errors: line 2, column 5"),
        outcome.errors);
}

void TestCommandsOutput::evaluatePrintsItsKeysInOrder()
{
    const auto json = printed({"evaluate", "example:origin", "--format", "json"});
    QCOMPARE(keysOf(json), (Names{"input", "output", "at", "variants"}));
    QCOMPARE(json.at("input").get<std::string>(), std::string("x"));
    QCOMPARE(json.at("output").get<std::string>(), std::string("z"));
    Names variants;
    for (const auto& variant : json.at("variants")) {
        QCOMPARE(keysOf(variant), (Names{"name", "value", "gradient", "disconnected", "nodes"}));
        QCOMPARE(keysOf(variant.at("nodes")), (Names{"y", "u", "yu", "z", "g"}));
        QCOMPARE(variant.at("disconnected").get<bool>(), false);
        variants.push_back(variant.at("name"));
    }
    QCOMPARE(variants, (Names{"no gates", "yu=clean", "z=clean"}));
}

void TestCommandsOutput::sweepPrintsItsKeysInOrder()
{
    const auto json =
        printed({"sweep", "example:origin", "--points", "3", "--samples", "7", "--format", "json"});
    QCOMPARE(keysOf(json), (Names{"input", "output", "samples", "x", "variants"}));
    QCOMPARE(json.at("samples").get<int>(), 7);
    QCOMPARE(json.at("variants").size(), std::size_t{3});
    for (const auto& variant : json.at("variants")) {
        QCOMPARE(keysOf(variant), (Names{"name", "disconnected", "value", "gradient"}));
        QCOMPARE(keysOf(variant.at("value")),
                 (Names{"mean", "stddev", "q05", "q25", "q50", "q75", "q95", "nan_fraction", "inf_fraction",
                        "mean_error", "stddev_error"}));
        QCOMPARE(keysOf(variant.at("gradient")),
                 (Names{"mean", "stddev", "q05", "q25", "q50", "q75", "q95", "nan_fraction", "inf_fraction",
                        "noise_free", "bias", "rmse", "snr", "sign_agreement", "gradient_of_mean",
                        "gradient_of_mean_error", "mean_error", "stddev_error"}));
        for (const auto* quantity : {"value", "gradient"}) {
            for (const auto& [key, values] : variant.at(quantity).items()) {
                QCOMPARE(values.size(), std::size_t{3});
            }
        }
    }
}

void TestCommandsOutput::sweepSpacesItsPoints()
{
    const auto json = printed({"sweep", "example:origin", "--from", "-2", "--to", "2", "--points", "401",
                               "--format", "json", "--samples", "2"});
    const auto x = json.at("x").get<Numbers>();
    QCOMPARE(x.size(), std::size_t{401});
    for (std::size_t i = 0; i < x.size(); ++i) {
        QVERIFY(x[i] == -2.0 + static_cast<double>(i) * (2.0 - -2.0) / 400.0);
    }
    const auto one =
        printed({"sweep", "example:origin", "--from", "0.3", "--points", "1", "--format", "json"});
    QCOMPARE(one.at("x").get<Numbers>(), Numbers{0.3});
}

void TestCommandsOutput::csvHasAHeaderAndARowAPointAndVariant()
{
    const auto outcome =
        Program{}.run({"sweep", "example:origin", "--points", "3", "--samples", "5", "--format", "csv"});
    const auto lines = outcome.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 3 * 3);
    QCOMPARE(lines.front(),
             QByteArray("variant,x,value_mean,value_stddev,value_q05,value_q25,value_q50,value_q75,value_q95,"
                        "value_nan_fraction,value_inf_fraction,value_mean_error,value_stddev_error,"
                        "gradient_mean,gradient_stddev,gradient_q05,gradient_q25,gradient_q50,gradient_q75,"
                        "gradient_q95,gradient_nan_fraction,gradient_inf_fraction,gradient_noise_free,"
                        "gradient_bias,gradient_rmse,gradient_snr,gradient_sign_agreement,"
                        "gradient_gradient_of_mean,gradient_gradient_of_mean_error,gradient_mean_error,"
                        "gradient_stddev_error"));
    const auto columns = lines.front().count(',');
    for (const auto& line : lines) {
        QCOMPARE(line.count(','), columns);
    }
    // The middle point is 0, where every gradient is not a number.
    QVERIFY2(lines[2].startsWith("no gates,0,0,0,"), lines[2]);
    QCOMPARE(lines[2].split(',').at(lines.front().split(',').indexOf("gradient_mean")), QByteArray("nan"));

    const auto values = Program{}.run({"evaluate", "example:origin", "--format", "csv"}).output;
    QVERIFY2(values.startsWith("variant,x,value,gradient,node_y,node_u,node_yu,node_z,node_g\n"), values);
    QCOMPARE(values.count('\n'), 1 + 3 * 3);
}

void TestCommandsOutput::notANumberIsAWord()
{
    const auto json = printed({"evaluate", "-", "--at", "x=0,-1", "--format", "json"},
                              "x = input(-1, 1)\ny = 1 / x\nz = sqrt(x)\nv = y + 0 * z\n");
    const auto& nodes = json.at("variants").at(0).at("nodes");
    QVERIFY(nodes.at("y").at(0) == Json("inf"));
    QVERIFY(nodes.at("y").at(1) == Json(-1.0));
    QVERIFY(nodes.at("z").at(1) == Json("nan"));
}

void TestCommandsOutput::tablesShowEveryPoint()
{
    const auto values =
        Program{}.run(QStringList{"evaluate", "example:ioffe-at-the-end"} + questionRun.mid(0, 2));
    QCOMPARE(values.status, 0);
    const auto lines = values.output.split('\n');
    QCOMPARE(lines.at(2), QByteArray("no gates"));
    QCOMPARE(lines.at(3).simplified().split(' ').mid(0, 3), (QList<QByteArray>{"x", "value", "gradient"}));
    for (const auto& [line, x, gradient] : {std::tuple{4, "-2", "-1"}, {5, "-1", "-1"}, {6, "1", "1"}}) {
        const auto fields = lines.at(line).simplified().split(' ');
        QCOMPARE(fields.at(0), QByteArray(x));
        QCOMPARE(fields.at(2), QByteArray(gradient));
        QCOMPARE(lines.at(line).size(), lines.at(3).size());
    }
    const auto curves = Program{}.run({"sweep", "example:origin", "--points", "3", "--samples", "5"});
    QCOMPARE(curves.output.count('\n'), 1 + 3 * (1 + 1 + 1 + 3));
}

void TestCommandsOutput::pictureCarriesItsExperiment()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("figure.png");
    const QStringList options = {"--seed", "7", "--samples", "50", "--gate", "yu=clean", "--from", "-1"};
    QCOMPARE(Program{}.run(QStringList{"render", "example:origin", "-o", path} + options).status, 0);
    const QStringList asJson = {"--points", "11", "--format", "json"};
    const auto original = Program{}.run(QStringList{"sweep", "example:origin"} + options + asJson);
    const auto reopened = Program{}.run(QStringList{"sweep", path} + asJson);
    QVERIFY2(reopened.status == 0, reopened.errors);
    QVERIFY(!original.output.isEmpty());
    QCOMPARE(reopened.output, original.output);
}

void TestCommandsOutput::equalCallsGiveEqualBytes()
{
    for (const char* ending : {"png", "svg", "pdf"}) {
        const QTemporaryDir folder;
        QList<QByteArray> files;
        for (const char* name : {"first.", "second."}) {
            const auto path = folder.filePath(QString(name) + ending);
            QCOMPARE(Program{}.run({"render", "example:origin", "--samples", "20", "-o", path}).status, 0);
            files.push_back(contentsOf(path));
            QVERIFY(!files.back().isEmpty());
            QVERIFY(!files.back().contains(folder.path().toUtf8()));
        }
        QVERIFY2(files.front() == files.back(), ending);
    }
    const QStringList sweep = {"sweep", "example:noisy-layer", "--points", "20", "--format", "json"};
    QCOMPARE(Program{}.run(sweep).output, Program{}.run(sweep).output);
}

void TestCommandsOutput::pictureHasTheSizeAskedFor()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("figure.png");
    QCOMPARE(Program{}
                 .run({"render", "example:origin", "--samples", "20", "-o", path, "--width", "800",
                       "--height", "600", "--scale", "2", "--theme", "dark"})
                 .status,
             0);
    QCOMPARE(QImage(path).size(), QSize(1600, 1200));
}

void TestCommandsOutput::pictureIsWrittenWhollyOrNotAtAll()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("missing/figure.png");
    const auto outcome = Program{}.run({"render", "example:origin", "--samples", "20", "-o", path});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith(path.toUtf8() + ": error: "), outcome.errors);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCommandsOutput::withoutADisplayThereIsAPictureAndATable()
{
    const QTemporaryDir folder;
    const auto outcome = Program{folder.path(), {}}.run({});
    QVERIFY2(outcome.status == 0, outcome.errors);
    QVERIFY2(outcome.errors.contains("sluice.png"), outcome.errors);
    QCOMPARE(outcome.output, Program{}.run({"evaluate", "example:origin"}).output);
    QVERIFY(!QImage(folder.filePath("sluice.png")).isNull());
}

void TestCommandsOutput::examplesAreListed()
{
    const auto outcome = Program{}.run({"examples"});
    QCOMPARE(outcome.status, 0);
    const auto names = outcome.output.trimmed().split('\n');
    QCOMPARE(names.front(), QByteArray("origin"));
    for (const auto& name : names) {
        QCOMPARE(Program{}.run({"check", "example:" + QString::fromUtf8(name)}).status, 0);
    }
}

QTEST_GUILESS_MAIN(TestCommandsOutput)
#include "tst_commands_output.moc"
