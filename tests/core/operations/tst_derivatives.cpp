// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/operations/derivatives_of.h"
#include "tests/core/operations/reference_functions.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <set>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr std::array frameworks{Framework::tensorflow, Framework::pytorch, Framework::jax};

using Function = std::function<long double(std::span<const long double>)>;

std::vector<long double> moved(std::span<const long double> at, std::size_t by, long double step)
{
    std::vector<long double> there(at.begin(), at.end());
    there[by] += step;
    return there;
}

/// The central difference of tenth order: its error is about h¹⁰ f⁽¹¹⁾/2772 and the rounding error over h.
Function difference(const Function& f, std::size_t by)
{
    return [f, by](std::span<const long double> at) {
        constexpr long double h = 4e-3L;
        const auto pair = [&](int k) {
            return f(moved(at, by, static_cast<long double>(k) * h)) -
                   f(moved(at, by, -static_cast<long double>(k) * h));
        };
        return (2100.0L * pair(1) - 600.0L * pair(2) + 150.0L * pair(3) - 25.0L * pair(4) + 2.0L * pair(5)) /
               (2520.0L * h);
    };
}

/// Random operands in a box, which both precisions hold exactly.
std::vector<std::vector<double>> pointsIn(const ReferenceFunction::Box& box)
{
    std::mt19937_64 random(1);
    std::vector<std::vector<double>> points(25);
    for (auto& point : points)
        for (const auto& [low, high] : box)
            point.push_back(static_cast<float>(std::uniform_real_distribution(low, high)(random)));
    return points;
}

std::vector<std::vector<double>> pointsOf(const ReferenceFunction& reference)
{
    std::vector<std::vector<double>> points;
    for (const auto& box : reference.boxes)
        std::ranges::copy(pointsIn(box), std::back_inserter(points));
    return points;
}

/// Two terms of a sum may cancel: a relative tolerance of numbers above `scale`, an absolute one below.
bool isNear(double actual, long double expected, double tolerance, double scale)
{
    const auto expectedSize = static_cast<double>(std::abs(expected));
    return std::abs(static_cast<double>(actual - expected)) <= tolerance * std::max(expectedSize, scale);
}

QString described(std::span<const double> at, double actual, long double expected)
{
    QStringList operands;
    for (const double operand : at)
        operands << QString::number(operand, 'g', 17);
    return QString("at (%1): %2 rather than %3")
        .arg(operands.join(", "))
        .arg(actual, 0, 'g', 17)
        .arg(static_cast<double>(expected), 0, 'g', 17);
}

void addReferences()
{
    QTest::addColumn<ReferenceFunction>("reference");
    for (const ReferenceFunction& reference : referenceFunctions())
        QTest::newRow(std::string(reference.operation).c_str()) << reference;
}

} // namespace

/// Every operation, its gradient and its second derivatives at random regular points, against its formula in
/// extended precision and central differences of that.
class TestDerivatives : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleIsChecked()
    {
        // These are not what they compute: tested below and with the control forms.
        std::set<std::string_view> checked{"surrogate", "custom_gradient"};
        for (const ReferenceFunction& reference : referenceFunctions())
            QVERIFY2(checked.insert(reference.operation).second, std::string(reference.operation).c_str());
        for (const Operation* row : allOperations()) {
            const bool hasRule =
                std::ranges::any_of(row->gradients, [](GradientRule rule) { return rule != nullptr; });
            QVERIFY2(!hasRule || checked.contains(row->name), std::string(row->name).c_str());
        }
    }

    void values_data() { addReferences(); }
    void values()
    {
        QFETCH(ReferenceFunction, reference);
        const DerivativesOf operation(reference.operation, Framework::tensorflow);
        for (const auto& at : pointsOf(reference)) {
            const long double expected = reference.function(std::vector<long double>(at.begin(), at.end()));
            constexpr double inDouble = 8.0 * std::numeric_limits<double>::epsilon();
            constexpr double inFloat = 8.0 * std::numeric_limits<float>::epsilon();
            const double float64 = operation.value(at);
            const double float32 = operation.value<float>(at);
            QVERIFY2(isNear(float64, expected, inDouble, 0.0), qPrintable(described(at, float64, expected)));
            QVERIFY2(isNear(float32, expected, inFloat, 0.0), qPrintable(described(at, float32, expected)));
        }
    }

    void gradients_data() { addReferences(); }
    void gradients()
    {
        QFETCH(ReferenceFunction, reference);
        const Operation& row = operationNamed(reference.operation);
        for (const Framework framework : frameworks) {
            const DerivativesOf operation(reference.operation, framework);
            for (std::size_t by = 0; by < row.arity; ++by) {
                if (row.gradients[by] == nullptr) {
                    QVERIFY(!operation.isConnected(by));
                    continue;
                }
                const Function expectedAt = difference(reference.function, by);
                for (const auto& at : pointsOf(reference)) {
                    const long double expected = expectedAt(std::vector<long double>(at.begin(), at.end()));
                    const double float64 = operation.first(by, at);
                    const double float32 = operation.first<float>(by, at);
                    const double scale = std::abs(operation.value(at));
                    QVERIFY2(isNear(float64, expected, 1e-12, scale),
                             qPrintable(described(at, float64, expected)));
                    QVERIFY2(isNear(float32, expected, 2e-6, scale),
                             qPrintable(described(at, float32, expected)));
                }
            }
        }
    }

    void secondDerivatives_data() { addReferences(); }
    void secondDerivatives()
    {
        QFETCH(ReferenceFunction, reference);
        for (const Framework framework : frameworks) {
            const DerivativesOf operation(reference.operation, framework);
            for (std::size_t by = 0; by < operation.arity(); ++by) {
                for (std::size_t then = 0; then < operation.arity(); ++then) {
                    if (!operation.isConnected(by) || !operation.isConnected(then))
                        continue;
                    const Function expectedAt = difference(difference(reference.function, by), then);
                    for (const auto& at : pointsOf(reference)) {
                        const long double expected =
                            expectedAt(std::vector<long double>(at.begin(), at.end()));
                        const double actual = operation.second(by, then, at);
                        const double scale =
                            std::abs(operation.value(at)) + std::abs(operation.first(by, at));
                        QVERIFY2(isNear(actual, expected, 1e-10, scale),
                                 qPrintable(described(at, actual, expected)));
                    }
                }
            }
        }
    }

    void whereNothingFlows_data()
    {
        QTest::addColumn<QString>("operation");
        for (const char* operation : {"stop_gradient", "less", "less_equal", "greater", "greater_equal",
                                      "equal", "not_equal", "bernoulli", "rademacher"})
            QTest::newRow(operation) << operation;
    }
    void whereNothingFlows()
    {
        QFETCH(QString, operation);
        for (const Framework framework : frameworks) {
            const DerivativesOf derivatives(operation.toStdString(), framework);
            for (std::size_t by = 0; by < derivatives.arity(); ++by)
                QVERIFY(!derivatives.isConnected(by));
        }
    }

    void surrogateLeadsToItsSecondOperandAlone()
    {
        for (const Framework framework : frameworks) {
            const DerivativesOf surrogate("surrogate", framework);
            const std::array at{0.1, 1e8};
            QVERIFY(!surrogate.isConnected(0));
            QCOMPARE(surrogate.value(at), 0.1);
            QCOMPARE(surrogate.first(1, at), 1.0);
        }
    }

    void roundingIsDisconnectedAsFrameworksSay_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<std::vector<Framework>>("connectedIn");
        for (const char* operation : {"floor", "ceil", "round", "trunc"})
            QTest::newRow(operation) << operation << std::vector{Framework::pytorch};
        QTest::newRow("sign") << "sign" << std::vector{Framework::tensorflow, Framework::pytorch};
        QTest::newRow("heaviside") << "heaviside" << std::vector{Framework::pytorch, Framework::jax};
    }
    void roundingIsDisconnectedAsFrameworksSay()
    {
        QFETCH(QString, operation);
        QFETCH(std::vector<Framework>, connectedIn);
        for (const Framework framework : frameworks) {
            const DerivativesOf step(operation.toStdString(), framework);
            constexpr std::array operands{0.3, 0.5};
            QCOMPARE(step.isConnected(0), std::ranges::count(connectedIn, framework) == 1);
            QCOMPARE(step.first(0, std::span(operands).first(step.arity())), 0.0);
        }
    }

    void heavisideAtZero()
    {
        // torch.heaviside has no derivative at all, which counts as 0.
        const std::array at{0.0, 0.25};
        QCOMPARE(DerivativesOf("heaviside", Framework::tensorflow).first(1, at), 1.0);
        QCOMPARE(DerivativesOf("heaviside", Framework::jax).first(1, at), 1.0);
        QCOMPARE(DerivativesOf("heaviside", Framework::pytorch).first(1, at), 0.0);
    }

    void laxClampAtItsBounds()
    {
        // Measured in jax.lax.clamp; under the other conventions it is clip.
        for (const std::array at : {std::array{-1.0, -1.0, 1.0}, std::array{1.0, -1.0, 1.0}}) {
            for (std::size_t by = 0; by < 3; ++by)
                QCOMPARE(DerivativesOf("lax clamp", Framework::jax).first(by, at), 0.0);
            QCOMPARE(DerivativesOf("lax clamp", Framework::tensorflow).first(0, at), 1.0);
            QCOMPARE(DerivativesOf("lax clamp", Framework::pytorch).first(0, at), 1.0);
        }
    }
};

QTEST_APPLESS_MAIN(TestDerivatives)
#include "tst_derivatives.moc"
