// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draws.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr std::size_t count = 400'000;

std::vector<double> drawn(const QString& kind)
{
    std::vector<double> variates(count);
    Draws(1, false).fill(drawLeaf(operationNamed(kind.toStdString()), "u"), 0, 0, variates);
    return variates;
}

/// Whether the mean of n numbers of this variance is within 4 standard errors of what is expected.
bool agrees(double mean, double expected, double variance)
{
    return std::abs(mean - expected) < 4.0 * std::sqrt(variance / static_cast<double>(count));
}

/// By bisection of the distribution.
double normalQuantile(double p)
{
    double low = -10.0;
    double high = 10.0;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (0.5 * std::erfc(-middle / std::numbers::sqrt2) < p ? low : high) = middle;
    }
    return low;
}
double laplaceQuantile(double p)
{
    return p < 0.5 ? std::log(2.0 * p) : -std::log(2.0 * (1.0 - p));
}
double logisticQuantile(double p)
{
    return std::log(p / (1.0 - p));
}
double gumbelQuantile(double p)
{
    return -std::log(-std::log(p));
}
double exponentialQuantile(double p)
{
    return -std::log1p(-p);
}

using Quantile = double (*)(double);

} // namespace

Q_DECLARE_METATYPE(Quantile)

/// The noise sources: what their draws are distributed like, their values, and their noise-free counterparts.
class TestNoise : public QObject
{
    Q_OBJECT

private slots:
    void drawsHaveTheirDistribution_data()
    {
        QTest::addColumn<Quantile>("quantile");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("variance");
        QTest::addColumn<double>("fourthMoment"); // about the mean
        const double pi2 = std::numbers::pi * std::numbers::pi;
        QTest::newRow("normal draw") << Quantile{normalQuantile} << 0.0 << 1.0 << 3.0;
        QTest::newRow("laplace draw") << Quantile{laplaceQuantile} << 0.0 << 2.0 << 24.0;
        QTest::newRow("logistic draw")
            << Quantile{logisticQuantile} << 0.0 << pi2 / 3 << 7.0 * pi2 * pi2 / 15.0;
        QTest::newRow("gumbel draw") << Quantile{gumbelQuantile} << std::numbers::egamma << pi2 / 6
                                     << 5.4 * pi2 * pi2 / 36.0;
        QTest::newRow("exponential draw") << Quantile{exponentialQuantile} << 1.0 << 1.0 << 9.0;
    }
    void drawsHaveTheirDistribution()
    {
        QFETCH(Quantile, quantile);
        QFETCH(double, mean);
        QFETCH(double, variance);
        QFETCH(double, fourthMoment);
        const std::vector<double> variates = drawn(QTest::currentDataTag());
        for (const double p : {1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999}) {
            const auto below = std::ranges::count_if(
                variates, [bound = quantile(p)](double variate) { return variate < bound; });
            QVERIFY2(agrees(static_cast<double>(below) / count, p, p * (1.0 - p)),
                     qPrintable(QString("%1 below the quantile of %2").arg(below).arg(p)));
        }
        double sum = 0.0;
        double squares = 0.0;
        for (const double variate : variates) {
            sum += variate;
            squares += (variate - mean) * (variate - mean);
        }
        QVERIFY(agrees(sum / count, mean, variance));
        QVERIFY(agrees(squares / count, variance, fourthMoment - variance * variance));
    }

    void valuesAndNominals_data()
    {
        QTest::addColumn<QVector<double>>("operands");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("nominal");
        QTest::addColumn<QVector<double>>("nominalGradient"); // NaN: disconnected
        const double none = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char* tag, const QVector<double>& operands, double value, double nominal,
                            const QVector<double>& nominalGradient) {
            QTest::newRow(tag) << operands << value << nominal << nominalGradient;
        };
        const double gamma = std::numbers::egamma;
        row("uniform", {0.25, 1.0, 3.0}, 1.5, 2.0, {0.5, 0.5});
        row("normal", {-2.0, 1.0, 0.5}, 0.0, 1.0, {1.0, none});
        row("laplace", {-2.0, 1.0, 0.5}, 0.0, 1.0, {1.0, none});
        row("logistic", {2.0, 1.0, 0.5}, 2.0, 1.0, {1.0, none});
        row("gumbel", {2.0, 1.0, 0.5}, 2.0, 1.0 + 0.5 * gamma, {1.0, gamma});
        row("exponential", {3.0, 2.0}, 1.5, 0.5, {-0.25});
        row("bernoulli: below p", {0.25, 0.3}, 1.0, 0.3, {1.0});
        row("bernoulli: above p", {0.3, 0.25}, 0.0, 0.25, {1.0});
        row("bernoulli: at p", {0.25, 0.25}, 0.0, 0.25, {1.0});
        row("bernoulli: always", {0.999, 1.0}, 1.0, 1.0, {1.0});
        row("bernoulli: never", {0.0, 0.0}, 0.0, 0.0, {1.0});
        row("rademacher: below", {0.499}, 1.0, 0.0, {});
        row("rademacher: above", {0.5}, -1.0, 0.0, {});
    }
    void valuesAndNominals()
    {
        QFETCH(QVector<double>, operands);
        QFETCH(double, value);
        QFETCH(double, nominal);
        QFETCH(QVector<double>, nominalGradient);
        const Operation& row =
            operationNamed(QString(QTest::currentDataTag()).section(':', 0, 0).toStdString());
        QCOMPARE(static_cast<std::size_t>(operands.size()), row.arity);
        Graph graph;
        std::vector<NodeId> nodes;
        std::vector<Term> terms;
        std::map<std::string, double> variables;
        for (const double operand : operands) {
            const std::string name = "v" + std::to_string(nodes.size());
            variables[name] = operand;
            nodes.push_back(graph.appendVariable(name));
            terms.push_back({&graph, nodes.back()});
        }
        QCOMPARE(valueOf(graph, graph.append(row, nodes), variables), value);
        const Term counterpart = row.nominal(terms);
        QCOMPARE(valueOf(graph, counterpart.node, variables), nominal);
        for (int k = 0; k < nominalGradient.size(); ++k) {
            const auto gradient =
                differentiate(graph, counterpart.node, nodes[static_cast<std::size_t>(k) + 1],
                              semanticsOf(Framework::tensorflow));
            QCOMPARE(gradient.has_value(), !std::isnan(nominalGradient[k]));
            if (gradient)
                QCOMPARE(valueOf(graph, *gradient, variables), nominalGradient[k]);
        }
    }
};

QTEST_APPLESS_MAIN(TestNoise)
#include "tst_noise.moc"
