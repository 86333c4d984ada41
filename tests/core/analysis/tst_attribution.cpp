// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/attribution.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sluice;
using namespace sluice::test;

/// Shares of the gradient's variance, against closed forms.
class TestAttribution : public QObject
{
    Q_OBJECT

private slots:
    void shares_data();
    void shares();
    void whatDoesNotReachTheGradientHasNoShare();
    void aCuredGradientHasNoSources();
    void sharesAreTheSameOnEveryRun();
    void heavyTailsAreNotTold_data();
    void heavyTailsAreNotTold();
    void whatIsNowhereFiniteHasNoShares();
    void muchWorkIsDoneOnFewerSamples();
    void isStopped();
};

namespace {

Attribution attributionFor(const std::string& text, std::vector<std::string> gates = {},
                           NoiseAlongSweep noise = NoiseAlongSweep::independent)
{
    Experiment experiment;
    experiment.text = text;
    experiment.points = 21;
    experiment.samples = 4000;
    experiment.noise = noise;
    return attribute(programOf(text), experiment, {.gates = std::move(gates), .points = 0, .progress = {}})
        .value();
}

const SourceShare& shareOf(const Attribution& attribution, const std::string& source)
{
    const auto found = std::ranges::find(attribution.sources, source, &SourceShare::source);
    if (found == attribution.sources.end()) {
        QTest::qFail(("no share of " + source).c_str(), __FILE__, __LINE__);
        return attribution.sources.front();
    }
    return *found;
}

/// Wider than 95 %, so that a right estimate fails once in fifteen thousand times.
bool holds(const Share& share, double expected)
{
    return std::abs(share.value - expected) <= 2.0 * (share.high - share.value) + 1e-12;
}

} // namespace

void TestAttribution::shares_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("source");
    QTest::addColumn<double>("firstOrder");
    QTest::addColumn<double>("total");
    // g = u·n: Var = E u² · 1, of which u alone has nothing, as E n is 0, and n alone (E u)².
    const QString product = "x = input(-1, 1)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n";
    QTest::newRow("a factor of mean 1") << product << "u" << 0.0 << 1.0 / 13;
    QTest::newRow("a factor of mean 0") << product << "n" << 12.0 / 13 << 1.0;
    // g = u + 2n, with variances 1/12 and 4.
    const QString sum = "x = input(-1, 1)\nu = uniform(0, 1)\nn = normal(0, 1)\nz = x*(u + 2*n)\n";
    QTest::newRow("a term") << sum << "u" << 1.0 / 49 << 1.0 / 49;
    QTest::newRow("a larger term") << sum << "n" << 48.0 / 49 << 48.0 / 49;
    QTest::newRow("the only source") << "x = input(-1, 1)\nz = x*normal(3, 1)\n"
                                     << "noise#1" << 1.0 << 1.0;
    // Ishigami's function, a = 7, b = 0.1 (Saltelli et al. 2000): V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2.
    const QString ishigami = "x = input(-1, 1)\np = uniform(-pi, pi)\nq = uniform(-pi, pi)\n"
                             "r = uniform(-pi, pi)\nz = x*(sin(p) + 7*sin(q)**2 + 0.1*r**4*sin(p))\n";
    QTest::newRow("Ishigami's first") << ishigami << "p" << 0.3138 << 0.5574;
    QTest::newRow("Ishigami's second") << ishigami << "q" << 0.4424 << 0.4424;
    QTest::newRow("Ishigami's third") << ishigami << "r" << 0.0 << 0.2436;
}

void TestAttribution::shares()
{
    QFETCH(const QString, text);
    QFETCH(const QString, source);
    QFETCH(const double, firstOrder);
    QFETCH(const double, total);
    for (const NoiseAlongSweep noise : {NoiseAlongSweep::independent, NoiseAlongSweep::shared}) {
        const Attribution attribution = attributionFor(text.toStdString(), {}, noise);
        const SourceShare& share = shareOf(attribution, source.toStdString());
        QVERIFY(holds(share.firstOrder, firstOrder));
        QVERIFY(holds(share.total, total));
        QVERIFY(share.total.high - share.total.low < 0.4);
        QCOMPARE(share.totalAt.size(), attribution.x.size());
        const auto held = std::ranges::count_if(
            share.totalAt, [&](const Share& at) { return at.low <= total && total <= at.high; });
        QVERIFY(held >= 16 || noise == NoiseAlongSweep::shared);
    }
}

void TestAttribution::whatDoesNotReachTheGradientHasNoShare()
{
    const Attribution attribution =
        attributionFor("x = input(-1, 1)\na = normal(0, 1)\nb = normal(0, 1)\nz = x*a + b\n");
    QCOMPARE(attribution.sources.size(), std::size_t{1});
    QCOMPARE(attribution.sources.front().source, std::string("a"));
    for (const double variance : attribution.variance)
        QVERIFY(std::abs(variance - 1.0) < 0.15);
}

void TestAttribution::aCuredGradientHasNoSources()
{
    const std::string text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = sqrt(x**2*u)\n";
    QVERIFY(attributionFor(text, {"z=clean"}).sources.empty());
    const Attribution noisy = attributionFor(text);
    QCOMPARE(noisy.sources.size(), std::size_t{1});
    // 0·∞ at x = 0 leaves no share there, and none of its NaN in the whole.
    QVERIFY(std::isnan(noisy.sources.front().totalAt[10].value));
    QVERIFY(holds(noisy.sources.front().total, 1.0));
}

void TestAttribution::heavyTailsAreNotTold_data()
{
    QTest::addColumn<QString>("z");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("the inverse of a normal") << "x/n + m*x" << false;
    QTest::newRow("a wide exponential") << "x*exp(4*n)*m" << false;
    QTest::newRow("the inverse root of a uniform, which has just no variance") << "x/sqrt(u) + m*x" << false;
    QTest::newRow("normal") << "x*n + m*x" << true;
    QTest::newRow("a product of normals") << "x*n*m" << true;
    QTest::newRow("uniform") << "x*u + m*x" << true;
    QTest::newRow("a narrow exponential") << "x*exp(0.5*n) + m*x" << true;
}

void TestAttribution::heavyTailsAreNotTold()
{
    QFETCH(const QString, z);
    QFETCH(const bool, isTold);
    const Attribution attribution = attributionFor(
        "x = input(-1, 1)\nn = normal(0, 1)\nm = normal(0, 1)\nu = uniform(0, 1)\nz = " + z.toStdString() +
        '\n');
    QCOMPARE(attribution.sources.size(), std::size_t{2});
    for (const SourceShare& share : attribution.sources)
        QCOMPARE(share.isTold, isTold);
}

void TestAttribution::whatIsNowhereFiniteHasNoShares()
{
    QVERIFY(attributionFor("x = input(-1, 1)\nn = normal(0, 1)\nz = sqrt(-1 - (x*n)**2)\n").sources.empty());
}

void TestAttribution::muchWorkIsDoneOnFewerSamples()
{
    // As many points as in a sweep, of a chain with a source in each of its layers.
    std::string text = "x = input(-2, 2)\nv = x\nfor i in range(60):\n    v = tanh(1.1*v)*normal(1, 0.1)\n";
    Experiment experiment;
    experiment.text = text;
    experiment.samples = 100'000;
    const Attribution attribution = attribute(programOf(text), experiment).value();
    QCOMPARE(attribution.sources.size(), std::size_t{60});
    QVERIFY(attribution.x.size() <= 41);
    QVERIFY(attribution.samples < experiment.samples);
}

void TestAttribution::sharesAreTheSameOnEveryRun()
{
    const std::string text = "x = input(-1, 1)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n";
    QCOMPARE(attributionFor(text).sources.front().total.value,
             attributionFor(text).sources.front().total.value);
}

void TestAttribution::isStopped()
{
    const std::string text = "x = input(-1, 1)\nz = x*normal(0, 1)\n";
    Experiment experiment;
    experiment.text = text;
    std::stop_source source;
    source.request_stop();
    QVERIFY(!attribute(programOf(text), experiment, {}, source.get_token()));
}

QTEST_APPLESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
