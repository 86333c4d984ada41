// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/experiment/sample_paths.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <stop_token>

using namespace sluice;

namespace {

Experiment experimentOf(NoiseAlongSweep noise, Precision precision = Precision::float64)
{
    Experiment experiment;
    experiment.text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n";
    experiment.variants = {{"no gates", {}}, {"z=clean", {"z=clean"}}};
    experiment.points = 9;
    experiment.samples = 6;
    experiment.noise = noise;
    experiment.precision = precision;
    return experiment;
}

} // namespace

/// A path is the function of x that one draw of all noise makes.
class SamplePathsTest : public QObject
{
    Q_OBJECT

private slots:
    void slopeOfAPathIsItsDraw_data();
    void slopeOfAPathIsItsDraw();
    void firstPathIsWhatEvaluateComputes();
    void independentDrawsHaveNone();
    void noMoreThanThereAreSamples();
    void aStopLeavesNothing();
};

void SamplePathsTest::slopeOfAPathIsItsDraw_data()
{
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("double") << Precision::float64 << 1e-15;
    QTest::newRow("single") << Precision::float32 << 1e-6;
}

void SamplePathsTest::slopeOfAPathIsItsDraw()
{
    QFETCH(Precision, precision);
    QFETCH(double, tolerance);
    const Experiment experiment = experimentOf(NoiseAlongSweep::shared, precision);
    const Program program = read(experiment.text).program.value();
    const Computation computation(program, experiment);
    const auto points = computation.sweepPoints();
    const SamplePaths paths = computation.samplePaths(4).value();
    QCOMPARE(paths.variants.size(), std::size_t{2});
    const SamplePaths::OfVariant& noisy = paths.variants[0];
    QCOMPARE(noisy.value.size(), std::size_t{4});
    for (std::size_t path = 0; path < 4; ++path) {
        const double draw = noisy.gradient[path].front();
        QVERIFY(draw >= 0.9 && draw <= 1.1);
        QVERIFY(path == 0 || draw != noisy.gradient[0].front());
        for (std::size_t i = 0; i < points.size(); ++i) {
            QCOMPARE(noisy.gradient[path][i], draw);
            QVERIFY(std::abs(noisy.value[path][i] - points[i] * draw) <= 2.0 * tolerance);
            // The gate leaves the value and takes the noise from the gradient.
            QCOMPARE(paths.variants[1].value[path][i], noisy.value[path][i]);
            QCOMPARE(paths.variants[1].gradient[path][i], 1.0);
        }
    }
}

void SamplePathsTest::firstPathIsWhatEvaluateComputes()
{
    const Experiment experiment = experimentOf(NoiseAlongSweep::shared);
    const Program program = read(experiment.text).program.value();
    const Computation computation(program, experiment);
    const PointValues values = computation.evaluate(computation.sweepPoints());
    const SamplePaths paths = computation.samplePaths(1).value();
    QCOMPARE(paths.variants[0].value[0], values.variants[0].value);
    QCOMPARE(paths.variants[0].gradient[0], values.variants[0].gradient);
}

void SamplePathsTest::independentDrawsHaveNone()
{
    const Experiment experiment = experimentOf(NoiseAlongSweep::independent);
    const Program program = read(experiment.text).program.value();
    QVERIFY(!Computation(program, experiment).samplePaths(4));
}

void SamplePathsTest::noMoreThanThereAreSamples()
{
    const Experiment experiment = experimentOf(NoiseAlongSweep::shared);
    const Program program = read(experiment.text).program.value();
    const SamplePaths paths = Computation(program, experiment).samplePaths(100).value();
    QCOMPARE(paths.variants[0].value.size(), std::size_t{6});
}

void SamplePathsTest::aStopLeavesNothing()
{
    const Experiment experiment = experimentOf(NoiseAlongSweep::shared);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!Computation(read(experiment.text).program.value(), experiment).samplePaths(4, stop.get_token()));
}

QTEST_APPLESS_MAIN(SamplePathsTest)
#include "tst_sample_paths.moc"
