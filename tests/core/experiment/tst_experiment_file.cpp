// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/embedded_examples.h"
#include "core/experiment/examples.h"
#include "core/experiment/experiment_file.h"
#include "core/language/program.h"

#include <QTest>

#include <limits>

using namespace sluice;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Differs from a new experiment in every member.
Experiment everythingChanged()
{
    Experiment experiment;
    experiment.text = "x = input(-1, 1)\r\ny = \"\\\"\u00E9\u221A\U0001F600\"\n\n";
    experiment.variants = {{"no gates", {}},
                           {"both \"gates\"", {"yu=clean", "y->z.mul[1]=stop"}},
                           {"own text", {}, "x = input(0, 1)\nz = x\n"}};
    experiment.from = -0.1;
    experiment.to = 1.0 / 3.0;
    experiment.points = 7;
    experiment.samples = 1'000'000;
    experiment.seed = std::numeric_limits<std::uint64_t>::max();
    experiment.noise = NoiseAlongSweep::shared;
    experiment.semantics = Framework::jax;
    experiment.precision = Precision::float32;
    experiment.output = "y";
    experiment.withRespectTo = "x";
    experiment.settings = {{"a", 5e-324}, {"b", -std::numeric_limits<double>::infinity()}};
    experiment.differenceStep = 1e-5;
    return experiment;
}

} // namespace

class TestExperimentFile : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void readsTheViewItWrote_data();
    void readsTheViewItWrote();
    void theUsualViewIsLeftOut();
    void colorsAreCountedFromOne();
    void writesAsciiOnly();
    void aVariantWithoutTextHasNoKeyForIt();
    void writesTheSameTextForTheSameExperiment();
    void settingsLeftOutKeepTheirDefaults();
    void textMayBeOneString();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void refusesDeepNesting();
    void refusesHugeFiles();
    void examplesAreCanonicalAndReadable_data();
    void examplesAreCanonicalAndReadable();
    void theFirstExampleIsOrigin();
    void thereIsNoOtherExample();
};

void TestExperimentFile::readsWhatItWrote_data()
{
    QTest::addColumn<Experiment>("experiment");
    QTest::newRow("new") << Experiment{};
    QTest::newRow("everything changed") << everythingChanged();
    Experiment withoutVariants;
    withoutVariants.variants.clear();
    QTest::newRow("no variants") << withoutVariants;
    Experiment withEmptyText;
    withEmptyText.variants = {{"empty", {}, ""}, {"none", {}}};
    QTest::newRow("a variant's text that is empty") << withEmptyText;
    for (const char* lines : {"", "\n", "a", "a\n", "\n\n", "a\rb\r\nc"}) {
        Experiment experiment;
        experiment.text = lines;
        QTest::addRow("text \"%s\"", lines) << experiment;
    }
}

void TestExperimentFile::readsWhatItWrote()
{
    QFETCH(const Experiment, experiment);
    QVERIFY(experimentFromJson(toJson(experiment)) == experiment);
}

void TestExperimentFile::readsTheViewItWrote_data()
{
    QTest::addColumn<ExperimentView>("view");
    QTest::newRow("usual") << ExperimentView{};
    QTest::newRow("another is selected") << ExperimentView{.selected = 1};
    QTest::newRow("one is hidden") << ExperimentView{.hidden = {0}};
    QTest::newRow("other layers") << ExperimentView{
        .plots = {.bands = false, .paths = true, .difference = true}};
    QTest::newRow("no layer") << ExperimentView{.plots = {.bands = false, .mean = false, .noiseFree = false}};
    QTest::newRow("the bias against another target")
        << ExperimentView{.plots = {.reading = GradientReading::bias, .target = GradientTarget::pathwise}};
    QTest::newRow("both") << ExperimentView{.selected = 2, .hidden = {0, 2}};
}

void TestExperimentFile::readsTheViewItWrote()
{
    QFETCH(const ExperimentView, view);
    Experiment experiment;
    experiment.variants = {{"a", {}}, {"b", {"y=stop"}}, {"c", {}}};
    const auto file = experimentFileFromJson(toJson(experiment, view));
    QVERIFY(file.view == view);
    QVERIFY(file.experiment == experiment);
}

void TestExperimentFile::theUsualViewIsLeftOut()
{
    const auto json = toJson(everythingChanged(), ExperimentView{});
    QVERIFY(json.find("color") == std::string::npos);
    QVERIFY(json.find("selected") == std::string::npos && json.find("hidden") == std::string::npos &&
            json.find("plots") == std::string::npos);
    QCOMPARE(text(toJson(everythingChanged())), text(json));
}

void TestExperimentFile::colorsAreCountedFromOne()
{
    Experiment experiment;
    experiment.variants = {{.name = "a", .gates = {}, .color = 5}, {.name = "b", .gates = {}}};
    const std::string json = toJson(experiment);
    QVERIFY(json.find("\"color\": 6") != std::string::npos);
    QVERIFY(experimentFromJson(json) == experiment);
}

void TestExperimentFile::writesAsciiOnly()
{
    for (const char character : toJson(everythingChanged()))
        QVERIFY(character == '\n' || (character >= ' ' && character <= '~'));
}

void TestExperimentFile::aVariantWithoutTextHasNoKeyForIt()
{
    Experiment experiment;
    experiment.variants = {{"a", {}}, {"b", {}}};
    const auto keys = [&] { return text(toJson(experiment)).count("\"text\""); };
    QCOMPARE(keys(), 1);
    experiment.variants[1].text = "x = input(0, 1)";
    QCOMPARE(keys(), 2);
}

void TestExperimentFile::writesTheSameTextForTheSameExperiment()
{
    QCOMPARE(toJson(everythingChanged()), toJson(experimentFromJson(toJson(everythingChanged()))));
}

void TestExperimentFile::settingsLeftOutKeepTheirDefaults()
{
    Experiment expected;
    expected.text = "x = input(0, 1)";
    QVERIFY(experimentFromJson(R"json({"sluice": 1, "text": ["x = input(0, 1)"]})json") == expected);
}

void TestExperimentFile::textMayBeOneString()
{
    QCOMPARE(
        experimentFromJson(R"({"sluice": 1, "text": "", "variants": [{"text": "a\nb"}]})").variants[0].text,
        std::optional<std::string>("a\nb"));
    QCOMPARE(experimentFromJson(R"({"sluice": 1, "text": "a\nb"})").text, std::string("a\nb"));
}

void TestExperimentFile::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto add = [](const char* name, const char* json, const char* message) {
        QTest::newRow(name) << QByteArray(json) << QString(message);
    };
    add("nothing", "", "line 1, column 1");
    add("cut off", "{\"sluice\": 1,\n \"text\": [", "line 2, column 11: the file ends too early");
    add("a comma too many", "{\"sluice\": 1,\n \"text\": \"\",\n}", "line 3, column 1");
    add("not UTF-8", "{\"sluice\": 1, \"text\": \"\xFF\"}", "line 1, column 24");
    add("text after the end", "{\"sluice\": 1, \"text\": \"\"} x", "line 1, column 27");
    add("a list", "[]", "a JSON object, not a list");
    add("no version", R"({"text": ""})", "\"sluice\"");
    add("a later version", R"({"sluice": 2, "text": ""})", "version of the file format is 2");
    add("no text", R"({"sluice": 1})", "\"text\"");
    add("text is a number", R"({"sluice": 1, "text": 3})", "\"text\" must be a string, not 3");
    add("a line is a list", R"({"sluice": 1, "text": [[]]})", "\"text\" must be a string, not a list");
    add("unknown key", R"({"sluice": 1, "text": "", "colour": "red"})", "unknown key \"colour\"");
    for (const char* color : {"0", "7", "1.5", "-1", "\"red\""})
        add(color,
            (R"({"sluice": 1, "text": "", "variants": [{"color": )" + std::string(color) + "}]}").c_str(),
            "\"color\" must be a whole number from 1 to 6");
    add("unknown key of a variant", R"({"sluice": 1, "text": "", "variants": [{"nam": ""}]})", "\"nam\"");
    add("selected is a number", R"({"sluice": 1, "text": "", "variants": [{"selected": 1}]})",
        "\"selected\" must be true or false, not 1");
    add("hidden is a word", R"({"sluice": 1, "text": "", "variants": [{"hidden": "yes"}]})",
        "\"hidden\" must be true or false");
    add("two are selected",
        R"({"sluice": 1, "text": "", "variants": [{"selected": true}, {"selected": true}]})",
        "two variants are \"selected\"");
    add("plots is a list", R"({"sluice": 1, "text": "", "plots": []})", "\"plots\" must be an object");
    add("unknown key of the plots", R"({"sluice": 1, "text": "", "plots": {"upper": 1}})", "\"upper\"");
    add("unknown layer", R"({"sluice": 1, "text": "", "plots": {"layers": ["bends"]}})", "\"bends\"");
    add("layers is a word", R"({"sluice": 1, "text": "", "plots": {"layers": "mean"}})",
        "\"layers\" must be a list");
    add("unknown reading", R"({"sluice": 1, "text": "", "plots": {"lower": "variance"}})", "\"variance\"");
    add("unknown target", R"({"sluice": 1, "text": "", "plots": {"target": 3}})", "\"target\"");
    add("variants is an object", R"({"sluice": 1, "text": "", "variants": {}})",
        "\"variants\" must be a list");
    add("a gate is a number", R"({"sluice": 1, "text": "", "variants": [{"gates": [1]}]})", "\"gates\"");
    add("a variant's text is a number", R"({"sluice": 1, "text": "", "variants": [{"text": 1}]})",
        "\"text\" must be a string, not 1");
    add("a line of a variant's text is a list",
        R"({"sluice": 1, "text": "", "variants": [{"text": ["x = 1", []]}]})",
        "\"text\" must be a string, not a list");
    add("a variant's text is nothing", R"({"sluice": 1, "text": "", "variants": [{"text": null}]})",
        "\"text\" must be a string, not null");
    add("no points", R"({"sluice": 1, "text": "", "points": 0})", "from 1, not 0");
    add("half a sample", R"({"sluice": 1, "text": "", "samples": 1.5})", "\"samples\"");
    add("negative seed", R"({"sluice": 1, "text": "", "seed": -1})", "\"seed\"");
    add("seed of 65 bits", R"({"sluice": 1, "text": "", "seed": 18446744073709551616})", "\"seed\"");
    add("infinite bound", R"({"sluice": 1, "text": "", "from": "inf"})", "finite");
    add("a number out of range", R"({"sluice": 1, "text": "", "from": 1e999})", "a number is out of range");
    add("unknown noise", R"({"sluice": 1, "text": "", "noise": "both"})", R"("independent" or "shared")");
    add("unknown semantics", R"({"sluice": 1, "text": "", "semantics": "theano"})", "\"tensorflow\"");
    add("unknown precision", R"({"sluice": 1, "text": "", "precision": 64})", "\"float64\"");
    add("a setting is a word", R"({"sluice": 1, "text": "", "settings": {"a": "b"}})",
        "\"a\" must be a number");
    add("step of 0", R"({"sluice": 1, "text": "", "difference step": 0})", "greater than 0");
}

void TestExperimentFile::refusesBrokenFiles()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);
    try {
        static_cast<void>(experimentFromJson({json.data(), static_cast<std::size_t>(json.size())}));
    } catch (const ExperimentFileError& error) {
        QVERIFY2(text(error.what()).contains(message), error.what());
        return;
    }
    QFAIL("it was read");
}

void TestExperimentFile::refusesDeepNesting()
{
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError,
                             static_cast<void>(experimentFromJson(std::string(1'000'000, '['))));
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, static_cast<void>(experimentFromJson(objects)));
}

void TestExperimentFile::refusesHugeFiles()
{
    const std::string json = R"({"sluice": 1, "text": ""})";
    QVERIFY(experimentFromJson(json + std::string(16 * 1024 * 1024 - json.size(), ' ')) == Experiment{});
    QVERIFY_THROWS_EXCEPTION(
        ExperimentFileError,
        static_cast<void>(experimentFromJson(json + std::string(16 * 1024 * 1024 + 1 - json.size(), ' '))));
}

void TestExperimentFile::examplesAreCanonicalAndReadable_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& name : exampleNames())
        QTest::newRow(name.c_str()) << text(name);
}

void TestExperimentFile::examplesAreCanonicalAndReadable()
{
    QFETCH(const QString, name);
    const auto experiment = example(name.toStdString());
    QVERIFY(experiment);
    for (const auto& embedded : embeddedExamples()) {
        if (embedded.name == name.toStdString())
            QCOMPARE(text(toJson(*experiment)), text(embedded.json));
    }
    const auto reading = read(experiment->text);
    for (const auto& diagnostic : reading.diagnostics)
        QVERIFY2(diagnostic.severity != Severity::error, inEnglish(diagnostic.message).c_str());
    QVERIFY(reading.program);
}

void TestExperimentFile::theFirstExampleIsOrigin()
{
    QCOMPARE(exampleNames().front(), std::string("origin"));
    const std::vector<Variant> variants = {
        {"no gates", {}}, {"yu=clean", {"yu=clean"}}, {"z=clean", {"z=clean"}}};
    QVERIFY(example("origin")->variants == variants);
}

void TestExperimentFile::thereIsNoOtherExample()
{
    QVERIFY(!example("no such example"));
}

QTEST_APPLESS_MAIN(TestExperimentFile)
#include "tst_experiment_file.moc"
