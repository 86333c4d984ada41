// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_reading.h"
#include "core/experiment/computation.h"
#include "tests/core/analysis/gated_experiment.h"

#include <QTest>

#include <cmath>

using namespace sluice;

namespace {

PointReading readingOf(const Experiment& experiment, double x, std::size_t point = 0)
{
    return readPoint(read(experiment.text).program.value(), experiment, x, point, 0).value();
}

} // namespace

/// At x = 1.5, a = 2, with E[u] = 1 and u between 0.9 and 1.1.
class PointReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void derivatives_data();
    void derivatives();
    void numbersAreOfThePrecision();
    void eachVariableHasItsGradient();
    void meansAreTheSweeps();
    void firstSampleIsWhatEvaluateComputes();
    void histogramsAreOfEveryVariant();
    void endsWhereItIsStopped();
};

void PointReadingTest::derivatives_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("gates");
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<double>("gradient");
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("tolerance");
    const auto x = QStringLiteral("x = input(-2, 2)\n");
    const auto u = QStringLiteral("u = uniform(0.9, 1.1)\n");
    const QStringList none;
    constexpr auto f64 = Precision::float64;
    QTest::newRow("smooth: both are 3x²") << x + "z = x**3\n" << none << f64 << 6.75 << 6.75 << 1e-8;
    QTest::newRow("single precision") << x + "z = x**3\n"
                                      << none << Precision::float32 << 6.75 << 6.75 << 1e-3;
    QTest::newRow("a stopped gradient bends no difference") << x + "z = stop_gradient(x**2)\n"
                                                            << none << f64 << 0.0 << 3.0 << 1e-8;
    QTest::newRow("straight through a step") << x + "z = x + stop_gradient(sign(x) - x)\n"
                                             << none << f64 << 1.0 << 0.0 << 1e-8;
    QTest::newRow("a surrogate") << x + "z = surrogate(sign(x), tanh(x))\n"
                                 << none << f64 << 1.0 - std::tanh(1.5) * std::tanh(1.5) << 0.0 << 1e-8;
    QTest::newRow("a gate bends no difference") << x + u + "z = x**2*u\n"
                                                << QStringList{"z=clean"} << f64 << 3.0 << 3.0 << 0.03;
    QTest::newRow("a gate that stops") << x + u + "z = x**2*u\n"
                                       << QStringList{"z=stop"} << f64 << 0.0 << 3.0 << 0.03;
}

void PointReadingTest::derivatives()
{
    QFETCH(QString, text);
    QFETCH(QStringList, gates);
    QFETCH(Precision, precision);
    QFETCH(double, gradient);
    QFETCH(double, difference);
    QFETCH(double, tolerance);
    Experiment experiment = gatedExperiment(text, gates);
    experiment.precision = precision;
    const PointReading reading = readingOf(experiment, 1.5);
    const VariableReading& x = reading.variables.front();
    QCOMPARE(x.name, std::string("x"));
    QCOMPARE(x.at, 1.5);
    QVERIFY(std::abs(x.gradient.mean - gradient) <= tolerance);
    QVERIFY(std::abs(x.difference.value - difference) <= tolerance);
}

void PointReadingTest::numbersAreOfThePrecision()
{
    Experiment experiment = gatedExperiment(QStringLiteral("x = input(-2, 2)\nz = x/3\n"));
    QCOMPARE(readingOf(experiment, 1.5).variables.front().gradient.mean, 1.0 / 3.0);
    experiment.precision = Precision::float32;
    QCOMPARE(readingOf(experiment, 1.5).variables.front().gradient.mean, static_cast<double>(1.0F / 3.0F));
}

void PointReadingTest::eachVariableHasItsGradient()
{
    const Experiment experiment =
        gatedExperiment(QStringLiteral("x = input(-2, 2)\ny = input(0, 4)\na = 2\nu = uniform(0.9, 1.1)\n"
                                       "z = a*x**2*u + y\n"));
    const PointReading reading = readingOf(experiment, 1.5);
    QCOMPARE(reading.variables.size(), std::size_t{3});
    const VariableReading& x = reading.variables[0];
    const VariableReading& y = reading.variables[1];
    const VariableReading& a = reading.variables[2];
    // By x: 2·a·x·u = 6u, by y: 1, by a: x²·u = 2.25u, of the same u.
    QVERIFY(std::abs(x.sampleGradient / 6.0 - a.sampleGradient / 2.25) < 1e-14);
    QVERIFY(std::abs(x.gradient.mean / 6.0 - 1.0) < 0.02);
    QCOMPARE(y.gradient.mean, 1.0);
    QCOMPARE(y.gradient.stddev, 0.0);
    QCOMPARE(y.at, 2.0);
    QCOMPARE(a.at, 2.0);
    for (const VariableReading& each : reading.variables) {
        // A smooth value's difference on the same draw is its gradient.
        QVERIFY(std::abs(each.sampleDifference - each.sampleGradient) < 1e-7);
        QVERIFY(std::abs(each.difference.value - each.gradient.mean) < 1e-7);
    }
}

void PointReadingTest::meansAreTheSweeps()
{
    const Experiment experiment =
        gatedExperiment(QStringLiteral("x = input(-2, 2)\na = 2\nu = normal(1, 0.1)\nz = a*x**3*u\n"));
    const Program program = read(experiment.text).program.value();
    const Curves curves = Computation(program, experiment).sweep({}).value();
    for (std::size_t point = 0; point < curves.x.size(); ++point) {
        const PointReading reading = readingOf(experiment, curves.x[point], point);
        const VariantCurves& variant = curves.variants.front();
        QCOMPARE(reading.variants.front().value.mean, variant.value.mean[point]);
        QCOMPARE(reading.variants.front().gradient.stddev, variant.gradient.stddev[point]);
        QCOMPARE(reading.variables.front().gradient.mean, variant.gradient.mean[point]);
    }
}

void PointReadingTest::firstSampleIsWhatEvaluateComputes()
{
    const Experiment experiment =
        gatedExperiment(QStringLiteral("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = sin(x)*u\n"));
    const Program program = read(experiment.text).program.value();
    const double at = 0.5;
    const PointValues values = Computation(program, experiment).evaluate(std::span(&at, 1));
    QCOMPARE(readingOf(experiment, at).variables.front().sampleGradient,
             values.variants.front().gradient.front());
}

void PointReadingTest::histogramsAreOfEveryVariant()
{
    Experiment experiment =
        gatedExperiment(QStringLiteral("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n"));
    experiment.variants.push_back({"z=clean", {"z=clean"}});
    const PointReading reading = readingOf(experiment, 1.0);
    QCOMPARE(reading.gradient.size(), std::size_t{2});
    QVERIFY(!reading.gradient[0].constant);
    QCOMPARE(reading.gradient[1].constant, std::optional(1.0));
    QCOMPARE(reading.value[0], reading.value[1]);
}

void PointReadingTest::endsWhereItIsStopped()
{
    std::stop_source source;
    source.request_stop();
    const Experiment experiment = gatedExperiment(QStringLiteral("x = input(-2, 2)\nz = x\n"));
    QVERIFY(!readPoint(read(experiment.text).program.value(), experiment, 1.0, 0, 0, source.get_token()));
}

QTEST_APPLESS_MAIN(PointReadingTest)
#include "tst_point_reading.moc"
