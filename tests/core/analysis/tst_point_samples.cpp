// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_samples.h"
#include "core/experiment/computation.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace sluice;

namespace {

Experiment experimentOf(const char* text)
{
    Experiment experiment;
    experiment.text = text;
    experiment.points = 5;
    experiment.samples = 200;
    return experiment;
}

double meanOf(const std::vector<double>& samples)
{
    return std::accumulate(samples.begin(), samples.end(), 0.0) / static_cast<double>(samples.size());
}

} // namespace

/// The samples of one point are those that the sweep has there.
class PointSamplesTest : public QObject
{
    Q_OBJECT

private slots:
    void meansAreTheSweeps_data();
    void meansAreTheSweeps();
    void firstSampleIsWhatEvaluateComputes();
    void valueMayBeItsOwnGradient();
};

void PointSamplesTest::meansAreTheSweeps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Precision>("precision");
    QTest::newRow("noisy") << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x**3*u\n" << Precision::float64;
    QTest::newRow("float32") << "x = input(-2, 2)\nu = normal(1, 0.1)\nz = x**3*u\n" << Precision::float32;
    QTest::newRow("without noise") << "x = input(-2, 2)\nz = sin(x)\n" << Precision::float64;
}

void PointSamplesTest::meansAreTheSweeps()
{
    QFETCH(QString, text);
    QFETCH(Precision, precision);
    Experiment experiment = experimentOf(text.toUtf8().constData());
    experiment.precision = precision;
    const Program program = read(experiment.text).program.value();
    const Curves curves = Computation(program, experiment).sweep({}).value();
    for (std::size_t point = 0; point < curves.x.size(); ++point) {
        const PointSamples samples = samplesAt(program, experiment, curves.x[point], point);
        QCOMPARE(samples.value.size(), experiment.samples);
        const VariantCurves& variant = curves.variants[0];
        QVERIFY(std::abs(meanOf(samples.value) - variant.value.mean[point]) < 1e-12);
        QVERIFY(std::abs(meanOf(samples.gradient) - variant.gradient.mean[point]) < 1e-12);
    }
}

void PointSamplesTest::firstSampleIsWhatEvaluateComputes()
{
    const Experiment experiment = experimentOf("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x**2*u\n");
    const Program program = read(experiment.text).program.value();
    const std::vector<double> at{-1.0, 0.5, 2.0};
    const PointValues values = Computation(program, experiment).evaluate(at);
    for (std::size_t point = 0; point < at.size(); ++point) {
        const PointSamples samples = samplesAt(program, experiment, at[point], point);
        QCOMPARE(samples.value[0], values.variants[0].value[point]);
        QCOMPARE(samples.gradient[0], values.variants[0].gradient[point]);
    }
}

void PointSamplesTest::valueMayBeItsOwnGradient()
{
    // Both are exp(x), computed once.
    const Experiment experiment = experimentOf("x = input(-2, 2)\nz = exp(x)\n");
    const Program program = read(experiment.text).program.value();
    const PointSamples samples = samplesAt(program, experiment, 1.0, 0);
    QCOMPARE(samples.value, samples.gradient);
    QCOMPARE(samples.value[0], std::exp(1.0));
}

QTEST_APPLESS_MAIN(PointSamplesTest)
#include "tst_point_samples.moc"
