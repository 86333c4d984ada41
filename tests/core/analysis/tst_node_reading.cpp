// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/node_reading.h"
#include "tests/core/analysis/gated_experiment.h"

#include <QTest>

#include <cmath>

using namespace sluice;

namespace {

constexpr auto originText = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nyu = y * u\nz = sqrt(yu)\n";

std::optional<NodeReading> readingOf(const Experiment& experiment, const QString& node, double x)
{
    return readNode(read(experiment.text).program.value(), experiment, 0, node.toStdString(), x, 3);
}

/// The mean of u^power for u between 0.9 and 1.1.
double meanOfPower(double power)
{
    if (power == -1.0) {
        return std::log(1.1 / 0.9) / 0.2;
    }
    return (std::pow(1.1, power + 1.0) - std::pow(0.9, power + 1.0)) / (power + 1.0) / 0.2;
}

double deviationOfPower(double power)
{
    return std::sqrt(meanOfPower(2.0 * power) - std::pow(meanOfPower(power), 2.0));
}

void compare(const Summary& summary, double mean, double deviation)
{
    // Five standard errors; where there is no noise, exactly.
    const auto isNear = [](double value, double expected, double error) {
        return std::abs(value - expected) <= 5.0 * error + 1e-12;
    };
    QVERIFY2(isNear(summary.mean, mean, summary.meanError), qPrintable(QString::number(summary.mean)));
    QVERIFY2(isNear(summary.stddev, deviation, summary.stddevError),
             qPrintable(QString::number(summary.stddev)));
}

} // namespace

class NodeReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void origin_data();
    void origin();
    void disconnected_data();
    void disconnected();
    void notFinite();
    void hasTheExpressionOfTheText();
    void sumsWhatItsUsesSendBack();
    void readsTheVariantAskedFor();
    void endsWithoutAnAnswer();
};

/// At x = 1: y = 1, yu = u, z = √u.
void NodeReadingTest::origin_data()
{
    QTest::addColumn<QStringList>("gates");
    QTest::addColumn<QString>("node");
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("valueDeviation");
    QTest::addColumn<double>("upstream");
    QTest::addColumn<double>("upstreamDeviation");
    const QStringList none;
    constexpr auto f64 = Precision::float64;
    const double u = meanOfPower(1.0);
    const double uSd = deviationOfPower(1.0);
    const double halfInverseRoot = meanOfPower(-0.5) / 2.0;
    const double halfInverseRootSd = deviationOfPower(-0.5) / 2.0;
    QTest::newRow("yu: 1/(2√yu)") << none << "yu" << f64 << u << uSd << halfInverseRoot << halfInverseRootSd;
    QTest::newRow("u: y/(2√yu)") << none << "u" << f64 << u << uSd << halfInverseRoot << halfInverseRootSd;
    QTest::newRow("y: u/(2√yu)") << none << "y" << f64 << 1.0 << 0.0 << meanOfPower(0.5) / 2.0
                                 << deviationOfPower(0.5) / 2.0;
    QTest::newRow("x: √u") << none << "x" << f64 << 1.0 << 0.0 << meanOfPower(0.5) << deviationOfPower(0.5);
    QTest::newRow("the output: 1") << none << "z" << f64 << meanOfPower(0.5) << deviationOfPower(0.5) << 1.0
                                   << 0.0;
    QTest::newRow("the value passes a stop")
        << QStringList{"y->yu=stop"} << "yu" << f64 << u << uSd << halfInverseRoot << halfInverseRootSd;
    QTest::newRow("clean at the node: its square root still reads u")
        << QStringList{"yu=clean"} << "yu" << f64 << u << uSd << halfInverseRoot << halfInverseRootSd;
    QTest::newRow("clean behind it: 1/(2√y)")
        << QStringList{"z=clean"} << "yu" << f64 << u << uSd << 0.5 << 0.0;
    QTest::newRow("single precision")
        << none << "z" << Precision::float32 << meanOfPower(0.5) << deviationOfPower(0.5) << 1.0 << 0.0;
}

void NodeReadingTest::origin()
{
    QFETCH(QStringList, gates);
    QFETCH(QString, node);
    QFETCH(Precision, precision);
    Experiment experiment = gatedExperiment(originText, gates);
    experiment.precision = precision;
    const auto reading = readingOf(experiment, node, 1.0);
    QVERIFY(reading.has_value());
    QVERIFY(!reading->isDisconnected);
    QCOMPARE(reading->input, std::string("x"));
    QCOMPARE(reading->output, std::string("z"));
    QCOMPARE(reading->at, 1.0);
    QFETCH(double, value);
    QFETCH(double, valueDeviation);
    compare(reading->value, value, valueDeviation);
    QFETCH(double, upstream);
    QFETCH(double, upstreamDeviation);
    compare(reading->upstream, upstream, upstreamDeviation);
}

void NodeReadingTest::disconnected_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("gates");
    QTest::addColumn<QString>("node");
    QTest::newRow("behind a stop") << originText << QStringList{"z=stop"} << "yu";
    QTest::newRow("at a stop") << originText << QStringList{"yu=stop"} << "yu";
    QTest::newRow("the text's own stop") << "x = input(-2, 2)\nz = stop_gradient(x)\n"
                                         << QStringList{} << "x";
    QTest::newRow("a source that only the forward pass reads") << originText << QStringList{"z=clean"} << "u";
    QTest::newRow("not used") << "x = input(-2, 2)\nu = normal(0, 1)\nz = x\n" << QStringList{} << "u";
}

void NodeReadingTest::disconnected()
{
    QFETCH(QString, text);
    QFETCH(QStringList, gates);
    QFETCH(QString, node);
    const auto reading = readingOf(gatedExperiment(text, gates), node, 1.0);
    QVERIFY(reading.has_value());
    QVERIFY(reading->isDisconnected);
    QCOMPARE(reading->upstream.mean, 0.0);
}

/// The square root's slope is infinite at 0, and 0 times that is NaN.
void NodeReadingTest::notFinite()
{
    const auto yu = readingOf(gatedExperiment(originText), "yu", 0.0);
    QCOMPARE(yu->value.mean, 0.0);
    QCOMPARE(yu->upstream.infFraction, 1.0);
    QVERIFY(!yu->isDisconnected);
    const auto x = readingOf(gatedExperiment(originText), "x", 0.0);
    QCOMPARE(x->upstream.nanFraction, 1.0);
}

void NodeReadingTest::hasTheExpressionOfTheText()
{
    QCOMPARE(readingOf(gatedExperiment(originText), "yu", 1.0)->expression, std::string("y * u"));
    QCOMPARE(readingOf(gatedExperiment(originText), "u", 1.0)->expression, std::string("uniform(0.9, 1.1)"));
    const auto inside = gatedExperiment("x = input(-2, 2)\nz = sqrt(x**2 + 1)\n");
    QCOMPARE(readingOf(inside, "z.add", 2.0)->expression, std::string("x**2 + 1"));
    QCOMPARE(readingOf(inside, "z.add", 2.0)->value.mean, 5.0);
}

void NodeReadingTest::sumsWhatItsUsesSendBack()
{
    // z = y³ + 2y by y at y = 3: 27 + 2.
    const auto reading = readingOf(gatedExperiment("x = input(-2, 2)\ny = 3*x\nz = y**3 + 2*y\n"), "y", 1.0);
    QCOMPARE(reading->upstream.mean, 29.0);
    QCOMPARE(reading->upstream.stddev, 0.0);
}

void NodeReadingTest::readsTheVariantAskedFor()
{
    Experiment experiment = gatedExperiment(originText);
    experiment.variants.push_back({"z=clean", {"z=clean"}});
    const Program program = read(experiment.text).program.value();
    QVERIFY(readNode(program, experiment, 0, "yu", 1.0, 3)->upstream.stddev > 0.0);
    QCOMPARE(readNode(program, experiment, 1, "yu", 1.0, 3)->upstream.stddev, 0.0);
}

void NodeReadingTest::endsWithoutAnAnswer()
{
    const Experiment experiment = gatedExperiment(originText);
    QVERIFY(!readingOf(experiment, "nothing", 1.0));
    std::stop_source source;
    source.request_stop();
    QVERIFY(
        !readNode(read(experiment.text).program.value(), experiment, 0, "yu", 1.0, 3, source.get_token()));
}

QTEST_APPLESS_MAIN(NodeReadingTest)
#include "tst_node_reading.moc"
