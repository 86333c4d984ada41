// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/operations/derivatives_of.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace sluice;
using namespace sluice::test;

namespace {

using Real = long double;

constexpr Real pi = std::numbers::pi_v<Real>;
constexpr Real inf = std::numeric_limits<Real>::infinity();

Real sigmoid(Real v)
{
    return 1 / (1 + std::exp(-v));
}
Real bell(Real v)
{
    return std::exp(-v * v / 2) / std::sqrt(2 * pi);
}
Real normalCdf(Real v)
{
    return std::erfc(-v / std::sqrt(2.0L)) / 2;
}
Real sigmoidSlope(Real v)
{
    return sigmoid(v) * sigmoid(-v);
}
/// The argument of the tanh in gelu's tanh form, doubled.
Real inner(Real v)
{
    return 2 * std::sqrt(2 / pi) * (v + 0.044715L * v * v * v);
}

template <class Number>
double unitsApart(double actual, Real expected)
{
    if (static_cast<Real>(actual) == expected)
        return 0.0;
    const auto unit = std::abs(expected) * static_cast<Real>(std::numeric_limits<Number>::epsilon());
    // Where the number type loses digits to underflow.
    const auto least = static_cast<Real>(std::numeric_limits<Number>::denorm_min());
    return static_cast<double>(std::abs(static_cast<Real>(actual) - expected) / std::max(unit, least));
}

} // namespace

/// Values, slopes and curvatures far out or close to where a naive formula overflows or cancels, against
/// closed forms in extended precision: right to a few units in the last place, in both precisions.
class TestStability : public QObject
{
    Q_OBJECT

private slots:
    void farOut_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("what");
        QTest::addColumn<double>("at");
        QTest::addColumn<long double>("expected");
        const auto row = [](const char* operation, const char* what, double at, Real expected) {
            QTest::addRow("%s of %s at %g", what, operation, at) << operation << what << at << expected;
        };
        for (const double v : {-800.0, -80.0, -30.0, -1e-6, 1e-6, 30.0, 80.0, 800.0}) {
            const Real x = v;
            row("sigmoid", "value", v, sigmoid(x));
            row("sigmoid", "slope", v, sigmoidSlope(x));
            row("softplus", "value", v, v > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)));
            row("softplus", "slope", v, sigmoid(x));
            row("softplus", "curvature", v, sigmoidSlope(x));
            row("log_sigmoid", "value", v, v > 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x)));
            row("log_sigmoid", "slope", v, sigmoid(-x));
            row("log_sigmoid", "curvature", v, -sigmoidSlope(x));
            row("silu", "value", v, x * sigmoid(x));
            row("silu", "slope", v, sigmoid(x) * (1 + x * sigmoid(-x)));
            row("tanh", "slope", v, 4 * sigmoidSlope(2 * x));
            row("elu", "value", v, v > 0 ? x : std::expm1(x));
            row("elu", "slope", v, v > 0 ? 1 : std::exp(x));
            row("elu", "curvature", v, v > 0 ? 0 : std::exp(x));
            row("softsign", "slope", v, 1 / (1 + std::abs(x)) / (1 + std::abs(x)));
        }
        for (const double v : {-800.0, -40.0, -1e-9, 1e-9, 40.0}) {
            row("expm1", "value", v, std::expm1(static_cast<Real>(v)));
            row("expm1", "slope", v, std::exp(static_cast<Real>(v)));
        }
        for (const double v : {1e-9, -1e-9, 1e30}) {
            row("log1p", "value", v, std::log1p(static_cast<Real>(v)));
            row("log1p", "slope", v, 1 / (1 + static_cast<Real>(v)));
        }
        addErrorFunctions(row);
    }
    void farOut()
    {
        QFETCH(QString, operation);
        QFETCH(QString, what);
        QFETCH(double, at);
        QFETCH(long double, expected);
        const double inDouble = computed<double>(operation, what, at);
        QVERIFY2(unitsApart<double>(inDouble, expected) <= 8.0,
                 qPrintable(QString("%1 rather than %2")
                                .arg(inDouble, 0, 'g', 17)
                                .arg(static_cast<double>(expected), 0, 'g', 17)));
        // Only where a float is the same point, and has all its digits for the result, or none.
        const bool isSubnormal = std::abs(expected) < std::numeric_limits<float>::min() &&
                                 std::abs(expected) > std::numeric_limits<float>::denorm_min();
        if (static_cast<double>(static_cast<float>(at)) != at || isSubnormal)
            return;
        const double inFloat = computed<float>(operation, what, at);
        QVERIFY2(unitsApart<float>(inFloat, expected) <= 8.0,
                 qPrintable(QString("%1 rather than %2 in single precision")
                                .arg(inFloat)
                                .arg(static_cast<double>(expected))));
    }

    void infinities_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<double>("above");
        QTest::addColumn<double>("below");
        QTest::newRow("sigmoid") << "sigmoid" << 1.0 << 0.0;
        QTest::newRow("softplus") << "softplus" << static_cast<double>(inf) << 0.0;
        QTest::newRow("log_sigmoid") << "log_sigmoid" << 0.0 << -static_cast<double>(inf);
        QTest::newRow("erf") << "erf" << 1.0 << -1.0;
        QTest::newRow("erfc") << "erfc" << 0.0 << 2.0;
        QTest::newRow("normal cdf") << "normal cdf" << 1.0 << 0.0;
        QTest::newRow("bell curve") << "bell curve" << 0.0 << 0.0;
        QTest::newRow("hard_tanh") << "hard_tanh" << 1.0 << -1.0;
        QTest::newRow("relu6") << "relu6" << 6.0 << 0.0;
        QTest::newRow("relu") << "relu" << static_cast<double>(inf) << 0.0;
        QTest::newRow("elu") << "elu" << static_cast<double>(inf) << -1.0;
    }
    void infinities()
    {
        QFETCH(QString, operation);
        QFETCH(double, above);
        QFETCH(double, below);
        constexpr double infinite = std::numeric_limits<double>::infinity();
        constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(computed<double>(operation, "value", infinite), above);
        QCOMPARE(computed<double>(operation, "value", -infinite), below);
        QVERIFY(std::isnan(computed<double>(operation, "value", notANumber)));
        QVERIFY(std::isnan(computed<float>(operation, "value", notANumber)));
    }

private:
    template <class Row>
    static void addErrorFunctions(const Row& row)
    {
        for (const double v : {-6.0, -5.3, -0.1, 0.1, 5.3, 6.0, 10.0, 20.7}) {
            const Real x = v;
            const Real slope = 2 / std::sqrt(pi) * std::exp(-x * x);
            row("erf", "value", v, std::erf(x));
            row("erf", "slope", v, slope);
            row("erf", "curvature", v, -2 * x * slope);
            row("erfc", "value", v, std::erfc(x));
            row("erfc", "slope", v, -slope);
        }
        for (const double v : {-30.3, -30.0, -12.7, -10.0, -5.0, 5.0, 12.7, 40.0}) {
            const Real x = v;
            row("normal cdf", "value", v, normalCdf(x));
            row("normal cdf", "slope", v, bell(x));
            row("gelu", "value", v, x * normalCdf(x));
            row("gelu", "slope", v, normalCdf(x) + x * bell(x));
            row("gelu", "curvature", v, (2 - x * x) * bell(x));
        }
        for (const double v : {-3.0, -1.5, 3.0, 40.0}) {
            const Real x = v;
            row("gelu tanh", "value", v, x * sigmoid(inner(x)));
        }
    }

    /// The operations of more operands with the others at 1, as `elu` has its alpha.
    template <class Number>
    static double computed(const QString& operation, const QString& what, double at)
    {
        const std::string name = operation.toStdString();
        const DerivativesOf derivatives(name, Framework::tensorflow);
        std::vector<double> operands(derivatives.arity(), 1.0);
        operands[0] = at;
        if (what == QLatin1String("value"))
            return derivatives.value<Number>(operands);
        if (what == QLatin1String("slope"))
            return derivatives.first<Number>(0, operands);
        return derivatives.second<Number>(0, 0, operands);
    }
};

QTEST_APPLESS_MAIN(TestStability)
#include "tst_stability.moc"
