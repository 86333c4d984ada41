// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/code.h"
#include "core/code/keras_training.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sluice;

namespace {

QString fileOf(const char* text, std::vector<std::string> gates, Precision precision = Precision::float64)
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {Variant{nameOfGates(gates), std::move(gates)}};
    experiment.precision = precision;
    const CodeRequest request{.target = CodeTarget::keras};
    return QString::fromStdString(codeOf(read(experiment.text).program.value(), experiment, request));
}

/// What stands between a function's description and the next definition.
QString bodyOf(const QString& file, const QString& function)
{
    const qsizetype start = file.indexOf("\ndef " + function + "(");
    const qsizetype body = file.indexOf("\"\"\"\n", start) + 4;
    return start < 0 ? QString() : file.mid(body, file.indexOf("\n\n", body) - body);
}

QString packageOf(const QString& file)
{
    const qsizetype start = file.indexOf("package=\"sluice_");
    return file.mid(start, file.indexOf(')', start) - start);
}

constexpr auto origin = "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n";

} // namespace

/// Files for Keras; tests/frameworks executes them and trains with their layers.
class TestKerasCode : public QObject
{
    Q_OBJECT

private slots:
    void noiseFreeValue_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("gate");
        QTest::addColumn<QString>("body");
        const auto add = [](const char* name, const char* text, const char* gate, const char* body) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(gate) << QString(body);
        };
        constexpr auto line = "x = input()\nn = normal(0, 1)\nz = x + n\n";
        constexpr auto counterpart = "    z_clean = x + 0.0\n    return z_clean";
        add("without gates", line, "", counterpart);
        add("the gate is on the output", line, "z=clean", counterpart);
        add("the gate is before it", line, "n=clean", counterpart);
        add("the output is stopped", line, "z=stop",
            "    z_clean = x + 0.0\n    return ops.stop_gradient(z_clean)");
        add("a value to take instead", "x = input()\nb = 0.3\nn = normal(0, 1, nominal=b)\nz = x + n\n", "",
            "    b = ops.convert_to_tensor(parameters[\"b\"], x.dtype)\n    z_clean = x + b\n    return "
            "z_clean");
        add("no noise", "x = input()\nz = 2*x\n", "", "    z = 2.0 * x\n    return z");
    }
    void noiseFreeValue()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, gate);
        std::vector<std::string> gates;
        if (!gate.isEmpty())
            gates.push_back(gate.toStdString());
        QTEST(bodyOf(fileOf(text, gates), "noise_free_value"), "body");
    }

    void parametersOfNominalValuesAreKnown()
    {
        const QString file = fileOf("x = input()\nb = 0.3\nn = normal(0, 1, nominal=b)\nz = x + n\n", {});
        QVERIFY(file.contains("PARAMETERS = {\"b\": 0.3}\n"));
    }

    void drawsOnlyWhatIsNeeded()
    {
        QVERIFY(bodyOf(fileOf(origin, {"z=clean"}), "draw").contains("\"u\": keras.random.uniform("));
        const QString unused = "x = input()\nu = uniform(0, 1)\nz = 2*x\n";
        QVERIFY(!fileOf(unused.toUtf8().constData(), {}).contains("\"u\": "));
    }

    void packagesTellLayersApart()
    {
        const QString one = packageOf(fileOf(origin, {"z=clean"}));
        QCOMPARE(packageOf(fileOf(origin, {"z=clean"})), one);
        QVERIFY(packageOf(fileOf(origin, {"yu=clean"})) != one);
        QVERIFY(packageOf(fileOf("x = input()\nz = 2*x\n", {})) != one);
    }

    void precision()
    {
        const QString onTensorflow = "DTYPE = \"float64\" if keras.backend.backend() == \"tensorflow\"";
        QVERIFY(fileOf(origin, {}, Precision::float64).contains(onTensorflow));
        QVERIFY(fileOf(origin, {}, Precision::float32).contains("\nDTYPE = \"float32\"\n"));
    }

    void isWhole()
    {
        const QString file = fileOf(origin, {"z=clean"});
        QVERIFY(file.contains(QString::fromUtf8(kerasTraining().data(), qsizetype(kerasTraining().size()))));
        for (const char* place :
             {"@HEAD@", "@BODY@", "@TRAINING@", "@DRAWS@", "@PACKAGE@", "@SEED@", "@PRECISION@"})
            QVERIFY2(!file.contains(place), place);
        for (const QString& line : file.split('\n'))
            QVERIFY2(line.size() <= 120, qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(TestKerasCode)
#include "tst_keras_code.moc"
