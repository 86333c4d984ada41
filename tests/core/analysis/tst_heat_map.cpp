// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/heat_map.h"
#include "core/experiment/computation.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace sluice;

namespace {

/// E[u] = 1, and a standard deviation of 0.2/√12.
constexpr auto text = "x = input(-2, 2)\na = 2\nb = 1\nu = uniform(0.9, 1.1)\nw = a*x**2*u\nz = w + b*x\n";
const double deviationOfU = 0.2 / std::sqrt(12.0);

HeatMap mapOf(HeatMapRequest request, const std::string& of = text, Variant variant = {"no gates", {}},
              Precision precision = Precision::float64)
{
    Experiment experiment;
    experiment.text = of;
    experiment.variants = {std::move(variant)};
    experiment.samples = 500;
    experiment.precision = precision;
    request.samples = 500;
    return heatMapOf(read(of).program.value(), experiment, request).value();
}

HeatMapRequest overXAndA(HeatMapQuantity quantity = HeatMapQuantity::gradient)
{
    return {.across = {.name = "x", .from = 0.5, .to = 2.5, .cells = 4},
            .up = {.name = "a", .from = 1.0, .to = 4.0, .cells = 3},
            .quantity = quantity};
}

} // namespace

/// z = a·x²·u + b·x has the gradient 2·a·x·u + b by x.
class HeatMapTest : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreWhereTheyAre();
    void gradientOverBothNames_data();
    void gradientOverBothNames();
    void deviationOverBothNames();
    void biasAgainstTargets_data();
    void biasAgainstTargets();
    void overNamesThatAreNotSwept();
    void usualAxes_data();
    void usualAxes();
    void unknownNameIsAnError();
    void endsWhereItIsStopped();
};

void HeatMapTest::cellsAreWhereTheyAre()
{
    const HeatMapRequest request = overXAndA();
    QCOMPARE(request.across.at(0), 0.75);
    QCOMPARE(request.across.at(3), 2.25);
    QCOMPARE(request.up.at(1), 2.5);
}

void HeatMapTest::gradientOverBothNames_data()
{
    QTest::addColumn<Precision>("precision");
    QTest::newRow("double") << Precision::float64;
    QTest::newRow("single") << Precision::float32;
}

void HeatMapTest::gradientOverBothNames()
{
    QFETCH(Precision, precision);
    const HeatMap map = mapOf(overXAndA(), text, {"no gates", {}}, precision);
    QCOMPARE(map.cells.size(), std::size_t{12});
    const HeatMap inDouble = mapOf(overXAndA());
    QCOMPARE(map.cells.front().value == inDouble.cells.front().value, precision == Precision::float64);
    int outside = 0;
    for (std::size_t up = 0; up < 3; ++up) {
        for (std::size_t across = 0; across < 4; ++across) {
            const double expected = 2.0 * map.request.up.at(up) * map.request.across.at(across) + 1.0;
            const HeatMapCell& cell = map.cell(across, up);
            QVERIFY(std::abs(cell.value - expected) < 0.01 * expected);
            outside += cell.low > expected || cell.high < expected ? 1 : 0;
        }
    }
    // Of 12 intervals of 95 %, more than 3 outside have a chance of 0.002.
    QVERIFY(outside <= 3);
}

void HeatMapTest::deviationOverBothNames()
{
    const HeatMap map = mapOf(overXAndA(HeatMapQuantity::deviation));
    for (std::size_t up = 0; up < 3; ++up) {
        for (std::size_t across = 0; across < 4; ++across) {
            const double expected =
                2.0 * map.request.up.at(up) * map.request.across.at(across) * deviationOfU;
            QVERIFY(std::abs(map.cell(across, up).value / expected - 1.0) < 0.12);
        }
    }
}

void HeatMapTest::biasAgainstTargets_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<GradientTarget>("target");
    QTest::addColumn<bool>("isBiased");
    // A stopped factor leaves the gradient b = 1 in place of 2·a·x + 1.
    QTest::newRow("clean, noise-free") << "z=clean" << GradientTarget::noiseFree << false;
    QTest::newRow("clean, mean value") << "z=clean" << GradientTarget::gradientOfMean << false;
    QTest::newRow("clean, pathwise") << "z=clean" << GradientTarget::pathwise << false;
    QTest::newRow("stopped, noise-free") << "w=stop" << GradientTarget::noiseFree << true;
    QTest::newRow("stopped, mean value") << "w=stop" << GradientTarget::gradientOfMean << true;
    QTest::newRow("stopped, pathwise") << "w=stop" << GradientTarget::pathwise << true;
}

void HeatMapTest::biasAgainstTargets()
{
    QFETCH(QString, gate);
    QFETCH(GradientTarget, target);
    QFETCH(bool, isBiased);
    HeatMapRequest request = overXAndA(HeatMapQuantity::bias);
    request.target = target;
    const HeatMap map = mapOf(request, text, {"gated", {gate.toStdString()}});
    int told = 0;
    for (std::size_t up = 0; up < 3; ++up) {
        for (std::size_t across = 0; across < 4; ++across) {
            const HeatMapCell& cell = map.cell(across, up);
            const double slope = 2.0 * request.up.at(up) * request.across.at(across);
            const double half = (cell.high - cell.low) / 2.0;
            // Five standard errors.
            QVERIFY(std::abs(cell.value - (isBiased ? -slope : 0.0)) <= 2.55 * half + 1e-6);
            // Against the noise-free gradient both are exact; else the target is as noisy as u.
            const double error = slope * deviationOfU / std::sqrt(500.0);
            const double wanted = target == GradientTarget::noiseFree ? 0.0 : 1.96 * error;
            QVERIFY(std::abs(half - wanted) <= 0.15 * wanted);
            told += cell.low > 0.0 || cell.high < 0.0 ? 1 : 0;
        }
    }
    QVERIFY(isBiased ? told == 12 : told <= 3);
}

void HeatMapTest::overNamesThatAreNotSwept()
{
    HeatMapRequest request;
    request.across = {.name = "b", .from = 0.0, .to = 4.0, .cells = 2};
    request.up = {.name = "a", .from = 0.0, .to = 2.0, .cells = 2};
    request.sweptAt = 0.0;
    const HeatMap map = mapOf(request);
    QCOMPARE(map.input, std::string("x"));
    // At x = 0 the gradient is b, whatever a is.
    for (std::size_t up = 0; up < 2; ++up) {
        QCOMPARE(map.cell(0, up).value, 1.0);
        QCOMPARE(map.cell(1, up).value, 3.0);
        QVERIFY(map.cell(1, up).isTold());
    }
}

void HeatMapTest::usualAxes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("the sweep's range") << "x" << -1.0 << 2.0;
    QTest::newRow("around a parameter, as far as it is from 0") << "a" << 0.0 << 4.0;
    QTest::newRow("around a parameter, at least by 1") << "b" << 0.0 << 2.0;
}

void HeatMapTest::usualAxes()
{
    QFETCH(QString, name);
    Experiment experiment;
    experiment.text = text;
    experiment.from = -1.0;
    const HeatMapAxis axis = usualAxis(std::make_shared<const Program>(read(text).program.value()),
                                       experiment, name.toStdString());
    QTEST(axis.from, "from");
    QTEST(axis.to, "to");
}

void HeatMapTest::unknownNameIsAnError()
{
    HeatMapRequest request = overXAndA();
    request.up.name = "c";
    QVERIFY_THROWS_EXCEPTION(ExperimentError, mapOf(request));
}

void HeatMapTest::endsWhereItIsStopped()
{
    std::stop_source source;
    source.request_stop();
    Experiment experiment;
    experiment.text = text;
    QVERIFY(!heatMapOf(read(text).program.value(), experiment, overXAndA(), {}, source.get_token()));
}

QTEST_APPLESS_MAIN(HeatMapTest)
#include "tst_heat_map.moc"
